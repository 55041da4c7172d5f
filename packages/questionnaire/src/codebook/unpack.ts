import {
  emptyKindOf,
  problem,
  type Answers,
  type AnswerValue,
  type CheckedAnswers,
  type Codebook,
  type DurationValue,
  type PackedAnswers,
  type Primitive,
  type Variable,
} from '@klankbord/model'
import { answersFromParts, type SourcedValue } from './answers-from-parts.ts'
import { WORD_BITS } from './codebook.ts'
import { dateOfDays } from './days-of-date.ts'
import { ownOf, valueAt } from './value-at.ts'

/**
 * Gives back the answers that were packed, several answers in the order of the options. Words are not among
 * packed answers, so they come from beside. Kinds of empty that only paper has are no answers, and are not given back.
 *
 * @param words answers in their usual shape, of which only words are read: of open questions, of items and of
 * questions in panels, beside "other" (`NAME-Comment`), and of worked-out values by name. The stored answers will do.
 * @throws Problem `packedAnswersMismatch` when the codes belong to another codebook, or cannot have been packed
 */
export function unpack(codebook: Codebook, packed: PackedAnswers, words: Answers = {}): CheckedAnswers {
  requireFit(codebook, packed)
  const values: SourcedValue[] = []
  const empties: [string, 'notAsked' | 'skipped'][] = []
  const durations: [string, DurationValue][] = []
  for (const variable of codebook.variables) {
    const code = packed.codes[variable.slot] ?? 0
    const kind = emptyKindOf(code)
    if (variable.type === 'duration') {
      if (kind === undefined) durations.push([variable.name, durationValue(variable, packed)])
    } else if (kind === 'notAsked' || kind === 'skipped') empties.push([variable.name, kind])
    else if (kind === undefined || hasCode(variable, code)) {
      const value = variable.type === 'text' ? wordsOf(variable, words) : packedValue(variable, packed)
      if (value !== undefined) values.push({ source: variable.source, value })
    }
  }
  const derived = values.filter(({ source }) => source.kind === 'derived')
  return {
    answers: answersFromParts(values.filter(({ source }) => source.kind !== 'derived')),
    empties: Object.fromEntries(empties),
    ...(derived.length > 0 ? { derived: answersFromParts(derived) as Record<string, Primitive> } : {}),
    ...(durations.length > 0 ? { durations: Object.fromEntries(durations) } : {}),
  }
}

/** @throws Problem `packedAnswersMismatch` */
export function requireFit(codebook: Codebook, { codes, numbers }: PackedAnswers): void {
  if (codes.length === codebook.slots && numbers.length === codebook.numbers) return
  const shape = (slots: number, floats: number): string => `${slots} codes and ${floats} numbers`
  throw problem('packedAnswersMismatch', {
    expected: shape(codebook.slots, codebook.numbers),
    found: shape(codes.length, numbers.length),
  })
}

/** Whether a code is that of an option, as kinds of empty can be. */
const hasCode = ({ categories }: Variable, code: number): boolean =>
  categories.some((category) => category.code === code)

/** Words of a worked-out value stand beside the answers, under its name. */
function wordsOf({ source }: Variable, words: Answers): AnswerValue | undefined {
  return source.kind === 'derived' ? ownOf(words, source.name) : valueAt(source, { answers: words })
}

function packedValue(variable: Variable, { codes, numbers }: PackedAnswers): AnswerValue | undefined {
  const code = codes[variable.slot] ?? 0
  const number = numbers[variable.number ?? 0] ?? 0
  switch (variable.type) {
    case 'numeric':
      return number
    case 'date':
      return dateOfDays(number, variable.months)
    case 'single':
      return categoryValue(variable, code)
    case 'multiple':
      if (code < 0) return [categoryValue(variable, code)]
      return tickedValues(variable, codes)
    default:
      return undefined
  }
}

/** @throws Problem `packedAnswersMismatch` when nothing is ticked: whoever chose nothing has a kind of empty */
function tickedValues({ name, categories, slot }: Variable, codes: readonly number[]): readonly Primitive[] {
  const ticked = categories
    .filter((category) => category.empty === undefined)
    .filter((_, place) => isTicked(codes, slot, place))
  if (ticked.length > 0) return ticked.map((category) => category.value)
  throw problem('packedAnswersMismatch', { expected: `an option of ${name}, or a kind of empty`, found: 'no option' })
}

const durationValue = ({ slot, number = 0 }: Variable, { codes, numbers }: PackedAnswers): DurationValue => ({
  days: numbers[number] ?? 0,
  censored: codes[slot] === 2,
})

const categoryValue = (variable: Variable, code: number): Primitive => {
  const category = variable.categories.find((candidate) => candidate.code === code)
  if (category) return category.value
  throw problem('packedAnswersMismatch', { expected: `a code of ${variable.name}`, found: 'another code' })
}

const isTicked = (codes: readonly number[], slot: number, place: number): boolean =>
  (((codes[slot + Math.floor(place / WORD_BITS)] ?? 0) >> (place % WORD_BITS)) & 1) === 1
