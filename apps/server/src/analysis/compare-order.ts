import { computed, notComputed, type Figure } from '@klankbord/model'
import {
  mannWhitneyTest,
  quantiles,
  raoScottTest,
  type MannWhitneyResult,
  type RaoScottResult,
} from '@klankbord/statistics'
import type { AnalysisData } from './analysis-data.ts'
import type { ComparedMeasure } from './compared-measure.ts'
import { rowsIn, type ComparedFigure, type TwoGroups } from './two-groups.ts'

type OrderMeasure = Extract<ComparedMeasure, { measure: 'order' }>

/**
 * Answers in order of a group beside those of the others: the test of Mann and Whitney, exact where that can be; the
 * difference is Cliff's delta; the estimates are medians, as codes. Weighted: the test of Rao and Scott on the table of both by answers, and the same delta of the
 * weighted answers.
 */
export function compareOrder(data: AnalysisData, two: TwoGroups, { numbers, higher }: OrderMeasure): ComparedFigure {
  const [rows, rowsOthers] = [rowsIn(two.group, numbers.known), rowsIn(two.others, numbers.known)]
  const weights = data.weighting?.weights
  const medianOf = (selection: TwoGroups['group']): Figure => {
    const [median = notComputed('noAnswers')] = quantiles(numbers, [0.5], { selection, weights, type: 2 })
    return computed<number>(median) && higher === 'morePositive' ? -median : median
  }
  const medians = { estimate: medianOf(two.group), others: medianOf(two.others) }
  const values = (places: readonly number[]): readonly number[] => places.map((row) => numbers.values[row] ?? 0)
  const weightOf = (places: readonly number[]): readonly number[] => places.map((row) => weights?.[row] ?? 0)
  const [own, others] = [values(rows), values(rowsOthers)]
  const tested = weights
    ? weightedOrder({ values: own, weights: weightOf(rows) }, { values: others, weights: weightOf(rowsOthers) })
    : byRanks(own, others)
  return {
    n: rows.length,
    nOthers: rowsOthers.length,
    ...medians,
    difference: tested.delta,
    // Of a delta there is none here that holds for few answers.
    interval: notComputed('tooFewAnswers'),
    test: weights ? 'raoScott' : 'mannWhitney',
    p: tested.p,
    effect: { name: 'cliffsDelta', value: tested.delta },
  }
}

interface Tested {
  readonly delta: Figure
  readonly p: Figure
}

function byRanks(own: readonly number[], others: readonly number[]): Tested {
  const test = mannWhitneyTest(own, others)
  if (!computed<MannWhitneyResult>(test)) return { delta: test, p: test }
  return { delta: test.cliffsDelta, p: computed<number>(test.pExact) ? test.pExact : test.pContinuity }
}

interface WeightedValues {
  readonly values: readonly number[]
  readonly weights: readonly number[]
}

function weightedOrder(own: WeightedValues, others: WeightedValues): Tested {
  const points = [...new Set([...own.values, ...others.values])].toSorted((a, b) => a - b)
  const placeOf = new Map(points.map((point, place) => [point, place]))
  const people = [own, others].flatMap(({ values, weights }, row) =>
    values.map((value, at) => ({ row, column: placeOf.get(value) ?? 0, weight: weights[at] ?? 0 })),
  )
  const counted = people.filter(({ weight }) => weight > 0)
  const delta = weightedDelta(sharesAt(own, placeOf), sharesAt(others, placeOf))
  if (points.length < 2) return { delta, p: notComputed(points.length === 0 ? 'noAnswers' : 'noSpread') }
  const test = raoScottTest({
    row: counted.map(({ row }) => row),
    column: counted.map(({ column }) => column),
    rows: 2,
    columns: points.length,
    weights: counted.map(({ weight }) => weight),
  })
  return { delta, p: computed<RaoScottResult>(test) ? test.p : test }
}

/** The share of the weight at each point; null where nobody weighs anything. */
function sharesAt({ values, weights }: WeightedValues, placeOf: ReadonlyMap<number, number>): readonly number[] | null {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const shares = Array.from({ length: placeOf.size }, () => 0)
  for (const [at, value] of values.entries()) {
    const place = placeOf.get(value) ?? 0
    shares[place] = (shares[place] ?? 0) + (weights[at] ?? 0) / all
  }
  return all > 0 ? shares : null
}

/** Chance that somebody of the first is higher minus the chance that somebody of the second is. */
function weightedDelta(own: readonly number[] | null, others: readonly number[] | null): Figure {
  if (own === null || others === null) return notComputed('noAnswers')
  let below = 0
  return own.reduce((delta, share, place) => {
    const here = others[place] ?? 0
    const above = 1 - below - here
    const part = share * (below - above)
    below += here
    return delta + part
  }, 0)
}
