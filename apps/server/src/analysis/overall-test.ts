import { computed, notComputed, type Figure, type NotComputed } from '@klankbord/model'
import {
  anova,
  chiSquareTest,
  fisherTableTest,
  isSelected,
  kruskalWallisTest,
  raoScottTest,
  welchAnova,
  type AnovaResult,
  type ChiSquareResult,
  type KruskalWallisResult,
  type Measurements,
  type RaoScottResult,
  type WelchAnovaResult,
} from '@klankbord/statistics'
import type { AnalysisData } from './analysis-data.ts'
import type { AnalysisGroup } from './analysis-groups.ts'
import { rowsIn } from './two-groups.ts'
import type { Known } from './share-figures.ts'

/** Whether the groups differ at all, in one test. */
export interface OverallTest {
  readonly test: 'chiSquare' | 'fisher' | 'kruskalWallis' | 'welchAnova' | 'raoScott'
  readonly p: Figure
  readonly effect: { readonly name: 'cramersV' | 'epsilonSquared' | 'omegaSquared'; readonly value: Figure }
}

/**
 * Answers by groups as a table: chi-square, or Fisher's exact test where a cell expects fewer than five and that can be
 * worked out; weighted the test of Rao and Scott. Answers and groups without anybody are left out.
 */
export function overallShares(
  data: AnalysisData,
  groups: readonly AnalysisGroup[],
  answers: readonly Known[],
): OverallTest {
  const [known] = answers.map((one) => one.known)
  const people = groups.flatMap((group, row) =>
    (known ? rowsIn(group.rows, known) : []).map((place) => ({
      row,
      column: answers.findIndex(({ having }) => isSelected(having, place)),
      weight: data.weighting ? (data.weighting.weights[place] ?? 0) : 1,
    })),
  )
  return testedTable(
    people.filter(({ column, weight }) => column >= 0 && weight > 0),
    data.weighting !== null,
  )
}

interface Placed {
  readonly row: number
  readonly column: number
  readonly weight: number
}

function testedTable(people: readonly Placed[], weighted: boolean): OverallTest {
  const rows = [...new Set(people.map(({ row }) => row))]
  const columns = [...new Set(people.map(({ column }) => column))]
  const smaller = Math.min(rows.length, columns.length)
  const test = weighted ? 'raoScott' : 'chiSquare'
  if (smaller < 2) return refused(test, 'cramersV', notComputed(people.length === 0 ? 'noAnswers' : 'oneGroup'))
  const placed = people.map((one) => ({
    row: rows.indexOf(one.row),
    column: columns.indexOf(one.column),
    weight: one.weight,
  }))
  if (weighted) return byRaoScott(placed, rows.length, columns.length)
  const table = rows.map(() => columns.map(() => 0))
  for (const { row, column } of placed) {
    const line = table[row]
    if (line) line[column] = (line[column] ?? 0) + 1
  }
  return byCounts(table)
}

function byCounts(table: readonly (readonly number[])[]): OverallTest {
  const chi = chiSquareTest(table)
  if (!computed<ChiSquareResult>(chi)) return refused('chiSquare', 'cramersV', chi)
  const effect = { name: 'cramersV', value: chi.cramersVCorrected } as const
  const exact = chi.leastExpected < LEAST_EXPECTED ? fisherTableTest(table) : notComputed('tooMuchWork')
  return computed<number>(exact) ? { test: 'fisher', p: exact, effect } : { test: 'chiSquare', p: chi.p, effect }
}

/** Chi-square is an approximation not to lean on where a cell expects fewer (Cochran 1954). */
const LEAST_EXPECTED = 5

function byRaoScott(people: readonly Placed[], rows: number, columns: number): OverallTest {
  const test = raoScottTest({
    row: people.map(({ row }) => row),
    column: people.map(({ column }) => column),
    rows,
    columns,
    weights: people.map(({ weight }) => weight),
  })
  if (!computed<RaoScottResult>(test)) return refused('raoScott', 'cramersV', test)
  const value = Math.sqrt(test.chiSquare / test.n / (Math.min(rows, columns) - 1))
  return { test: 'raoScott', p: test.p, effect: { name: 'cramersV', value } }
}

/** Answers in order: Kruskal and Wallis; weighted, the table of groups by answers by Rao and Scott. */
export function overallOrder(data: AnalysisData, groups: readonly AnalysisGroup[], numbers: Measurements): OverallTest {
  const { weighting } = data
  if (weighting) {
    const people = groups.flatMap((group, row) =>
      rowsIn(group.rows, numbers.known).map((place) => ({
        row,
        column: numbers.values[place] ?? 0,
        weight: weighting.weights[place] ?? 0,
      })),
    )
    return testedTable(
      people.filter(({ weight }) => weight > 0),
      true,
    )
  }
  const test = kruskalWallisTest(valuesOf(groups, numbers))
  if (!computed<KruskalWallisResult>(test)) return refused('kruskalWallis', 'epsilonSquared', test)
  return { test: 'kruskalWallis', p: test.p, effect: { name: 'epsilonSquared', value: test.epsilonSquared } }
}

/** Means: Welch's analysis of variance. Null with weights, for which there is no such test here. */
export function overallMeans(
  data: AnalysisData,
  groups: readonly AnalysisGroup[],
  numbers: Measurements,
): OverallTest | null {
  if (data.weighting) return null
  const values = valuesOf(groups, numbers)
  const [test, variance] = [welchAnova(values), anova(values)]
  const value = computed<AnovaResult>(variance) ? variance.omegaSquared : variance
  const p = computed<WelchAnovaResult>(test) ? test.p : test
  return { test: 'welchAnova', p, effect: { name: 'omegaSquared', value } }
}

function valuesOf(groups: readonly AnalysisGroup[], { values, known }: Measurements): readonly Float64Array[] {
  return groups.map(({ rows }) => Float64Array.from(rowsIn(rows, known), (row) => values[row] ?? 0))
}

function refused(test: OverallTest['test'], name: OverallTest['effect']['name'], why: NotComputed): OverallTest {
  return { test, p: why, effect: { name, value: why } }
}
