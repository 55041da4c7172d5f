import { notComputed, type Figure } from '@klankbord/model'
import type { Calibration, SurveyDesign } from './survey-design.ts'

/**
 * The variance of the sum of `contributions` (one per row, weights included) under the design: per stratum
 * (1 − n/N)·n/(n − 1) times the squares around the mean (Cochran 1977, 5.9), after what calibration explains was taken
 * out. With the linearized contributions of a mean it is the variance of that mean (Woodruff 1971; Binder 1983).
 *
 * Not computed: `oneInStratum`.
 */
export function varianceOfTotal(design: SurveyDesign, contributions: Float64Array): Figure {
  const { strata, stratumOf, calibration, loneStratum } = design
  const parts = calibration ? unexplained(contributions, design.weights, calibration) : contributions
  const means = new Float64Array(strata.length)
  for (const [row, part] of parts.entries()) {
    const stratum = stratumOf[row] ?? 0
    means[stratum] = (means[stratum] ?? 0) + part / (strata[stratum]?.n ?? 1)
  }
  const lone = strata.some(({ n, population }) => n === 1 && population > 1)
  if (lone && loneStratum === 'refuse') return notComputed('oneInStratum')
  const factors = strata.map(({ n, population }) => (1 - n / population) * (n === 1 ? 1 : n / (n - 1)))
  let variance = 0
  for (const [row, part] of parts.entries()) {
    const stratum = stratumOf[row] ?? 0
    const alone = strata[stratum]?.n === 1 && loneStratum === 'aroundAll'
    variance += (factors[stratum] ?? 0) * (part - (alone ? 0 : (means[stratum] ?? 0))) ** 2
  }
  return variance
}

/** Sweeps over the margins until nothing that one of them explains is left. */
const MOST_SWEEPS = 1000

function unexplained(
  contributions: Float64Array,
  weights: Float64Array,
  { margins, baseWeights }: Calibration,
): Float64Array {
  // What somebody contributes per unit of weight, less the mean of the category.
  const residuals = contributions.map((part, row) => ((weights[row] ?? 0) > 0 ? part / (weights[row] ?? 1) : 0))
  const scale = residuals.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const sides = margins.map((margin) => sideOf(margin, baseWeights))
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    const taken = sides.reduce((most, side) => Math.max(most, takeOutMeans(residuals, side, baseWeights)), 0)
    if (taken <= 1e-15 * scale || sides.length === 1) break
  }
  return residuals.map((value, row) => value * (weights[row] ?? 0))
}

/** Per row the place of its category, and what all of each category weigh. */
interface Side {
  readonly places: Int32Array
  readonly sums: Float64Array
}

function sideOf(categories: ArrayLike<number>, baseWeights: ArrayLike<number> | undefined): Side {
  const placeOf = new Map<number, number>()
  const places = Int32Array.from(categories, (category) => {
    const place = placeOf.get(category) ?? placeOf.size
    placeOf.set(category, place)
    return place
  })
  const sums = new Float64Array(placeOf.size)
  for (const [row, place] of places.entries())
    sums[place] = (sums[place] ?? 0) + (baseWeights ? (baseWeights[row] ?? 0) : 1)
  return { places, sums }
}

/** Takes the mean of each category out; the largest of these means. */
function takeOutMeans(
  residuals: Float64Array,
  { places, sums }: Side,
  baseWeights: ArrayLike<number> | undefined,
): number {
  const means = new Float64Array(sums.length)
  for (let row = 0; row < residuals.length; row += 1) {
    const place = places[row] ?? 0
    means[place] = (means[place] ?? 0) + (baseWeights ? (baseWeights[row] ?? 0) : 1) * (residuals[row] ?? 0)
  }
  for (const [place, sum] of sums.entries()) means[place] = sum > 0 ? (means[place] ?? 0) / sum : 0
  for (let row = 0; row < residuals.length; row += 1)
    residuals[row] = (residuals[row] ?? 0) - (means[places[row] ?? 0] ?? 0)
  return means.reduce((most, mean) => Math.max(most, Math.abs(mean)), 0)
}
