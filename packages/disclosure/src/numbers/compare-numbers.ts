import type { DisclosurePolicy } from '@klankbord/model'
import { differenceOfMeans, finiteFactor, type Comparison } from '@klankbord/statistics'
import type { DraftNumbers } from './draft-numbers.ts'
import { momentsTogether, type NumberMoments } from './number-moments.ts'

/** A twentieth of what is possible; of numbers without an end any difference will do. */
const LEAST_PART = 0.05

/** The group of a number table beside everybody in its other groups. */
export interface NumberComparison extends Comparison {
  readonly id: string
  readonly group: number
}

/** The smallest difference of means that is worth saying. */
export function leastDifferenceOf({ table }: DraftNumbers): number {
  const { low, high } = table.range
  return low === null || high === null ? 0 : LEAST_PART * (high - low)
}

/**
 * Each shown group of a breakdown beside all people of its other groups, by Welch's test; of the population where that is
 * known. Differences are in times the least that is worth saying, so that they stand beside those of shares.
 */
export function numberComparisons(
  drafts: readonly DraftNumbers[],
  policy: DisclosurePolicy,
): readonly NumberComparison[] {
  return drafts.flatMap((draft) => (draft.table.by === null ? [] : comparisonsOf(draft, policy)))
}

function comparisonsOf(draft: DraftNumbers, { indicativeBelow }: DisclosurePolicy): readonly NumberComparison[] {
  const { table, groups, moments, figures } = draft
  const least = leastDifferenceOf(draft)
  const populations = groups.map(({ population }) => population)
  const known = populations.every((population) => population !== null)
  const total = populations.reduce<number>((sum, population) => sum + (population ?? 0), 0)
  return groups.flatMap((_, group): readonly NumberComparison[] => {
    const own = moments[group]
    const figure = figures[group]
    if (own === undefined || figure === undefined || typeof figure === 'string' || figure.mean === null) return []
    const others = momentsTogether(moments.filter((_part, at) => at !== group))
    if (own.n < indicativeBelow || others.n < indicativeBelow) return []
    const population = known ? (populations[group] ?? 0) : null
    const rest = population === null ? null : total - population
    const effect = table.weighting.designEffect
    const { difference, p, interval } = differenceOfMeans(
      estimateOf(own, effect, population),
      estimateOf(others, effect, rest),
    )
    return [{ id: table.id, group, difference: inLeast(difference, least), p, n1: own.n, n2: others.n, interval }]
  })
}

function estimateOf(
  { n, mean, sd }: NumberMoments,
  designEffect: number,
  population: number | null,
): { readonly n: number; readonly estimate: number; readonly standardError: number } {
  const effective = n / designEffect
  const standardError = sd * Math.sqrt(finiteFactor(n, population, 'sample') / effective)
  return { n: effective, estimate: mean, standardError }
}

function inLeast(difference: number, least: number): number {
  if (least > 0) return difference / least
  return difference === 0 ? 0 : Math.sign(difference) * Infinity
}
