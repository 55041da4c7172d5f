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
  for (const variable of codebook.variables) {
    const value = valueAt(variable.source, checked)
    const duration = variable.type === 'duration' ? ownOf(checked.durations ?? {}, variable.name) : undefined
    if (duration) codes.push(duration.censored ? CENSORED : PRESENT)
    else if (variable.type === 'duration') codes.push(emptyDuration(codebook, variable, codes))
    else pushCodes(codes, variable, value, checked)
    if (variable.number !== undefined) numbers.push(duration?.days ?? numberOf(variable, value))
  }
  return { codes, numbers }
}

/** What a text, a number, a date or a duration has for a code when it is there. */
const PRESENT = 1
/** A duration that was not over. */
const CENSORED = 2

/** A duration without a value is empty as the first of its parts that is. */
function emptyDuration({ variables }: Codebook, { source }: Variable, codes: readonly number[]): number {
  const firstCodes = source.of?.map((part) => codes[variables.find(({ name }) => name === part)?.slot ?? -1] ?? PRESENT)
  return firstCodes?.find((code) => code < 0) ?? EMPTY_CODES.skipped
}

function numberOf({ type }: Variable, value: AnswerValue | undefined): number {
  if (type === 'date' && typeof value === 'string') return daysOfDate(value)
  return typeof value === 'number' ? value : 0
}

/** As many as the variable has slots. */
function pushCodes(
  codes: number[],
  variable: Variable,
  value: AnswerValue | undefined,
  { empties }: CheckedAnswers,
): void {
  const end = codes.length + variable.slots
  if (value === undefined) codes.push(EMPTY_CODES[ownOf(empties, variable.name) ?? 'skipped'])
  else if (variable.type !== 'single' && variable.type !== 'multiple') codes.push(PRESENT)
  else if (!Array.isArray(value)) codes.push(categoryOf(variable, value).code)
  else pushChosen(codes, variable, value)
  while (codes.length < end) codes.push(0)
}

/** The value itself is an answer, and so not told. */
function categoryOf({ name, categories }: Variable, value: unknown): Variable['categories'][number] {
  const category = categories.find((candidate) => candidate.value === value)
  if (category) return category
  throw problem('packedAnswersMismatch', { expected: `a value of ${name}`, found: 'another value' })
}

function pushChosen(codes: number[], variable: Variable, chosen: readonly unknown[]): void {
  const empty = chosen.map((value) => categoryOf(variable, value)).find((category) => category.empty !== undefined)
  if (empty) {
    codes.push(empty.code)
    return
  }
  let [place, word] = [0, 0]
  for (const category of variable.categories) {
    if (category.empty !== undefined) continue
    if (chosen.includes(category.value)) word |= 1 << (place % WORD_BITS)
    place += 1
    if (place % WORD_BITS === 0) {
      codes.push(word)
      word = 0
    }
  }
  if (place % WORD_BITS !== 0 || place === 0) codes.push(word)
}
