import { notComputed, problem, type NotComputed } from '@klankbord/model'
import { requireLength } from '../columns/require-rows.ts'
import { around, normalReach, type Interval } from '../intervals/around.ts'
import { sumOf } from '../summaries/sum-of.ts'

/** The code that a coder gave to each unit (an open answer); null where this coder gave none. */
export type Coding = ArrayLike<number | null>

/** How well two coders agree, beyond what chance would make. */
export interface CohensKappa {
  /** Units that both coded. */
  readonly n: number
  /** Agreement seen, and that of two coders who use the codes as often but have nothing in common; from 0 to 1. */
  readonly observed: number
  readonly expected: number
  readonly kappa: number
  /** Of Fleiss, Cohen and Everitt (1969), for large n; 0 where they always agree, which does not mean that it is sure. */
  readonly standardError: number
  /** With the normal distribution; not above 1 nor below −1. Not computed: `noSpread` where the standard error is 0. */
  readonly interval: Interval | NotComputed
}

/**
 * Cohen's (1960) kappa, or with `near` his weighted kappa (1968) for codes that have an order. 0: no better than chance; 1:
 * always the same. It falls when one code is used for nearly everything, however well coders agree: look at `observed`, too.
 *
 * Not computed: `noAnswers` where no unit was coded by both; `noSpread` where both gave one and the same code to all.
 *
 * @param near how much codes that differ agree, by their places in `codes`: `linear` with their distance, `quadratic` with
 *   its square; not at all unless told
 * @param codes all codes, in order; those that were given, by size, unless told
 * @example cohensKappa([1, 1, 2, 2], [1, 1, 2, 1]).kappa // 0.5
 * @throws Problem `lengthsDiffer`, `unknownCode`, `levelOutOfRange`
 */
export function cohensKappa(
  first: Coding,
  second: Coding,
  { near, codes, level = 0.95 }: KappaOptions = {},
): CohensKappa | NotComputed {
  const z = normalReach(level)
  requireLength('second', second, first.length)
  const pairs = Array.from(
    { length: first.length },
    (_, unit) => [first[unit] ?? null, second[unit] ?? null] as const,
  ).filter((pair): pair is readonly [number, number] => pair[0] !== null && pair[1] !== null)
  if (pairs.length === 0) return notComputed('noAnswers')
  const known = codes ?? [...new Set(pairs.flat())].toSorted((a, b) => a - b)
  const table = sharesOf(pairs, known)
  const agreement = (row: number, column: number): number => agreementOf(row, column, known.length, near)
  const { observed, expected, variance } = agreementIn(table, agreement, pairs.length)
  if (expected >= 1) return notComputed('noSpread')
  const kappa = (observed - expected) / (1 - expected)
  const standardError = Math.sqrt(Math.max(0, variance))
  const { low, high } = around(kappa, z * standardError)
  const within = { low: Math.max(-1, low), high: Math.min(1, high) }
  const interval = standardError > ROUNDING ? within : notComputed('noSpread')
  return { n: pairs.length, observed, expected, kappa, standardError, interval }
}

/** What the square root leaves of a variance of nothing. */
const ROUNDING = 1e-7

export interface KappaOptions {
  /** How much codes that differ agree; not at all unless told. */
  readonly near?: 'linear' | 'quadratic'
  /** All codes, in order; those that were given, by size, unless told. */
  readonly codes?: readonly number[]
  /** Of the interval; 0.95 unless told. */
  readonly level?: number
}

type Table = readonly (readonly number[])[]

/** @throws Problem `unknownCode` */
function sharesOf(pairs: readonly (readonly [number, number])[], codes: readonly number[]): Table {
  const places = new Map(codes.map((code, place) => [code, place]))
  const table = codes.map(() => codes.map(() => 0))
  for (const [one, other] of pairs) {
    const [row, column] = [places.get(one), places.get(other)]
    const line = row === undefined ? undefined : table[row]
    if (!line || column === undefined) throw problem('unknownCode', { known: codes })
    line[column] = (line[column] ?? 0) + 1 / pairs.length
  }
  return table
}

function agreementOf(row: number, column: number, size: number, near: KappaOptions['near']): number {
  if (row === column) return 1
  if (near === undefined) return 0
  const distance = Math.abs(row - column) / (size - 1)
  return 1 - (near === 'linear' ? distance : distance * distance)
}

function agreementIn(
  table: Table,
  agreement: (row: number, column: number) => number,
  n: number,
): { readonly observed: number; readonly expected: number; readonly variance: number } {
  const rows = table.map(sumOf)
  const columns = table.map((_, column) => sumOf(table.map((line) => line[column] ?? 0)))
  const ofRow = rows.map((_, row) => sumOf(columns.map((share, column) => share * agreement(row, column))))
  const ofColumn = columns.map((_, column) => sumOf(rows.map((share, row) => share * agreement(row, column))))
  const observed = sumOf(table.flatMap((line, row) => line.map((share, column) => share * agreement(row, column))))
  const expected = sumOf(rows.map((share, row) => share * (ofRow[row] ?? 0)))
  const squares = table.flatMap((line, row) =>
    line.map((share, column) => {
      const bothOf = (ofRow[row] ?? 0) + (ofColumn[column] ?? 0)
      return share * (agreement(row, column) * (1 - expected) - bothOf * (1 - observed)) ** 2
    }),
  )
  const middle = observed * expected - 2 * expected + observed
  return { observed, expected, variance: (sumOf(squares) - middle ** 2) / (n * (1 - expected) ** 4) }
}
