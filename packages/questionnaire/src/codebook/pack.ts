import {
  EMPTY_CODES,
  problem,
  type AnswerValue,
  type CheckedAnswers,
  type Codebook,
  type PackedAnswers,
  type Variable,
} from '@klankbord/model'
import { WORD_BITS } from './codebook.ts'
import { daysOfDate } from './days-of-date.ts'
import { ownOf, valueAt } from './value-at.ts'

/**
 * Packs checked answers into the codes of a codebook: an int16 per variable, 15-bit words for several
 * answers; numbers, dates and durations apart. Words themselves are not packed, only that they are there. The order in
 * which several answers were ticked says nothing and is not kept; that of a ranking is.
 *
 * @throws Problem `packedAnswersMismatch` when an answer is none of the values of its variable: it was checked against
 * another questionnaire
 */
export function pack(codebook: Codebook, checked: CheckedAnswers): PackedAnswers {
  const codes: number[] = []
  const numbers: number[] = []
  const firstCodes = new Map<string, number>()
  for (const variable of codebook.variables) {
    const { codes: own, number } =
      variable.type === 'duration' ? packDuration(variable, checked, firstCodes) : packValue(variable, checked)
    firstCodes.set(variable.name, own[0] ?? PRESENT)
    codes.push(...own)
    if (variable.number !== undefined) numbers.push(number)
  }
  return { codes, numbers }
}

/** What a text, a number, a date or a duration has for a code when it is there. */
const PRESENT = 1
/** A duration that was not over. */
const CENSORED = 2

interface PackedVariable {
  readonly codes: readonly number[]
  /** Kept only for a variable that has a place among the numbers. */
  readonly number: number
}

/** A duration without a value is empty as the first of its parts that is. */
function packDuration(
  { name, source }: Variable,
  { durations = {} }: CheckedAnswers,
  firstCodes: ReadonlyMap<string, number>,
): PackedVariable {
  const duration = ownOf(durations, name)
  if (duration) return { codes: [duration.censored ? CENSORED : PRESENT], number: duration.days }
  const emptyPart = source.of?.map((part) => firstCodes.get(part) ?? PRESENT).find((code) => code < 0)
  return { codes: [emptyPart ?? EMPTY_CODES.skipped], number: 0 }
}

function packValue(variable: Variable, checked: CheckedAnswers): PackedVariable {
  const value = valueAt(variable.source, checked)
  return { codes: codesOf(variable, value, checked), number: numberOf(variable, value) }
}

function numberOf({ type }: Variable, value: AnswerValue | undefined): number {
  if (type === 'date' && typeof value === 'string') return daysOfDate(value)
  return typeof value === 'number' ? value : 0
}

function codesOf(variable: Variable, value: AnswerValue | undefined, { empties }: CheckedAnswers): readonly number[] {
  if (value === undefined) return padded([EMPTY_CODES[ownOf(empties, variable.name) ?? 'skipped']], variable.slots)
  if (variable.type !== 'single' && variable.type !== 'multiple') return [PRESENT]
  if (!Array.isArray(value)) return [categoryOf(variable, value).code]
  const chosen = value.map((each) => categoryOf(variable, each))
  const empty = chosen.find((category) => category.empty !== undefined)
  return padded(empty ? [empty.code] : wordsOf(variable, value), variable.slots)
}

/** The value itself is an answer, and so not told. */
function categoryOf({ name, categories }: Variable, value: unknown): Variable['categories'][number] {
  const category = categories.find((candidate) => candidate.value === value)
  if (category) return category
  throw problem('packedAnswersMismatch', { expected: `a value of ${name}`, found: 'another value' })
}

function wordsOf(variable: Variable, chosen: readonly unknown[]): readonly number[] {
  const words = Array.from({ length: variable.slots }, () => 0)
  const valid = variable.categories.filter((category) => category.empty === undefined)
  valid.forEach((category, place) => {
    const word = Math.floor(place / WORD_BITS)
    if (chosen.includes(category.value)) words[word] = (words[word] ?? 0) | (1 << (place % WORD_BITS))
  })
  return words
}

const padded = (codes: readonly number[], length: number): readonly number[] => [
  ...codes,
  ...Array.from({ length: length - codes.length }, () => 0),
]
