import { answerFinding, type Answers, type Clock, type Finding, type Questionnaire } from '@klankbord/model'
import { checkWhole } from './check-whole.ts'
import { planOf } from './plan.ts'
import { readGiven } from './read-given.ts'
import { unansweredOf } from './unanswered.ts'
import { walk } from './walk.ts'

/** The answers with those of one screen replaced, or what is wrong with that screen. */
export type CheckedScreen =
  | {
      readonly ok: true
      readonly answers: Answers
      /** Questions of the screen without an answer, or with a part without one, that are asked once more and then skippable. */
      readonly unanswered: readonly string[]
      /** Variables of the rows, items and questions in panels that are still open, like `care__quick`. */
      readonly unansweredParts: readonly string[]
    }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/**
 * Checks what was filled in on one screen and puts it in the place of what was there. Questions of the screen
 * that are not given lose their answer. Answers of other screens stay, also behind doors that are now closed:
 * `askedAnswers` leaves those out at the end.
 *
 * @param soFar answers that passed earlier screens
 * @param given anything, as it came in: answers by question name, of this screen only
 * @throws Problem `clockMissing` when an expression needs the date and there is no clock
 */
export function checkScreen(
  questionnaire: Questionnaire,
  screenId: string,
  soFar: Answers,
  given: unknown,
  clock?: Clock,
): CheckedScreen {
  const screen = questionnaire.screens.find((candidate) => candidate.id === screenId)
  if (!screen) {
    const screens = questionnaire.screens.map((candidate) => candidate.id)
    return { ok: false, findings: [answerFinding('unknownScreen', '/screen', { screens })] }
  }
  const plan = planOf(questionnaire)
  const here = new Map([...plan.byKey].filter(([, { question }]) => screen.questions.includes(question.name)))
  const read = readGiven(here, given)
  if (!read.ok) return read
  const others = Object.entries(soFar).filter(([key]) => !here.has(key))
  const answers = { ...Object.fromEntries(others), ...read.answers }
  const walked = walk(questionnaire, answers, clock)
  const findings = checkWhole(
    walked,
    read.answers,
    plan.places.filter(({ key }) => here.has(key)),
  )
  if (findings.length > 0) return { ok: false, findings }
  return { ok: true, answers, ...unansweredOf(walked, screen) }
}
