import { columnOf, type Column, type Dataset, type Variable } from '@klankbord/model'
import { sumOf } from '../summaries/sum-of.ts'
import { atLeast } from './at-least.ts'

/** Responses that are equal in every answer. */
export interface RepeatedRows {
  /** Responses with enough answers to be compared; null below the least group. */
  readonly compared: number | null
  /** How many of them equal at least one other. */
  readonly responses: number | null
  /** The most that are all alike. */
  readonly largest: number | null
  /** Pairs of equal responses; null where `responses` is. */
  readonly pairs: number | null
  /**
   * Pairs that would be equal if people chose each answer by itself, as often as it was given. Answers of one person hang
   * together, so several times as many is normal; hundreds of times as many is not. Null where `responses` is.
   */
  readonly expectedPairs: number | null
}

/** With fewer answers people are alike by chance. */
const FEWEST_ANSWERS = 10

/**
 * Counts responses that are equal in all answers, kinds of empty included; words are not looked at, and what is worked
 * out of other answers is not looked at twice. Exact repeats only: that nearly equal responses prove anything was claimed
 * (Kuriakose & Robbins 2016, Statistical Journal of the IAOS 32) and refuted (Simmons, Mercer, Schwarzer & Kennedy 2016,
 * in the same volume), since long lists on one subject make them by themselves.
 */
export function repeatedRows(dataset: Dataset, leastGroup: number): RepeatedRows {
  const columns = dataset.codebook.variables.filter(isAnswer).map(({ name }) => columnOf(dataset, name))
  const rows = Array.from({ length: dataset.rows }, (_, row) => columns.map((column) => partOf(column, row)))
  const compared = rows.filter((parts) => parts.filter(({ given }) => given).length >= FEWEST_ANSWERS)
  const times = countsOf(compared.map((parts) => parts.map(({ text }) => text).join(' ')))
  const repeated = times.filter((count) => count > 1)
  const responses = atLeast(leastGroup, sumOf(repeated))
  const pairs = sumOf(repeated.map(pairsOf))
  return {
    compared: atLeast(leastGroup, compared.length),
    responses,
    largest: atLeast(leastGroup, Math.max(0, ...new Set(repeated))),
    pairs: responses === null ? null : pairs,
    expectedPairs: responses === null ? null : pairsOf(compared.length) * chanceOfEqual(compared),
  }
}

interface Part {
  readonly text: string
  /** Whether it is an answer and no kind of empty. */
  readonly given: boolean
}

const isAnswer = ({ type, source }: Variable): boolean =>
  type !== 'text' && source.kind !== 'derived' && source.kind !== 'duration'

function partOf(column: Column, row: number): Part {
  if (column.type === 'multiple') {
    const words = column.bits.subarray(row * column.words, (row + 1) * column.words)
    return { text: words.join(','), given: (words[0] ?? -1) >= 0 }
  }
  if (column.type === 'single') return { text: String(column.codes[row]), given: (column.codes[row] ?? -1) >= 0 }
  const state = column.states[row] ?? -1
  const value = column.type === 'text' ? '' : `:${column.values[row]}`
  return { text: `${state}${value}`, given: state > 0 }
}

/** The chance that two rows agree in every column, each column by itself: the product of Σp². */
function chanceOfEqual(rows: readonly (readonly Part[])[]): number {
  const columns = rows[0]?.length ?? 0
  return Array.from({ length: columns }, (_, column) =>
    sumOf(countsOf(rows.map((parts) => parts[column]?.text ?? '')).map((count) => (count / rows.length) ** 2)),
  ).reduce((product, chance) => product * chance, 1)
}

function countsOf(texts: readonly string[]): readonly number[] {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts.values()]
}

const pairsOf = (count: number): number => (count * (count - 1)) / 2
