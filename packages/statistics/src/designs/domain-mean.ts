import { computed, notComputed, type Figure, type NotComputed } from '@klankbord/model'
import { errorIntervals, type Interval } from '../intervals/around.ts'
import { weightedMoments } from '../summaries/moments.ts'
import type { CondensedDesign } from './condensed-design.ts'
import type { DesignMean } from './design-mean.ts'
import { onLogOdds } from './design-share.ts'
import { factorOf, lonely, MOST_SWEEPS } from './variance-of-total.ts'

/** The numbers of who is in a domain, by row of the design, each row once. */
export interface DomainNumbers {
  readonly rows: ArrayLike<number>
  readonly values: Float64Array
}

/** What `designMean` says of a domain. */
export type DomainMean = Pick<
  DesignMean,
  'n' | 'sumOfWeights' | 'estimate' | 'standardError' | 'interval' | 'normalInterval'
>

/** Like `DomainMean`, of zeros and ones. */
export interface DomainShare extends DomainMean {
  /** On the scale of log odds. Not computed, beside: `noSpread` where nobody or everybody is a one. */
  readonly logitInterval: Interval | NotComputed
}

/**
 * The mean of a domain, as `designMean` has it, in as many steps as there are people in the domain and cells in the design:
 * for a hundred groups of a large sample. Not computed: `noAnswers`, `noWeight`.
 *
 * @example domainMean(condensedDesign(design), { rows: [0, 4], values: Float64Array.of(7, 8) })
 */
export function domainMean(condensed: CondensedDesign, numbers: DomainNumbers): DomainMean | NotComputed {
  const { design, reaches } = condensed
  const weights = Float64Array.from(numbers.rows, (row) => design.weights[row] ?? 0)
  const { n, sumOfWeights, mean } = weightedMoments(numbers.values, weights)
  if (n === 0) return notComputed(numbers.rows.length > 0 ? 'noWeight' : 'noAnswers')
  const counted = weights.every((weight, at) => {
    const { n: asked, population } = design.strata[design.stratumOf[numbers.rows[at] ?? 0] ?? 0] ?? NO_STRATUM
    return weight === 0 || asked === population
  })
  // A contribution to the mean per unit of weight; who weighs nothing has none.
  const residuals = numbers.values.map((value, at) => ((weights[at] ?? 0) > 0 ? (value - mean) / sumOfWeights : 0))
  const variance = n === 1 && !counted ? notComputed('oneAnswer') : varianceOf(condensed, numbers.rows, residuals)
  const standardError = computed<number>(variance) ? Math.sqrt(variance) : variance
  return { n, sumOfWeights, estimate: mean, standardError, ...errorIntervals(mean, standardError, reaches, counted) }
}

/**
 * The share of ones in a domain, as `designShare` has it.
 *
 * @example domainShare(condensedDesign(design), { rows: [0, 4], values: Float64Array.of(0, 1) }).logitInterval
 */
export function domainShare(condensed: CondensedDesign, numbers: DomainNumbers): DomainShare | NotComputed {
  const mean = domainMean(condensed, numbers)
  if (!computed<DomainMean>(mean)) return mean
  const { estimate, standardError } = mean
  return { ...mean, logitInterval: logitOf(estimate, standardError, condensed.reaches.student) }
}

const NO_STRATUM = { n: 0, population: Infinity }

function logitOf(share: number, error: Figure, reach: number | null): Interval | NotComputed {
  if (!computed<number>(error)) return error
  if (reach === null) return notComputed('oneAnswer')
  return error === 0 || share <= 0 || share >= 1 ? notComputed('noSpread') : onLogOdds(share, reach * error)
}

/** As `varianceOfTotal`, of contributions that are 0 outside the domain: there people of one cell stay alike. */
function varianceOf(condensed: CondensedDesign, rows: ArrayLike<number>, residuals: Float64Array): Figure {
  const { design, cellOf, people, weights, stratumOf } = condensed
  if (lonely(design)) return notComputed('oneInStratum')
  const sums = new Float64Array(people.length)
  const outside = people.slice()
  for (let at = 0; at < rows.length; at += 1) {
    const cell = cellOf[rows[at] ?? 0] ?? 0
    sums[cell] = (sums[cell] ?? 0) + (residuals[at] ?? 0)
    outside[cell] = (outside[cell] ?? 0) - 1
  }
  const scale = residuals.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const explained = explainedOf(condensed, sums, scale)
  const means = stratumMeans(condensed, sums, explained)
  const factors = design.strata.map(factorOf)
  const squareOf = (residual: number, cell: number): number => {
    const stratum = stratumOf[cell] ?? 0
    const part = (weights[cell] ?? 0) * (residual - (explained[cell] ?? 0))
    return (factors[stratum] ?? 0) * (part - (means[stratum] ?? 0)) ** 2
  }
  let variance = 0
  for (let at = 0; at < rows.length; at += 1) variance += squareOf(residuals[at] ?? 0, cellOf[rows[at] ?? 0] ?? 0)
  for (let cell = 0; cell < outside.length; cell += 1) variance += (outside[cell] ?? 0) * squareOf(0, cell)
  return variance
}

/** Per cell what the margins explain of the residuals of its people. */
function explainedOf(
  { margins, people, baseWeights }: CondensedDesign,
  residuals: Float64Array,
  scale: number,
): Float64Array {
  const explained = new Float64Array(people.length)
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    let taken = 0
    for (const { placeOf, sums } of margins) {
      const means = new Float64Array(sums.length)
      for (let cell = 0; cell < people.length; cell += 1) {
        const left = (residuals[cell] ?? 0) - (people[cell] ?? 0) * (explained[cell] ?? 0)
        const place = placeOf[cell] ?? 0
        means[place] = (means[place] ?? 0) + (baseWeights[cell] ?? 0) * left
      }
      for (let place = 0; place < sums.length; place += 1) {
        means[place] = (sums[place] ?? 0) > 0 ? (means[place] ?? 0) / (sums[place] ?? 1) : 0
        taken = Math.max(taken, Math.abs(means[place] ?? 0))
      }
      for (let cell = 0; cell < people.length; cell += 1)
        explained[cell] = (explained[cell] ?? 0) + (means[placeOf[cell] ?? 0] ?? 0)
    }
    if (taken <= 1e-15 * scale || margins.length < 2) break
  }
  return explained
}

function stratumMeans(
  { design, people, weights, stratumOf }: CondensedDesign,
  residuals: Float64Array,
  explained: Float64Array,
): readonly number[] {
  const sums = new Float64Array(design.strata.length)
  for (let cell = 0; cell < people.length; cell += 1) {
    const left = (residuals[cell] ?? 0) - (people[cell] ?? 0) * (explained[cell] ?? 0)
    const stratum = stratumOf[cell] ?? 0
    sums[stratum] = (sums[stratum] ?? 0) + (weights[cell] ?? 0) * left
  }
  return design.strata.map(({ n }, place) => {
    const alone = n === 1 && design.loneStratum === 'aroundAll'
    return alone ? 0 : (sums[place] ?? 0) / n
  })
}
