import { computed, notComputed, type Figure, type NotComputed } from '@klankbord/model'
import { chiSquareLogUpperTail, chiSquareUpperTail } from '../distributions/chi-square.ts'
import { countTable, expectedCells, pearson, type CountedTable, type Table } from './count-table.ts'
import { bergsmaV, cramersV } from './effect-sizes.ts'

export interface ChiSquareResult {
  readonly chiSquare: number
  readonly df: number
  readonly p: number
  /** The decimal logarithm of p, which goes on where p itself has become 0. */
  readonly log10P: number
  readonly expected: Table
  readonly leastExpected: number
  /** How many cells expect fewer than five; with many of these, chi-square is an approximation not to lean on. */
  readonly expectedBelowFive: number
  /** Standardized residuals (Haberman 1973): about normal in each cell when there is no association. */
  readonly residuals: Table
  readonly cramersV: number
  /** Bergsma's (2013) V, of which the bias in small samples is taken out; not computed for a sample that is too small. */
  readonly cramersVCorrected: Figure
  /** For two by two, else not computed (`notComparable`). */
  readonly phi: Figure
  /** With Yates's (1934) correction, for two by two. */
  readonly yates: { readonly chiSquare: number; readonly p: number } | NotComputed
}

/**
 * Pearson's chi-square test of no association between the rows and columns of a table of independent people (Pearson
 * 1900; R: `chisq.test`). Counts must be of people: weighted answers need `raoScottTest`.
 *
 * Not computed (`emptyMargin`) when a row or a column has nobody: leave it out of the table first.
 *
 * @example chiSquareTest([[12, 3], [5, 14]]) // chiSquare 9.66315…, df 1, p 0.00188…
 * @throws Problem `tableNotRectangular`, `countOutOfRange`
 */
export function chiSquareTest(table: Table): ChiSquareResult | NotComputed {
  const counted = countTable(table)
  if (!computed<CountedTable>(counted)) return counted
  const { rows, columns, all } = counted
  const expected = expectedCells(counted)
  const statistic = pearson(table, expected)
  const df = (rows.length - 1) * (columns.length - 1)
  const twoByTwo = rows.length === 2 && columns.length === 2
  const cells = expected.flat()
  return {
    chiSquare: statistic,
    df,
    p: chiSquareUpperTail(statistic, df),
    log10P: chiSquareLogUpperTail(statistic, df) / Math.LN10,
    expected,
    leastExpected: Math.min(...cells),
    expectedBelowFive: cells.filter((cell) => cell < 5).length,
    residuals: residualsOf(table, expected, counted),
    cramersV: cramersV(statistic, counted),
    cramersVCorrected: bergsmaV(statistic, counted),
    phi: twoByTwo ? Math.sqrt(statistic / all) : notComputed('notComparable'),
    yates: twoByTwo ? yatesOf(table, expected) : notComputed('notComparable'),
  }
}

function yatesOf(table: Table, expected: Table): { readonly chiSquare: number; readonly p: number } {
  const chiSquare = pearson(table, expected, 0.5)
  return { chiSquare, p: chiSquareUpperTail(chiSquare, 1) }
}

function residualsOf(table: Table, expected: Table, { rows, columns, all }: CountedTable): Table {
  return table.map((row, r) =>
    row.map((count, c) => {
      const expects = expected[r]?.[c] ?? 0
      return (count - expects) / Math.sqrt(expects * (1 - (rows[r] ?? 0) / all) * (1 - (columns[c] ?? 0) / all))
    }),
  )
}
