import fc from 'fast-check'
import { hasOptions, type Answers, type AnswerValue, type Question, type Questionnaire } from '@klankbord/model'
import { checkScreen, route } from '@klankbord/questionnaire'

/** Text that a person could type, line ends and emoji included. */
const words = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .filter((text) => text.length <= maxLength && !text.includes('\u0000'))

/** Any right answer to a question. */
export function answerTo(question: Question): fc.Arbitrary<AnswerValue> {
  if (question.type === 'checkbox') return selection(question)
  if (hasOptions(question)) return fc.constantFrom(...question.options.map((option) => option.value))
  if (question.type !== 'number') return words(question.maxLength)
  const { min = -1000, max = 1000, step } = question
  if (step === undefined) return fc.double({ min, max, noNaN: true }).filter((value) => !Object.is(value, -0))
  return fc
    .integer({ min: 0, max: Math.floor((max - min) / step) })
    .map((steps) => Number((min + steps * step).toFixed(6)))
}

function selection(question: Extract<Question, { type: 'checkbox' }>): fc.Arbitrary<AnswerValue> {
  const alone = question.options.filter((option) => option.empty !== undefined || option.exclusive === true)
  const together = question.options.filter((option) => !alone.includes(option)).map((option) => option.value)
  const { minSelected: minLength = 1, maxSelected = together.length } = question
  const several = fc.shuffledSubarray(together, { minLength, maxLength: Math.min(maxSelected, together.length) })
  return alone.length === 0 ? several : fc.oneof(several, fc.constantFrom(...alone.map((option) => [option.value])))
}

/** What a respondent would answer to each question, or undefined for a question that they skip. */
export function respondent(questionnaire: Questionnaire): fc.Arbitrary<Record<string, AnswerValue | undefined>> {
  return fc.record(
    Object.fromEntries(
      questionnaire.questions.map((question) => [
        question.name,
        fc.option(answerTo(question), { nil: undefined, freq: 4 }),
      ]),
    ),
  )
}

/** Walks the screens as the pages do: one after the other, as the answers so far lead. */
export function walk(questionnaire: Questionnaire, mind: Record<string, AnswerValue | undefined>): Answers {
  let answers: Answers = {}
  const seen = new Set<string>()
  for (;;) {
    const screen = route(questionnaire, answers).screens.find(({ id }) => !seen.has(id))
    if (!screen) return answers
    seen.add(screen.id)
    const given = Object.fromEntries(
      screen.questions.filter((name) => mind[name] !== undefined).map((name) => [name, mind[name]]),
    )
    const result = checkScreen(questionnaire, screen.id, answers, given)
    if (!result.ok) throw new Error(`a right answer was refused: ${result.findings[0]?.message}`)
    answers = result.answers
  }
}
