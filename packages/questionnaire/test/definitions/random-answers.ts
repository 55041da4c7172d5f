import fc from 'fast-check'
import {
  commentKey,
  hasOptions,
  type AnswerParts,
  type AnswerValue,
  type Answers,
  type DateQuestion,
  type InputQuestion,
  type NumberQuestion,
  type Option,
  type PanelDynamicQuestion,
  type Question,
  type Questionnaire,
  type TextQuestion,
} from '@klankbord/model'
import { checkScreen, route } from '@klankbord/questionnaire'
import { CLOCK } from './clock.ts'
import { fitted } from './fitted-answer.ts'

/** What somebody would answer to each question and write beside "other", as far as they get there; undefined is skipped. */
export type Mind = Readonly<Record<string, AnswerValue | undefined>>

/** Text that a person could type, emoji included. */
const words = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .filter((line) => line.length <= maxLength && !line.includes('\u0000') && !/[\r\n]/.test(line))

/** Any right answer to a question, if all that it has is offered. */
export function answerTo(question: Question): fc.Arbitrary<AnswerValue> {
  switch (question.type) {
    case 'checkbox':
      return selection(question)
    case 'ranking':
      return fc.shuffledSubarray(valuesOf(question.options), {
        minLength: question.minSelected,
        maxLength: question.maxSelected,
      })
    case 'matrix':
      return parts(question.rows.map(({ name }) => [name, fc.constantFrom(...valuesOf(question.columns))]))
    case 'multipletext':
      return parts(question.items.map((item) => [item.name, typed(item)]))
    case 'paneldynamic':
      return panels(question)
    case 'signaturepad':
      return fc.constantFrom(...DRAWINGS)
    default:
      return hasOptions(question) ? fc.constantFrom(...valuesOf(question.options)) : typed(question)
  }
}

const valuesOf = (options: readonly Option[]): Option['value'][] => options.map((option) => option.value)

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M 1,1 L 2,2" stroke="#000" fill="none"></path></svg>'
const DRAWINGS = [
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  `data:image/svg+xml;base64,${btoa(SVG)}`,
]

function selection(question: Extract<Question, { type: 'checkbox' }>): fc.Arbitrary<AnswerValue> {
  const alone = question.options.filter((option) => option.empty !== undefined || option.exclusive === true)
  const together = valuesOf(question.options.filter((option) => !alone.includes(option)))
  const { minSelected: minLength = 1, maxSelected = together.length } = question
  const several = fc.shuffledSubarray(together, { minLength, maxLength: Math.min(maxSelected, together.length) })
  return alone.length === 0 ? several : fc.oneof(several, fc.constantFrom(...alone.map((option) => [option.value])))
}

type Part = AnswerParts[string]

function parts(entries: readonly (readonly [string, fc.Arbitrary<Part>])[]): fc.Arbitrary<AnswerParts> {
  const some = fc.record(Object.fromEntries(entries), { requiredKeys: [] }) as fc.Arbitrary<AnswerParts>
  return some.filter((answer) => Object.keys(answer).length > 0)
}

function panels({ questions, minPanels, maxPanels }: PanelDynamicQuestion): fc.Arbitrary<AnswerValue> {
  const entries = questions.flatMap((question): [string, fc.Arbitrary<Part>][] => [
    [question.name, answerTo(question) as fc.Arbitrary<Part>],
    ...('other' in question && question.other
      ? ([[commentKey(question.name), words(question.other.maxLength)]] as [string, fc.Arbitrary<Part>][])
      : []),
  ])
  return fc.array(parts(entries), { minLength: Math.max(1, minPanels), maxLength: maxPanels })
}

function typed(question: InputQuestion): fc.Arbitrary<string | number> {
  if (question.type === 'number') return number(question)
  return 'maxLength' in question ? text(question) : date(question)
}

function number({ min = -1000, max = 1000, step, validators = [] }: NumberQuestion): fc.Arbitrary<number> {
  const ranges = validators.filter((validator) => validator.type === 'range')
  const lowest = Math.max(min, ...ranges.map((range) => range.min ?? min))
  const highest = Math.min(max, ...ranges.map((range) => range.max ?? max))
  if (step === undefined)
    return fc.double({ min: lowest, max: highest, noNaN: true }).filter((value) => !Object.is(value, -0))
  return fc
    .integer({ min: Math.ceil((lowest - min) / step), max: Math.floor((highest - min) / step) })
    .map((steps) => Number((min + steps * step).toFixed(6)))
}

const DAY = 86_400_000

function date({ type, min = '1950-01-01', max = '2050-12-31' }: DateQuestion): fc.Arbitrary<string> {
  const range = { min: Math.ceil(Date.parse(min) / DAY), max: Math.floor(Date.parse(max) / DAY) }
  return fc.integer(range).map((days) => new Date(days * DAY).toISOString().slice(0, type === 'date' ? 10 : 7))
}

function text({ type, maxLength, validators = [] }: TextQuestion): fc.Arbitrary<string> {
  const pattern = validators.find((validator) => validator.type === 'pattern')
  if (pattern) return fc.stringMatching(new RegExp(pattern.pattern)).filter((line) => line.length <= maxLength)
  if (type === 'email' || validators.some((validator) => validator.type === 'email'))
    return fc.stringMatching(/^[a-z]{1,8}(\.[a-z0-9]{1,8})?@[a-z]{1,8}\.(nl|org)$/)
  const lengths = validators.filter((validator) => validator.type === 'length')
  return words(maxLength).filter((line) =>
    lengths.every(
      ({ min = 0, max = maxLength, digits }) =>
        line.length >= min && line.length <= max && (digits !== false || !/[0-9]/.test(line)),
    ),
  )
}

/** What a respondent would answer to each question. Whoever goes on has answered a question that blocks. */
export function respondent(questionnaire: Questionnaire): fc.Arbitrary<Mind> {
  const entries = questionnaire.questions.flatMap((question): [string, fc.Arbitrary<AnswerValue | undefined>][] => {
    const answer = answerTo(question)
    const skippable = question.blocking === true ? answer : fc.option(answer, { nil: undefined, freq: 4 })
    if (!('other' in question) || !question.other) return [[question.name, skippable]]
    return [
      [question.name, skippable],
      [commentKey(question.name), fc.option(words(question.other.maxLength), { nil: undefined })],
    ]
  })
  return fc.record(Object.fromEntries(entries))
}

/** Walks the screens as the pages do: one after the other, as the answers so far lead, choosing from what is offered. */
export function walk(questionnaire: Questionnaire, mind: Mind): Answers {
  let answers: Answers = {}
  const seen = new Set<string>()
  for (;;) {
    const screen = route(questionnaire, answers, CLOCK).screens.find(({ id }) => !seen.has(id))
    if (!screen) return answers
    seen.add(screen.id)
    const given: Record<string, AnswerValue> = {}
    for (const name of screen.questions)
      Object.assign(given, fitted(questionnaire, name, mind, { ...answers, ...given }))
    const result = checkScreen(questionnaire, screen.id, answers, given, CLOCK)
    if (!result.ok) throw new Error(`a right answer was refused: ${result.findings[0]?.message}`)
    answers = result.answers
  }
}
