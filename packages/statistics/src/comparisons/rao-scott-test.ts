import { computed, notComputed, problem, type NotComputed } from '@klankbord/model'
import { givenWeights, requireLength } from '../columns/require-rows.ts'
import { surveyDesign } from '../designs/survey-design.ts'
import { chiSquareUpperTail } from '../distributions/chi-square.ts'
import { fUpperTail } from '../distributions/f-distribution.ts'
import { expectedCells, marginsOf, pearson, type CountedTable, type Table } from './count-table.ts'
import { interactionEffects } from './interaction-effects.ts'
import type { WeightedPeople } from './weighted-people.ts'

export interface RaoScottResult {
  readonly n: number
  /** Weights added up per cell. */
  readonly weighted: Table
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
 * Not computed: `noAnswers`; `noWeight`; `emptyMargin` where a row or a column weighs nothing; `oneInStratum` where one
 * person stands for a stratum with more; `noSpread` where everybody of each stratum was asked.
 *
 * @example raoScottTest({ row: [0, 0, 1, 1], column: [0, 1, 1, 1], rows: 2, columns: 2, weights: [1, 2, 1, 3] })
 * @throws Problem `lengthsDiffer`, `argumentOutOfRange` for a place outside the table, `weightOutOfRange`; as
 *   `surveyDesign` for strata and populations; `tableNotRectangular`
 */
export function raoScottTest(people: WeightedPeople): RaoScottResult | NotComputed {
  const { row, column, strata, populations } = people
  const n = row.length
  requireLength('column', column, n)
  const weights = givenWeights('weights', people.weights, n)
  const weighted = weightedTable(people, weights)
  const design = surveyDesign({ rows: n, weights, ...(strata && { strata }), ...(populations && { populations }) })
  const margins = marginsOf(weighted)
  if (!computed<CountedTable>(margins)) {
    return n > 0 && margins.notComputed === 'noAnswers' ? notComputed('noWeight') : margins
  }
  const effects = interactionEffects(people, design, weighted)
  if ('notComputed' in effects) return effects
  const { trace, traceOfSquare } = effects
  if (!(trace > 0)) return notComputed('noSpread')
  const chiSquare = (n / margins.all) * pearson(weighted, expectedCells(margins))
  const df = (people.rows - 1) * (people.columns - 1)
  const [f, df1] = [chiSquare / trace, (trace * trace) / traceOfSquare]
  const df2 = df1 * design.df
  const pChiSquare = chiSquareUpperTail((chiSquare * df) / trace, df)
  return { n, weighted, chiSquare, df, pChiSquare, f, df1, df2, p: fUpperTail(f, df1, df2) }
}

function weightedTable({ row, column, rows, columns }: WeightedPeople, weights: Float64Array): Table {
  const table = Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0))
  for (const [person, weight] of weights.entries()) {
    const [r, c] = [row[person] ?? -1, column[person] ?? -1]
    const line = table[r]
    if (!line || line[c] === undefined) {
      const expected = `a place in ${rows} rows and ${columns} columns`
      throw problem('argumentOutOfRange', { name: 'cell', value: line ? c : r, expected })
    }
    line[c] += weight
  }
  return table
}
