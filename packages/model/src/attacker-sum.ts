import type { LocalizedText } from './language.ts'

/** Whom a figure counts: a group by its name, everybody, or people whom no group of the breakdown holds. */
export type TermRow = 'everybody' | 'inNoGroup' | LocalizedText

/** What it counts of them. */
export type TermColumn = 'people' | 'answered' | 'notAnswered' | 'answer' | 'otherAnswer'

/** One figure in a sum that somebody could make. */
export interface AttackerTerm {
  /** How often it is added; below 0: taken off. */
  readonly times: number
  readonly row: TermRow
  readonly column: TermColumn
  /** Which question, and which answer; null where it is about people and not about what they said. */
  readonly question: LocalizedText | null
  readonly answer: LocalizedText | null
  readonly value: number
  /** `least` and `most`: a hidden figure, of which a reader knows that it is no smaller, or no larger. */
  readonly known: 'shown' | 'least' | 'most'
}

/** How a hidden figure is worked out: exactly, or what it is at least or at most. */
export interface AttackerSum {
  readonly end: 'exact' | 'least' | 'most'
  readonly terms: readonly AttackerTerm[]
  readonly outcome: number
}

/** How terms are called in the language of the reader. */
export interface TermWords {
  /** What is counted is null where it goes without saying: people, or the same as in the term before. */
  readonly named: (term: AttackerTerm, column: TermColumn | null) => string
}

/**
 * A sum as people write it: "everybody 92 − North 40 − East 30 − West 20 = 2"; with ≤ or ≥ where it is only what the hidden figure
 * is at most or at least.
 */
export function attackerSumLine({ end, terms, outcome }: AttackerSum, { named }: TermWords): string {
  const alike =
    new Set(terms.map(({ column, question, answer }) => JSON.stringify([column, question, answer]))).size <= 1
  const isClear = (place: number, { column }: AttackerTerm): boolean => alike && (place > 0 || column === 'people')
  const line = terms.map((term, place) => {
    const times = Math.abs(term.times) === 1 ? '' : `${Math.abs(term.times)} × `
    const sign = term.times < 0 ? '− ' : place === 0 ? '' : '+ '
    return `${sign}${times}${named(term, isClear(place, term) ? null : term.column)} ${term.value}`
  })
  const relation = { exact: '=', least: '≥', most: '≤' }[end]
  return end === 'exact' ? `${line.join(' ')} = ${outcome}` : `${relation} ${line.join(' ')} = ${outcome}`
}
