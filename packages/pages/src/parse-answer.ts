import {
  commentKey,
  hasOptions,
  type AnswerValue,
  type InputQuestion,
  type Option,
  type Primitive,
  type Question,
} from '@klankbord/model'
import { datePartsOf, parseDate } from './date-text.ts'
import { fieldOf } from './form-fields.ts'
import { parseNumber } from './number-text.ts'

/** The texts that came in a form field; none when it was not sent. */
export type FieldTexts = (field: string) => readonly string[]

/** The form fields of a question, and whether one can come more than once. */
export function fieldsOf(question: Question): readonly { readonly field: string; readonly several: boolean }[] {
  return namesOf(question).map((field) => ({
    field,
    several: question.type === 'checkbox' && field === fieldOf(question.name),
  }))
}

/**
 * The answer to a question from its fields, typed as the question takes it. What can't be typed so stays as it was
 * written: an unfinished date as its fields, a ranking with an empty place in its middle with that place. Undefined
 * when nothing was filled in.
 */
export function parseAnswer(question: Question, texts: FieldTexts): AnswerValue | undefined {
  const { name } = question
  switch (question.type) {
    case 'checkbox': {
      const chosen = filled(texts(fieldOf(name)))
      return chosen.length === 0 ? undefined : chosen.map((text) => optionValue(question.options, text))
    }
    case 'ranking':
      return ranked(
        question.options,
        places(question.maxSelected).map((place) => texts(fieldOf(name, place))[0] ?? ''),
      )
    case 'matrix':
      return partsOf(question.rows, ({ name: row }) => chosenOne(question.columns, texts(fieldOf(name, row))))
    case 'multipletext':
      return partsOf(question.items, (item) => written(item, (...parts) => texts(fieldOf(name, item.name, ...parts))))
    case 'paneldynamic':
    case 'signaturepad':
      return undefined
    default:
      return hasOptions(question)
        ? chosenOne(question.options, texts(fieldOf(name)))
        : written(question, (...parts) => texts(fieldOf(name, ...parts)))
  }
}

/** The words beside "other"; undefined where there are none. */
export function parseOtherWords(question: Question, texts: FieldTexts): string | undefined {
  return hasOtherWords(question) ? wordsFrom(texts(fieldOf(commentKey(question.name)))) : undefined
}

function hasOtherWords(question: Question): boolean {
  return hasOptions(question) && question.other !== undefined
}

function namesOf(question: Question): readonly string[] {
  const { name } = question
  switch (question.type) {
    case 'ranking':
      return places(question.maxSelected).map((place) => fieldOf(name, place))
    case 'matrix':
      return question.rows.map((row) => fieldOf(name, row.name))
    case 'multipletext':
      return question.items.flatMap((item) => inputParts(item).map((parts) => fieldOf(name, item.name, ...parts)))
    case 'paneldynamic':
    case 'signaturepad':
      return []
    default:
      if (!hasOptions(question)) return inputParts(question).map((parts) => fieldOf(name, ...parts))
      return [fieldOf(name), ...(hasOtherWords(question) ? [fieldOf(commentKey(name))] : [])]
  }
}

function inputParts(question: InputQuestion): readonly (readonly string[])[] {
  return question.type === 'date' || question.type === 'month' ? datePartsOf(question.type).map((part) => [part]) : [[]]
}

function written(
  question: InputQuestion,
  texts: (...parts: readonly string[]) => readonly string[],
): AnswerValue | undefined {
  if (question.type === 'date' || question.type === 'month') {
    const typed = datePartsOf(question.type).map((part) => [part, texts(part)[0] ?? ''] as const)
    return parseDate(question.type, Object.fromEntries(typed))
  }
  const words = wordsFrom(texts())
  if (words === undefined || question.type !== 'number') return words
  return parseNumber(words) ?? words
}

/** Browsers send two characters for a line end that counts as one. */
function wordsFrom(texts: readonly string[]): string | undefined {
  const [first] = filled(texts)
  return first?.replace(/\r\n?/g, '\n')
}

function chosenOne(options: readonly Option[], texts: readonly string[]): Primitive | undefined {
  const [first] = filled(texts)
  return first === undefined ? undefined : optionValue(options, first)
}

/** Places in the middle stay, so that the same page can be shown again; empty ones at the end are no choices. */
function ranked(options: readonly Option[], texts: readonly string[]): readonly Primitive[] | undefined {
  const last = texts.findLastIndex((text) => text !== '')
  return last < 0 ? undefined : texts.slice(0, last + 1).map((text) => (text === '' ? '' : optionValue(options, text)))
}

function partsOf<Part extends { readonly name: string }>(
  parts: readonly Part[],
  answerTo: (part: Part) => AnswerValue | undefined,
): AnswerValue | undefined {
  const given = parts.flatMap((part) => {
    const answer = answerTo(part)
    return answer === undefined ? [] : [[part.name, answer] as const]
  })
  // An unfinished date in a multipletext is one level deeper than an answer can be; the check refuses it.
  return given.length === 0 ? undefined : (Object.fromEntries(given) as AnswerValue)
}

/** The option's own value; what is no option stays text, for the check to refuse. */
function optionValue(options: readonly Option[], text: string): Primitive {
  return options.find(({ value }) => String(value) === text)?.value ?? text
}

const filled = (texts: readonly string[]): readonly string[] => texts.filter((text) => text.trim() !== '')

const places = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => String(index + 1))
