import { computed, notComputed, type Figure, type NotComputed } from '@klankbord/model'
import {
  meanEffects,
  momentsOf,
  studentQuantile,
  studentUpperTail,
  welchTest,
  type DesignMean,
  type Interval,
  type Measurements,
  type TTest,
} from '@klankbord/statistics'
import type { AnalysisData } from './analysis-data.ts'
import { weightedMean } from './number-figures.ts'
import { rowsIn, type ComparedFigure, type TwoGroups } from './two-groups.ts'
import type { Weighting } from './weighting.ts'

/**
 * The mean of a group beside that of the others: Welch's t test and Hedges' g. Weighted: the difference of both means with
 * the error that the design gives each of them, since groups of other people are independent.
 */
export function compareMeans(data: AnalysisData, two: TwoGroups, numbers: Measurements): ComparedFigure {
  const [rows, rowsOthers] = [rowsIn(two.group, numbers.known), rowsIn(two.others, numbers.known)]
  const values = (places: readonly number[]): Float64Array =>
    Float64Array.from(places, (row) => numbers.values[row] ?? 0)
  const [own, others] = [values(rows), values(rowsOthers)]
  const figures = data.weighting ? weighted(data.weighting, two, numbers) : byWelch(own, others)
  const effect = { name: 'hedgesG', value: meanEffects(own, others).hedgesG } as const
  return { n: rows.length, nOthers: rowsOthers.length, effect, ...figures }
}

type Compared = Pick<ComparedFigure, 'estimate' | 'others' | 'difference' | 'interval' | 'test' | 'p'>

function byWelch(own: Float64Array, others: Float64Array): Compared {
  const none = notComputed('noAnswers')
  const [estimate, other] = [own, others].map((group): Figure => (group.length === 0 ? none : momentsOf(group).mean))
  const test = welchTest(own, others)
  return {
    estimate: estimate ?? none,
    others: other ?? none,
    difference: minus(estimate ?? none, other ?? none),
    interval: computed<TTest>(test) ? test.interval : test,
    test: 'welch',
    p: computed<TTest>(test) ? test.p : test,
  }
}

function minus(one: Figure, other: Figure): Figure {
  if (!computed<number>(one)) return one
  return computed<number>(other) ? one - other : other
}

function weighted(weighting: Weighting, two: TwoGroups, numbers: Measurements): Compared {
  const [one, other] = [two.group, two.others].map((rows) => weightedMean(weighting, { rows }, numbers))
  const none = notComputed('noAnswers')
  const estimateOf = (mean: DesignMean | NotComputed | undefined): Figure =>
    mean === undefined ? none : computed<DesignMean>(mean) ? mean.estimate : mean
  const errorOf = (mean: DesignMean | NotComputed | undefined): Figure =>
    mean === undefined ? none : computed<DesignMean>(mean) ? mean.standardError : mean
  const difference = minus(estimateOf(one), estimateOf(other))
  return {
    estimate: estimateOf(one),
    others: estimateOf(other),
    difference,
    test: 'differenceOfMeans',
    ...byStudent(difference, errorOf(one), errorOf(other), weighting.design.df),
  }
}

function byStudent(
  difference: Figure,
  error: Figure,
  errorOther: Figure,
  df: number,
): { readonly interval: Interval | NotComputed; readonly p: Figure } {
  for (const figure of [difference, error, errorOther])
    if (!computed<number>(figure)) return { interval: figure, p: figure }
  const [gap, both] = [Number(difference), Math.hypot(Number(error), Number(errorOther))]
  // Nobody differing within a group says nothing of how sure its mean is.
  if (error === 0 || errorOther === 0 || df < 1)
    return { interval: notComputed('noSpread'), p: notComputed('noSpread') }
  const reach = both * studentQuantile(0.975, df)
  return {
    interval: { low: gap - reach, high: gap + reach },
    p: Math.min(1, 2 * studentUpperTail(Math.abs(gap) / both, df)),
  }
}
