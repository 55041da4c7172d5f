import { computed, notComputed, type Figure } from '@klankbord/model'
import {
  mannWhitneyTest,
  quantiles,
  welchTest,
  type MannWhitneyResult,
  type Measurements,
  type TTest,
} from '@klankbord/statistics'
import type { AnalysisData } from './analysis-data.ts'
import type { ComparedMeasure } from './compared-measure.ts'
import { rowsIn, type ComparedFigure, type TwoGroups } from './two-groups.ts'
import { weightedDifference } from './weighted-difference.ts'
import type { Weighting } from './weighting.ts'

type OrderMeasure = Extract<ComparedMeasure, { measure: 'order' }>

/**
 * Answers in order of a group beside those of the others: the test of Mann and Whitney, exact where that can be, and of
 * known populations Welch's test of ranks; the difference is Cliff's delta; the estimates are medians, as codes. Weighted:
 * `byWeightedRanks`.
 */
export function compareOrder(data: AnalysisData, two: TwoGroups, { numbers, higher }: OrderMeasure): ComparedFigure {
  const weights = data.weighting?.weights
  const medianOf = (selection: TwoGroups['group']): Figure => {
    const [median = notComputed('noAnswers')] = quantiles(numbers, [0.5], { selection, weights, type: 2 })
    return computed<number>(median) && higher === 'morePositive' ? -median : median
  }
  const { delta, ...tested } = data.weighting ? byWeightedRanks(data.weighting, two, numbers) : byRanks(two, numbers)
  return {
    ...tested,
    estimate: medianOf(two.group),
    others: medianOf(two.others),
    difference: delta,
    // Of a delta there is none here that holds for few answers.
    interval: notComputed('tooFewAnswers'),
    effect: { name: 'cliffsDelta', value: delta },
  }
}

interface Tested extends Pick<ComparedFigure, 'n' | 'nOthers' | 'test' | 'p'> {
  readonly delta: Figure
}

function byRanks(two: TwoGroups, numbers: Measurements): Tested {
  const { values, known } = numbers
  const valuesIn = (rows: TwoGroups['group']): readonly number[] => rowsIn(rows, known).map((row) => values[row] ?? 0)
  const [own, rest] = [valuesIn(two.group), valuesIn(two.others)]
  const sides = { n: own.length, nOthers: rest.length, test: 'mannWhitney' } as const
  const test = mannWhitneyTest(own, rest)
  if (!computed<MannWhitneyResult>(test)) return { ...sides, delta: test, p: test }
  const delta = test.cliffsDelta
  if (two.populations)
    return { ...sides, delta, test: 'meanRanks', p: delta === 0 ? 1 : ofPopulations(two, two.populations, numbers) }
  return { ...sides, delta, p: computed<number>(test.pExact) ? test.pExact : test.pContinuity }
}

/** Mann and Whitney know of no population that ends; a mean of ranks can be of one (Lumley & Scott 2013). */
function ofPopulations(
  two: TwoGroups,
  { group, others }: NonNullable<TwoGroups['populations']>,
  numbers: Measurements,
): Figure {
  const { values, known } = estimatedRanks(null, two, numbers)
  const ranksIn = (rows: TwoGroups['group']): readonly number[] => rowsIn(rows, known).map((row) => values[row] ?? 0)
  const populations = { population1: group, population2: others }
  const test = welchTest(ranksIn(two.group), ranksIn(two.others), 0.95, populations)
  return computed<TTest>(test) ? test.p : test
}

/**
 * The test of ranks of Lumley and Scott (2013), Two-sample rank tests under complex sampling: the difference of the weighted
 * means of estimated ranks, from 0 to 1. That is half of the weighted delta, so that the test is about what is shown.
 */
function byWeightedRanks(weighting: Weighting, two: TwoGroups, numbers: Measurements): Tested {
  const ranks = estimatedRanks(weighting.weights, two, numbers)
  const { n, nOthers, difference, p } = weightedDifference(weighting, two, ranks)
  return { n, nOthers, test: 'meanRanks', delta: computed<number>(difference) ? 2 * difference : difference, p }
}

/** Per row the share of both groups (of their weight) groups below its value, and half of that at it. */
function estimatedRanks(
  weights: Float64Array | null,
  { group, others }: TwoGroups,
  { values, known }: Measurements,
): Measurements {
  const weightAt = new Map<number, number>()
  for (const row of [group, others].flatMap((rows) => rowsIn(rows, known)))
    weightAt.set(values[row] ?? 0, (weightAt.get(values[row] ?? 0) ?? 0) + (weights ? (weights[row] ?? 0) : 1))
  const all = [...weightAt.values()].reduce((sum, weight) => sum + weight, 0)
  const rankOf = new Map<number, number>()
  let below = 0
  for (const [value, weight] of [...weightAt].toSorted(([one], [other]) => one - other)) {
    rankOf.set(value, (below + weight / 2) / all)
    below += weight
  }
  return { values: values.map((value) => rankOf.get(value) ?? 0), known }
}
