import { answerFinding, type Answers, type Finding } from '@klankbord/model'
import { checkAnswer } from './check-answer.ts'
import { wordsWithoutOther } from './check-panels.ts'
import type { Place } from './plan.ts'
import { choosesOther } from './standing.ts'
import type { Walk } from './walk.ts'

/**
 * What is wrong with answers that are right by themselves: to what is not asked or not offered, against the author's
 * conditions, or missing where nobody goes on without them.
 *
 * @param given the answers to check, keys of the plan
 * @param places the questions among which those that block are looked for
 */
export function checkWhole(walked: Walk, given: Answers, places: readonly Place[]): readonly Finding[] {
  const findings: Finding[] = []
  const { byKey } = walked.plan
  for (const key of Object.keys(given)) {
    const place = byKey.get(key)
    if (!place) continue
    if (!isAsked(walked, place)) findings.push(answerFinding('answerNotAsked', place.path, { name: place.name }))
    else if (place.late) findings.push(...checkLate(walked, place, given))
  }
  for (const place of places) {
    if (!isAsked(walked, place)) continue
    if (place.question.consent === 'participation' && !agrees(given, place))
      findings.push(answerFinding('consentMissing', place.path, { name: place.name }))
    else if (place.question.blocking === true && !Object.hasOwn(given, place.key))
      findings.push(answerFinding('blockingAnswerMissing', place.path, { name: place.name }))
  }
  return findings
}

const agrees = (given: Answers, { key }: Place): boolean => Object.hasOwn(given, key) && given[key] === true

export const isAsked = ({ visible, enabled }: Walk, { index }: Place): boolean =>
  visible[index] === true && enabled[index] === true

function checkLate({ scope }: Walk, place: Place, given: Answers): readonly Finding[] {
  const { question, key } = place
  const answer = Object.hasOwn(given, question.name) ? given[question.name] : undefined
  if (key === question.name) return checkAnswer(question, answer, place, scope)
  return choosesOther(question, answer) ? [] : [wordsWithoutOther(place)]
}
