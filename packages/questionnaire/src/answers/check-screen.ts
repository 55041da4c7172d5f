import { finding, type Answers, type Finding, type Question, type Questionnaire } from '@klankbord/model'
import { evaluate } from '../condition/evaluate.ts'
import { notAsked, readGiven } from './check.ts'
import { askedAnswers, route } from './route.ts'

/** The answers with those of one screen replaced, or what is wrong with that screen. */
export type CheckedScreen =
  | {
      readonly ok: true
      readonly answers: Answers
      /** Required questions of the screen without an answer: asked once more, then skippable. */
      readonly unanswered: readonly string[]
    }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/**
 * Checks what was filled in on one screen and puts it in the place of what was there. Questions of the screen
 * that are not given lose their answer. Answers of other screens stay, also behind doors that are now closed:
 * `askedAnswers` leaves those out at the end.
 *
 * @param soFar answers that passed earlier screens
 * @param given anything, as it came in: answers by question name, of this screen only
 */
export function checkScreen(
  questionnaire: Questionnaire,
  screenId: string,
  soFar: Answers,
  given: unknown,
): CheckedScreen {
  const screen = questionnaire.screens.find((candidate) => candidate.id === screenId)
  if (!screen) {
    const screens = questionnaire.screens.map((candidate) => candidate.id)
    return { ok: false, findings: [finding('unknownScreen', '/screen', { screens })] }
  }
  const here = questionnaire.questions.filter((question) => screen.questions.includes(question.name))
  const read = readGiven(here, given)
  if (!read.ok) return read
  const { asked } = route(questionnaire, soFar)
  const unasked = Object.keys(read.answers).filter((name) => !asked.has(name))
  if (unasked.length > 0) return { ok: false, findings: unasked.map(notAsked) }
  const others = Object.entries(soFar).filter(([name]) => !screen.questions.includes(name))
  const earlier = askedAnswers(questionnaire, soFar)
  const unanswered = here
    .filter(({ name }) => asked.has(name) && !Object.hasOwn(read.answers, name))
    .filter((question) => isRequired(question, earlier))
  return {
    ok: true,
    answers: { ...Object.fromEntries(others), ...read.answers },
    unanswered: unanswered.map(({ name }) => name),
  }
}

const isRequired = ({ required }: Question, answers: Answers): boolean =>
  typeof required === 'boolean' ? required : evaluate(required, answers)
