import {
  emptyKindOf,
  problem,
  type Answers,
  type AnswerValue,
  type CheckedAnswers,
  type Codebook,
  type PackedAnswers,
  type Variable,
} from '@klankbord/model'
import { WORD_BITS } from './codebook.ts'

/**
 * Gives back the answers that were packed, several answers in the order of the options. Words are not among
 * packed answers, so they come from beside.
 *
 * @param words the answers to questions for words, by name
 * @throws Problem `packedAnswersMismatch` when the codes belong to another codebook
 */
export function unpack(codebook: Codebook, packed: PackedAnswers, words: Answers = {}): CheckedAnswers {
  requireFit(codebook, packed)
  const answers: Record<string, AnswerValue> = {}
  const empties: Record<string, 'notAsked' | 'skipped'> = {}
  for (const variable of codebook.variables) {
    const kind = emptyKindOf(packed.codes[variable.slot] ?? 0)
    if (kind === 'notAsked' || kind === 'skipped') empties[variable.name] = kind
    else {
      const answer = answerOf(variable, packed, words)
      if (answer !== undefined) answers[variable.name] = answer
    }
  }
  return { answers, empties }
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

function answerOf(variable: Variable, { codes, numbers }: PackedAnswers, words: Answers): AnswerValue | undefined {
  const code = codes[variable.slot] ?? 0
  switch (variable.type) {
    case 'numeric':
      return numbers[variable.number ?? 0]
    case 'text':
      return words[variable.name]
    case 'single':
      return valueOf(variable, code)
    case 'multiple':
      if (code < 0) return [valueOf(variable, code)].filter((value) => value !== undefined)
      return variable.categories
        .filter((category) => category.empty === undefined)
        .filter((_, place) => isTicked(codes, variable.slot, place))
        .map((category) => category.value)
  }
}

const valueOf = (variable: Variable, code: number): string | number | boolean => {
  const category = variable.categories.find((candidate) => candidate.code === code)
  if (category) return category.value
  throw problem('packedAnswersMismatch', { expected: `a code of ${variable.name}`, found: 'another code' })
}

const isTicked = (codes: readonly number[], slot: number, place: number): boolean =>
  (((codes[slot + Math.floor(place / WORD_BITS)] ?? 0) >> (place % WORD_BITS)) & 1) === 1
