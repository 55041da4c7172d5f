import { answerFinding, pointer, type Clock, type Finding, type Questionnaire } from '@klankbord/model'
import { safeKey } from './at.ts'
import { accounted, type Checked } from './check.ts'
import { checkWhole, isAsked } from './check-whole.ts'
import { checkEligible } from './is-eligible.ts'
import { planOf } from './plan.ts'
import { readGiven } from './read-given.ts'
import { readsAny, unstoredNames } from './unstored-names.ts'
import { walk, type Outcomes, type Walk } from './walk.ts'

/**
 * Checks a response as it is stored: without the answers that are not, and with their outcomes beside it. The same closed
 * world as `check`: an answer that is not stored is an unknown one here, and an outcome must be there exactly where
 * something about it was asked, as far as the record tells. Without `outcomeOnly` questions it says what `check` does.
 *
 * @param answers anything, as it came in
 * @param outcomes yes or no by the name of the calculated value, anything as it came in
 * @param clock the date of the answers; needed where an expression uses it
 * @throws Problem `clockMissing`
 * @example checkRecord(questionnaire, { help: 2 }, { may_take_part: true })
 */
export function checkRecord(
  questionnaire: Questionnaire,
  answers: unknown,
  outcomes: Readonly<Record<string, unknown>>,
  clock?: Clock,
): Checked {
  const { byKey, places, hasUnstored } = planOf(questionnaire)
  const stored = hasUnstored ? new Map([...byKey].filter(([, { question }]) => question.outcomeOnly !== true)) : byKey
  const given = readGiven(stored, answers)
  const read = readOutcomes(questionnaire, outcomes)
  const faults = [...(given.ok ? [] : given.findings), ...read.findings]
  if (!given.ok || faults.length > 0) return { ok: false, findings: faults }
  const walked = walk(questionnaire, given.answers, clock, read.outcomes)
  const wrong = [
    ...checkOutcomes(questionnaire, walked, read.outcomes),
    ...checkWhole(
      walked,
      given.answers,
      places.filter(({ key }) => stored.has(key)),
    ),
  ]
  const findings = wrong.length > 0 ? wrong : checkEligible(questionnaire, walked)
  if (findings.length > 0) return { ok: false, findings }
  return { ok: true, checked: accounted(questionnaire, given.answers, walked) }
}

interface ReadOutcomes {
  readonly outcomes: Outcomes
  readonly findings: readonly Finding[]
}

function readOutcomes(
  { calculatedValues = [] }: Questionnaire,
  given: Readonly<Record<string, unknown>>,
): ReadOutcomes {
  const outcomes = new Map<string, boolean | null>()
  for (const { name, outcome } of calculatedValues) if (outcome === true) outcomes.set(name, null)
  const findings = Object.entries(given).flatMap(([key, value]): readonly Finding[] => {
    const name = safeKey(key)
    if (!outcomes.has(key)) return [answerFinding('unknownAnswer', pathOf(name), { name })]
    if (typeof value !== 'boolean')
      return [answerFinding('wrongAnswerType', pathOf(name), { name, expected: 'true or false' })]
    outcomes.set(key, value)
    return []
  })
  return { outcomes, findings }
}

const pathOf = (name: string): string => pointer('/outcomes', name)

/** Whether each outcome is there for whom something about it was asked, and for nobody else. */
function checkOutcomes(questionnaire: Questionnaire, walked: Walk, outcomes: Outcomes): readonly Finding[] {
  if (outcomes.size === 0) return []
  const { questions, calculatedValues } = questionnaire
  const unstored = unstoredNames(questions, calculatedValues)
  return [...outcomes].flatMap(([name, outcome]): readonly Finding[] => {
    const asked = [...(walked.plan.needs.get(name) ?? [])].map((need) => wasAsked(need, walked, unstored))
    if (outcome === null && asked.includes(true)) return [answerFinding('outcomeMissing', pathOf(name), { name })]
    if (outcome !== null && asked.length > 0 && asked.every((each) => each === false))
      return [answerFinding('answerNotAsked', pathOf(name), { name })]
    return []
  })
}

/** Undefined where only answers that are not stored could tell. */
function wasAsked(need: string, walked: Walk, unstored: ReadonlySet<string>): boolean | undefined {
  const place = walked.plan.byKey.get(need)
  if (!place) return (walked.outcomes?.get(need) ?? null) !== null
  const { visibleIf, enableIf } = place.question
  return readsAny(visibleIf, unstored) || readsAny(enableIf, unstored) ? undefined : isAsked(walked, place)
}
