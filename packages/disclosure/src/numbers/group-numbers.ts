import type { DisclosurePolicy, Group, ReleasedMean, ReleasedNumberGroup, ShareEstimate } from '@klankbord/model'
import { finiteFactor, studentQuantile, wilsonInterval } from '@klankbord/statistics'
import type { ClassTable } from '../weights/class-table.ts'
import { weightedShare } from '../weights/weighted-share.ts'
import type { NumberMoments } from './number-moments.ts'
import type { NumberTable } from './number-table.ts'
import { roundMean } from './round-mean.ts'
import { roundQuantile } from './round-quantile.ts'

type ShownGroup = Exclude<ReleasedNumberGroup, { readonly status: 'hidden' }>

/** What may be said of a group, but for how it compares. */
export type GroupFigures = Pick<ShownGroup, 'n' | 'mean' | 'median' | 'ninetieth' | 'insufficient' | 'good'>

/** A group of a table, with what it gave. */
export interface NumberPlace {
  readonly index: number
  readonly group: Group
  /** Of the table of counts. */
  readonly counts: readonly number[]
  readonly moments: NumberMoments
  /** Of the table of counts, where people are weighed. */
  readonly classes?: ClassTable | undefined
}

/** The figures of a group as they may be seen. @param deviation of everybody, see `roundMean` */
export function groupFigures(
  table: NumberTable,
  place: NumberPlace,
  deviation: number,
  policy: DisclosurePolicy,
): GroupFigures {
  const { group, moments, index } = place
  const mean = table.scores
    ? exactMean(moments, group.population, table.weighting.designEffect)
    : blurredMean(table, place, deviation)
  const grades = table.measure === 'grade' && table.scores ? gradeShares(table.scores, place) : {}
  return { n: moments.n, mean: waitsOn(table) ? null : mean, ...durationFigures(table, index, policy), ...grades }
}

/** Where somebody still waits a mean of what was said would be too short. */
function waitsOn({ over }: NumberTable): boolean {
  return over?.some((group) => group.includes(false)) ?? false
}

/** Made of counts that the table shows. */
function exactMean({ n, mean, sd }: NumberMoments, population: number | null, designEffect: number): ReleasedMean {
  const factor = finiteFactor(n, population, 'sample')
  if (factor === 0) return { estimate: mean, low: mean, high: mean }
  const effective = n / designEffect
  if (effective <= 1 || n < 2 || sd === 0) return { estimate: mean, low: null, high: null }
  const reach = studentQuantile(0.975, effective - 1) * sd * Math.sqrt(factor / effective)
  return { estimate: mean, low: mean - reach, high: mean + reach }
}

function blurredMean(
  { weighting, range }: NumberTable,
  { group, moments }: NumberPlace,
  deviation: number,
): ReleasedMean {
  const { n, mean, weight } = moments
  const { population } = group
  const [effectiveSize, largestPart] = [n / weighting.designEffect, weighting.largest / weight]
  return roundMean({ n, mean, effectiveSize, largestPart, population }, { range, deviation })
}

function durationFigures(
  { measure, values, over, weights }: NumberTable,
  index: number,
  { leastGroup }: DisclosurePolicy,
): Pick<GroupFigures, 'median' | 'ninetieth'> {
  if (measure !== 'duration') return {}
  const days = values[index] ?? new Float64Array(0)
  const waits = { days, over: over?.[index] ?? Array.from(days, () => true), weights: weights?.[index] ?? null }
  return { median: roundQuantile(waits, 0.5, leastGroup), ninetieth: roundQuantile(waits, 0.9, leastGroup) }
}

function gradeShares(
  scores: readonly number[],
  { index, group: { population }, counts, classes }: NumberPlace,
): Pick<GroupFigures, 'insufficient' | 'good'> {
  const n = counts.reduce((sum, count) => sum + count, 0)
  const share = (holds: (score: number) => boolean): ShareEstimate => {
    const columns = scores.flatMap((score, place) => (holds(score) ? [place] : []))
    const row = classes?.groups[index]
    if (classes && row) return weightedShare({ row, weights: classes.weights }, columns, { n, population })
    const count = columns.reduce((sum, column) => sum + (counts[column] ?? 0), 0)
    return wilsonInterval({ count, n, population })
  }
  return { insufficient: share((score) => score <= 5), good: share((score) => score >= 8) }
}
