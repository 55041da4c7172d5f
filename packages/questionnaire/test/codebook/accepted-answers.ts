import fc from 'fast-check'
import {
  commentKey,
  hasOptions,
  type AnswerParts,
  type AnswerValue,
  type Answers,
  type CheckedAnswers,
  type ChoiceQuestion,
  type InputQuestion,
  type Primitive,
  type Question,
  type Questionnaire,
} from '@klankbord/model'
import { valueAt } from '../../src/codebook/value-at.ts'
import { allVariables } from '../../src/codebook/variables-of.ts'

type Simple = Primitive | readonly Primitive[]

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((text) => text.length <= 40 && !text.includes('\u0000'))
const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

/** An answer to a question with one value. Several answers come in the order of the options, the order they are kept in. */
function simple(question: ChoiceQuestion | InputQuestion): fc.Arbitrary<Simple> {
  if (question.type === 'checkbox') {
    const valid = question.options.filter((option) => option.empty === undefined).map((option) => option.value)
    const empty = question.options.filter((option) => option.empty !== undefined).map((option) => [option.value])
    return fc.oneof(
      fc.subarray(valid, { minLength: 1 }),
      fc.constant(valid),
      ...(empty.length > 0 ? [fc.constantFrom(...empty)] : []),
    )
  }
  if (hasOptions(question)) return fc.constantFrom(...question.options.map((option) => option.value))
  if (question.type === 'email') return fc.constantFrom('a@b.nl', 'iemand.anders@example.org')
  if (question.type === 'number') {
    const { min = -1e300, max = 1e300 } = question
    return fc.double({ min, max, noNaN: true }).filter((value) => !Object.is(value, -0))
  }
  if (question.type === 'date') return day
  return question.type === 'month' ? day.map((date) => date.slice(0, 7)) : words
}

/** Some of these, at least so many. */
function some<Value>(arbitraries: Readonly<Record<string, fc.Arbitrary<Value>>>): fc.Arbitrary<Record<string, Value>> {
  return fc.record(arbitraries, { requiredKeys: [] }) as fc.Arbitrary<Record<string, Value>>
}

const notEmpty = (value: object): boolean => Object.keys(value).length > 0

function answerTo(question: Question): fc.Arbitrary<AnswerValue> {
  switch (question.type) {
    case 'matrix': {
      const cell = fc.constantFrom(...question.columns.map((column) => column.value))
      return some(Object.fromEntries(question.rows.map((row) => [row.name, cell]))).filter(notEmpty)
    }
    case 'multipletext':
      return some(Object.fromEntries(question.items.map((item) => [item.name, simple(item)]))).filter(notEmpty)
    case 'ranking':
      return fc.shuffledSubarray(
        question.options.map((option) => option.value),
        { minLength: question.minSelected, maxLength: question.maxSelected },
      )
    case 'paneldynamic':
      return fc
        .array(panel(question.questions), { minLength: 1, maxLength: question.maxPanels })
        .filter((panels) => panels.some(notEmpty))
    case 'signaturepad':
      return fc.constant('data:image/png;base64,iVBORw0KGgo=')
    default:
      return simple(question)
  }
}

function panel(questions: readonly (ChoiceQuestion | InputQuestion)[]): fc.Arbitrary<AnswerParts> {
  return fc
    .tuple(some(Object.fromEntries(questions.map((question) => [question.name, simple(question)]))), words)
    .map(([answers, comment]) => ({ ...answers, ...commentFor(questions, answers, comment) }))
}

function commentFor(
  questions: readonly Question[],
  answers: Readonly<Record<string, AnswerValue>>,
  comment: string,
): Record<string, string> {
  const other = questions.filter((question) => {
    const value = Object.hasOwn(answers, question.name) ? answers[question.name] : undefined
    const option = hasOptions(question) ? question.options.find((candidate) => candidate.other) : undefined
    return option && [value].flat().includes(option.value)
  })
  return Object.fromEntries(other.map((question) => [commentKey(question.name), comment]))
}

/** Answers of one response as `check` gives them: every variable without a value has a kind of empty. */
export function acceptedAnswers(questionnaire: Questionnaire): fc.Arbitrary<CheckedAnswers> {
  const { questions } = questionnaire
  const answers = fc
    .tuple(some(Object.fromEntries(questions.map((question) => [question.name, answerTo(question)]))), words)
    .map(([given, comment]): Answers => ({ ...given, ...commentFor(questions, given, comment) }))
  const derived = some<Primitive>({
    often: fc.boolean(),
    moment: day,
    word: words,
    shown: fc.double({ noNaN: true, noDefaultInfinity: true }),
  })
  const waited = some({
    waited: fc.record({ days: fc.double({ min: 0, max: 1e5, noNaN: true }), censored: fc.boolean() }),
  })
  return fc
    .tuple(answers, derived, waited, fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }))
    .map(([given, worked, durations, asked]): CheckedAnswers => ({
      answers: given,
      empties: Object.fromEntries(
        allVariables(questionnaire)
          .filter((variable) => variable.type !== 'duration')
          .filter((variable) => valueAt(variable.source, { answers: given, derived: worked }) === undefined)
          .map((variable, index) => [variable.name, asked[index % asked.length] ? 'skipped' : 'notAsked']),
      ),
      ...(notEmpty(worked) ? { derived: worked } : {}),
      ...(notEmpty(durations) ? { durations } : {}),
    }))
}
