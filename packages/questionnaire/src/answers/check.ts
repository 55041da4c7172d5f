import type { Answers, CheckedAnswers, Clock, Finding, Questionnaire } from '@klankbord/model'
import { durationsOf } from '../codebook/duration-of.ts'
import { checkWhole } from './check-whole.ts'
import { derivedOf, emptiesOf } from './empties.ts'
import { checkEligible } from './is-eligible.ts'
import { planOf, type Plan } from './plan.ts'
import { readGiven } from './read-given.ts'
import { walk, type Walk } from './walk.ts'

/** The answers exactly as they came, but for those that are not stored, or everything that is wrong with them. */
export type Checked =
  | { readonly ok: true; readonly checked: CheckedAnswers }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/**
 * Checks a whole response against a closed world: every key a question that was asked, every answer one that
 * its question takes. Never repairs, drops or invents. An absent key is an answer too: the question was
 * skipped, or not asked; required questions may be skipped, those that block may not. Answers that are right are refused
 * all the same from somebody who may not take part (`notEligible`). What is `outcomeOnly` is checked
 * like the rest and then left out: `checkRecord` is for a response that was stored without it.
 *
 * @param answers anything, as it came in
 * @param clock the date of the answers; needed where an expression uses it
 * @throws Problem `clockMissing`
 */
export function check(questionnaire: Questionnaire, answers: unknown, clock?: Clock): Checked {
  const plan = planOf(questionnaire)
  const given = readGiven(plan.byKey, answers)
  if (!given.ok) return given
  const walked = walk(questionnaire, given.answers, clock)
  const faults = checkWhole(walked, given.answers, plan.places)
  const findings = faults.length > 0 ? faults : checkEligible(questionnaire, walked)
  if (findings.length > 0) return { ok: false, findings }
  return { ok: true, checked: accounted(questionnaire, given.answers, walked) }
}

/** Answers that passed, as they are stored: with every variable accounted for. */
export function accounted(questionnaire: Questionnaire, answers: Answers, walked: Walk): CheckedAnswers {
  const derived = derivedOf(questionnaire, walked)
  const durations = durationsOf(questionnaire, walked.scope)
  return {
    answers: storedOf(answers, walked.plan),
    empties: emptiesOf(questionnaire, walked, derived),
    ...(Object.keys(derived).length > 0 && { derived }),
    ...(durations && { durations }),
  }
}

function storedOf(answers: Answers, { hasUnstored, byKey }: Plan): Answers {
  if (!hasUnstored) return answers
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !byKey.get(key)?.question.outcomeOnly))
}
