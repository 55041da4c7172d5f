import { notComputed, type Figure, type NotComputed } from '@klankbord/model'
import { placesOf, sumsByPlace, type Places } from '../columns/places-of.ts'
import { givenWeights } from '../columns/require-rows.ts'
import { finiteFactor } from '../intervals/finite-population.ts'
import type { Calibration, DesignStratum, SurveyDesign } from './survey-design.ts'

/**
 * The variance of the sum of `contributions` (one per row, weights included) under the design: per stratum
 * (1 − n/N)·n/(n − 1) times the squares around the mean (Cochran 1977, 5.9), after what calibration explains was taken
 * out. With the linearized contributions of a mean it is the variance of that mean (Woodruff 1971; Binder 1983).
 *
 * Not computed: `oneInStratum`.
 */
export function varianceOfTotal(design: SurveyDesign, contributions: Float64Array): Figure {
  const deviations = deviationsOf(design, contributions)
  if ('notComputed' in deviations) return deviations
  return deviations.reduce((sum, deviation) => sum + deviation * deviation, 0)
}

/**
 * Per row the distance from the mean of its stratum, times the root of (1 − n/N)·n/(n − 1): their squares add up to the
 * variance of a total, and the products of those of two totals to their covariance. Not computed: `oneInStratum`.
 */
export function deviationsOf(design: SurveyDesign, contributions: Float64Array): Float64Array | NotComputed {
  const { strata, stratumOf, calibration, loneStratum } = design
  if (lonely(design)) return notComputed('oneInStratum')
  const parts = calibration ? unexplained(contributions, design.weights, calibration) : contributions
  const sums = sumsByPlace({ count: strata.length, placeOf: stratumOf }, parts)
  const means = strata.map(({ n }, place) => (n === 1 && loneStratum === 'aroundAll' ? 0 : (sums[place] ?? 0) / n))
  const factors = strata.map((stratum) => Math.sqrt(factorOf(stratum)))
  return parts.map((part, row) => {
    const place = stratumOf[row] ?? 0
    return (factors[place] ?? 0) * (part - (means[place] ?? 0))
  })
}

/** Whether a stratum with one person of more is there, and nothing said of what to do with it. */
export function lonely({ strata, loneStratum }: SurveyDesign): boolean {
  return loneStratum === 'refuse' && strata.some(({ n, population }) => n === 1 && population > 1)
}

/** (1 − n/N)·n/(n − 1) of a stratum. */
export function factorOf({ n, population }: DesignStratum): number {
  return finiteFactor(n, population, 'sample') * (n === 1 ? 1 : n / (n - 1))
}

/** Sweeps over the margins until nothing that one of them explains is left. */
export const MOST_SWEEPS = 1000

function unexplained(
  contributions: Float64Array,
  weights: Float64Array,
  { margins, baseWeights }: Calibration,
): Float64Array {
  // What somebody contributes per unit of weight, less the mean of the category.
  const residuals = contributions.map((part, row) => ((weights[row] ?? 0) > 0 ? part / (weights[row] ?? 1) : 0))
  const scale = residuals.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const base = givenWeights('baseWeights', baseWeights, residuals.length)
  const sides = margins.map((margin): Side => {
    const places = placesOf(margin)
    return { places, sums: sumsByPlace(places, base) }
  })
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    const taken = sides.reduce((most, side) => Math.max(most, takeOutMeans(residuals, side, base)), 0)
    if (taken <= 1e-15 * scale || sides.length === 1) break
  }
  return residuals.map((value, row) => value * (weights[row] ?? 0))
}

/** The categories of a margin, and what all of each weigh. */
interface Side {
  readonly places: Places
  readonly sums: Float64Array
}

/** Takes the mean of each category out; the largest of these means. */
function takeOutMeans(residuals: Float64Array, { places, sums }: Side, base: Float64Array): number {
  const weighed = residuals.map((value, row) => value * (base[row] ?? 0))
  const means = sumsByPlace(places, weighed).map((sum, place) =>
    (sums[place] ?? 0) > 0 ? sum / (sums[place] ?? 1) : 0,
  )
  for (const [row, place] of places.placeOf.entries()) residuals[row] = (residuals[row] ?? 0) - (means[place] ?? 0)
  return means.reduce((most, mean) => Math.max(most, Math.abs(mean)), 0)
}
