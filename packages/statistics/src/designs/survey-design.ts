import { problem } from '@klankbord/model'
import { placesOf, type Places } from '../columns/places-of.ts'
import { requireLength, requireWeights } from '../columns/require-rows.ts'
import { requirePopulation } from '../intervals/finite-population.ts'

/** How people came to be asked, one entry per row. */
export interface DesignInput {
  readonly rows: number
  /** How many people each stands for. Unless told: N/n of the stratum where `populations` are given, and else 1. */
  readonly weights?: ArrayLike<number>
  /** Stratum of the sample, any number per stratum; one stratum unless told. */
  readonly strata?: ArrayLike<number>
  /** How many people the stratum of each has; endless unless told. */
  readonly populations?: ArrayLike<number>
  readonly loneStratum?: LoneStratum
  readonly calibration?: Calibration
}

/**
 * What is done with a stratum of which one person answered and more live there, since its spread is not known.
 *
 * - `refuse`, unless told: nothing has a standard error (`oneInStratum`). R: "fail".
 * - `aroundAll`: that person's distance from the mean of everybody stands for it, and of a total all that the
 *   person adds: careful. R: "adjust".
 * - `leaveOut`: counted as if it had no spread: too narrow. R: "remove".
 */
export type LoneStratum = 'refuse' | 'aroundAll' | 'leaveOut'

/** Weights that were fitted to known totals make estimates steadier: what the totals explain no longer varies. */
export interface Calibration {
  /** Per margin the category of each row. One for post-stratification, several for raking. */
  readonly margins: readonly ArrayLike<number>[]
  /** The weights before they were fitted; the same for everybody unless told. */
  readonly baseWeights?: ArrayLike<number>
}

/** Who of a stratum answered, and how many there are. */
export interface DesignStratum {
  readonly n: number
  /** Infinity where that is not known. */
  readonly population: number
}

/** A checked design. Made by `surveyDesign`. */
export interface SurveyDesign {
  readonly rows: number
  readonly weights: Float64Array
  readonly strata: readonly DesignStratum[]
  /** Per row the place of its stratum. */
  readonly stratumOf: Int32Array
  /** Rows minus strata. */
  readonly df: number
  readonly loneStratum: LoneStratum
  readonly calibration: Calibration | null
}

/**
 * A stratified sample of people with weights and finite populations (Cochran 1977, chapter 5; R: `svydesign`), for
 * `designMean` and `designShare`. All rows belong to
 * it, also those without an answer: they are what a domain is estimated within. Samples of whole households or teams
 * (clusters) are not dealt with.
 *
 * @example surveyDesign({ rows: 3, strata: [1, 1, 2], populations: [40, 40, 8], loneStratum: 'aroundAll' })
 * @throws Problem `lengthsDiffer`, `weightOutOfRange`, `populationTooSmall`; `argumentOutOfRange` where people of one
 *   stratum have different populations
 */
export function surveyDesign(input: DesignInput): SurveyDesign {
  const { rows, strata, populations, weights, loneStratum = 'refuse', calibration = null } = input
  for (const [name, list] of Object.entries({ strata, populations, weights, baseWeights: calibration?.baseWeights }))
    requireLength(name, list, rows)
  for (const margin of calibration?.margins ?? []) requireLength('margins', margin, rows)
  const places = placesOf(strata ?? new Uint8Array(rows))
  const found = strataOf(places, populations)
  const given = weights ? Float64Array.from(weights) : weightsByStratum(places, found)
  requireWeights(given)
  const df = rows - places.count
  return { rows, weights: given, strata: found, stratumOf: places.placeOf, df, loneStratum, calibration }
}

function strataOf({ count, placeOf }: Places, populations: ArrayLike<number> | undefined): readonly DesignStratum[] {
  const counts = new Uint32Array(count)
  const sizes = new Float64Array(count).fill(Infinity)
  for (const [row, stratum] of placeOf.entries()) {
    const value = populations ? (populations[row] ?? Number.NaN) : Infinity
    if (counts[stratum] === 0) sizes[stratum] = value
    if (sizes[stratum] !== value) {
      const expected = 'the same for everybody of a stratum'
      throw problem('argumentOutOfRange', { name: 'populations', value, expected })
    }
    counts[stratum] = (counts[stratum] ?? 0) + 1
  }
  return Array.from(counts, (n, stratum) => {
    const population = sizes[stratum] ?? Infinity
    requirePopulation(n, population)
    return { n, population }
  })
}

function weightsByStratum({ placeOf }: Places, strata: readonly DesignStratum[]): Float64Array {
  return new Float64Array(placeOf.length).map((_, row) => {
    const { n, population } = strata[placeOf[row] ?? 0] ?? { n: 1, population: Infinity }
    return population === Infinity ? 1 : population / n
  })
}
