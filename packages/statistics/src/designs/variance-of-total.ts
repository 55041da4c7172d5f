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
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    const taken = margins.reduce((most, margin) => Math.max(most, takeOutMeans(residuals, margin, baseWeights)), 0)
    if (taken <= 1e-15 * scale || margins.length === 1) break
  }
  return residuals.map((value, row) => value * (weights[row] ?? 0))
}

/** Takes the mean of each category out; the largest of these means. */
function takeOutMeans(
  residuals: Float64Array,
  categories: ArrayLike<number>,
  baseWeights: ArrayLike<number> | undefined,
): number {
  const sums = new Map<number, { sum: number; weight: number }>()
  for (const [row, value] of residuals.entries()) {
    const category = categories[row] ?? 0
    const weight = baseWeights ? (baseWeights[row] ?? 0) : 1
    const entry = sums.get(category) ?? { sum: 0, weight: 0 }
    entry.sum += weight * value
    entry.weight += weight
    sums.set(category, entry)
  }
  let most = 0
  for (const [row, value] of residuals.entries()) {
    const { sum = 0, weight = 0 } = sums.get(categories[row] ?? 0) ?? {}
    const mean = weight > 0 ? sum / weight : 0
    most = Math.max(most, Math.abs(mean))
    residuals[row] = value - mean
  }
  return most
}
