import { notComputed, problem, type NotComputed } from '@klankbord/model'
import { chiSquareUpperTail } from '../distributions/chi-square.ts'
import { fUpperTail } from '../distributions/f-distribution.ts'
import { interactionCovariance } from './interaction-covariance.ts'
import { requireTable } from './count-table.ts'
import type { WeightedPeople } from './weighted-people.ts'

export interface RaoScottResult {
  readonly n: number
  /** Weights added up per cell. */
  readonly weighted: readonly (readonly number[])[]
  /** Pearson's chi-square of that table, scaled to n people. */
  readonly chiSquare: number
  readonly df: number
  /** Of chi-square divided by the mean design effect (first order). */
  readonly pChiSquare: number
  /** Second order, with Satterthwaite's degrees of freedom: the one to use. */
  readonly f: number
  readonly df1: number
  readonly df2: number
  readonly p: number
}

/**
 * The test of no association for weighted answers of Rao and Scott (1981, 1984), in the form of an F (Thomas & Rao 1987;
 * R: `svychisq`): chi-square is divided by how much more the weights and strata make cells vary than a simple sample
 * would. Assumes independent people within strata; not for samples of whole households or teams.
 *
 * Not computed: `noAnswers`; `emptyMargin` where a row or a column weighs nothing; `oneInStratum` where one person
 * stands for a stratum with more; `noSpread` where everybody of each stratum was asked.
 *
 * @example raoScottTest({ row: [0, 0, 1, 1], column: [0, 1, 1, 1], rows: 2, columns: 2, weights: [1, 2, 1, 3] })
 * @throws Problem `lengthsDiffer`, `argumentOutOfRange` for a place outside the table, `weightOutOfRange`,
 *   `populationTooSmall`, `tableNotRectangular`
 */
export function raoScottTest(people: WeightedPeople): RaoScottResult | NotComputed {
  const weighted = weightedTable(people)
  const n = people.row.length
  const byRow = weighted.map((row) => row.reduce((sum, weight) => sum + weight, 0))
  const byColumn = Array.from({ length: people.columns }, (_, c) =>
    weighted.reduce((sum, row) => sum + (row[c] ?? 0), 0),
  )
  const all = byRow.reduce((sum, weight) => sum + weight, 0)
  if (n === 0 || all === 0) return notComputed(n === 0 ? 'noAnswers' : 'noWeight')
  if (byRow.includes(0) || byColumn.includes(0)) return notComputed('emptyMargin')
  const effects = interactionCovariance(
    people,
    weighted.flat().map((weight) => weight / all),
  )
  if ('notComputed' in effects) return effects
  const { trace, traceOfSquare, strata } = effects
  if (!(trace > 0)) return notComputed('noSpread')
  const chiSquare = scaledPearson(weighted, byRow, byColumn, n / all)
  const df = (people.rows - 1) * (people.columns - 1)
  const f = chiSquare / trace
  const df1 = (trace * trace) / traceOfSquare
  const df2 = df1 * (n - strata)
  return {
    n,
    weighted,
    chiSquare,
    df,
    pChiSquare: chiSquareUpperTail((chiSquare * df) / trace, df),
    f,
    df1,
    df2,
    p: fUpperTail(f, df1, df2),
  }
}

function weightedTable(people: WeightedPeople): readonly (readonly number[])[] {
  const { row, column, rows, columns, weights } = people
  const table = Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0))
  requireTable(table)
  for (const name of ['column', 'weights', 'strata', 'populations'] as const) {
    const length = people[name]?.length ?? row.length
    if (length !== row.length) throw problem('lengthsDiffer', { name, length, expected: row.length })
  }
  for (let person = 0; person < row.length; person += 1) {
    const [r, c, weight] = [row[person] ?? -1, column[person] ?? -1, weights ? (weights[person] ?? -1) : 1]
    const line = table[r]
    if (!line || line[c] === undefined) {
      const expected = `a place in ${rows} rows and ${columns} columns`
      throw problem('argumentOutOfRange', { name: 'cell', value: line ? c : r, expected })
    }
    if (!(weight >= 0 && weight < Infinity)) throw problem('weightOutOfRange', { name: 'weights' })
    line[c] += weight
  }
  return table
}

function scaledPearson(
  table: readonly (readonly number[])[],
  byRow: readonly number[],
  byColumn: readonly number[],
  scale: number,
): number {
  const all = byRow.reduce((sum, weight) => sum + weight, 0)
  const parts = table.flatMap((row, r) =>
    row.map((weight, c) => {
      const expects = ((byRow[r] ?? 0) * (byColumn[c] ?? 0)) / all
      return (weight - expects) ** 2 / expects
    }),
  )
  return scale * parts.reduce((sum, part) => sum + part, 0)
}
