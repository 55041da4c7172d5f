import {
  EMPTY_CODES,
  type AnswerValue,
  type CheckedAnswers,
  type Codebook,
  type PackedAnswers,
  type Variable,
} from '@klankbord/model'
import { WORD_BITS } from './codebook.ts'

/**
 * Packs checked answers into the codes of a codebook: an int16 per variable, 15-bit words for several
 * answers, numbers apart. Words themselves are not packed, only that they are there.
 */
export function pack(codebook: Codebook, { answers, empties }: CheckedAnswers): PackedAnswers {
  const codes: number[] = []
  const numbers: number[] = []
  for (const variable of codebook.variables) {
    const answer = answers[variable.name]
    const empty = EMPTY_CODES[empties[variable.name] ?? 'skipped']
    codes.push(...(answer === undefined ? padded([empty], variable.slots) : codesOf(variable, answer)))
    if (variable.number !== undefined) numbers.push(typeof answer === 'number' ? answer : 0)
  }
  return { codes, numbers }
}

/** What a text or a number has for a code when it is there. */
const PRESENT = 1

function codesOf(variable: Variable, answer: AnswerValue): readonly number[] {
  if (variable.type === 'numeric' || variable.type === 'text') return [PRESENT]
  if (!Array.isArray(answer)) return [categoryOf(variable, answer)?.code ?? EMPTY_CODES.skipped]
  const empty = answer.length === 1 ? categoryOf(variable, answer[0]) : undefined
  return padded(empty?.empty === undefined ? wordsOf(variable, answer) : [empty.code], variable.slots)
}

const categoryOf = (variable: Variable, value: unknown): Variable['categories'][number] | undefined =>
  variable.categories.find((category) => category.value === value)

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
