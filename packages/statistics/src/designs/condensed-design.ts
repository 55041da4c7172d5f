import { placesOf, type Places } from '../columns/places-of.ts'
import { givenWeights } from '../columns/require-rows.ts'
import { reachesOf, type Reaches } from '../intervals/around.ts'
import type { SurveyDesign } from './survey-design.ts'

/**
 * A design as cells of people who are the same to it: of one stratum, with one weight, in the same category of each margin.
 * There are far fewer of these than people, and that somebody outside a domain was asked is all that matters of them.
 */
export interface CondensedDesign {
  readonly design: SurveyDesign
  /** Per row its cell. */
  readonly cellOf: Int32Array
  /** Per cell how many people, the weight of each, the weight of each before calibration, and the place of their stratum. */
  readonly people: Float64Array
  readonly weights: Float64Array
  readonly baseWeights: Float64Array
  readonly stratumOf: Int32Array
  /** Of calibration: per margin the place of the category of each cell, and what all of each category weighed before. */
  readonly margins: readonly { readonly placeOf: Int32Array; readonly sums: Float64Array }[]
  /** How far intervals reach. */
  readonly reaches: Reaches
}

/**
 * Condenses a design once, to make estimates of many domains with it: `domainMean` and `domainShare`.
 *
 * @param level of the intervals
 * @example const condensed = condensedDesign(surveyDesign({ rows: 3, weights: [1, 2, 1] }))
 * @throws Problem `levelOutOfRange`
 */
export function condensedDesign(design: SurveyDesign, level = 0.95): CondensedDesign {
  const { rows, weights, stratumOf, calibration } = design
  const base = givenWeights('baseWeights', calibration?.baseWeights, rows)
  const margins = (calibration?.margins ?? []).map(placesOf)
  const { count, placeOf: cellOf } = [stratumOf, base, ...margins.map(({ placeOf }) => placeOf)].reduce<Places>(
    (places, values) => both(places, placesOf(values)),
    placesOf(weights),
  )
  const people = new Float64Array(count)
  const first = new Int32Array(count)
  for (let row = rows - 1; row >= 0; row -= 1) {
    const cell = cellOf[row] ?? 0
    people[cell] = (people[cell] ?? 0) + 1
    first[cell] = row
  }
  const baseWeights = Float64Array.from(first, (row) => base[row] ?? 0)
  return {
    design,
    cellOf,
    people,
    weights: Float64Array.from(first, (row) => weights[row] ?? 0),
    baseWeights,
    stratumOf: first.map((row) => stratumOf[row] ?? 0),
    margins: margins.map((margin) => {
      const placeOf = first.map((row) => margin.placeOf[row] ?? 0)
      const sums = new Float64Array(margin.count)
      for (const [cell, place] of placeOf.entries())
        sums[place] = (sums[place] ?? 0) + (people[cell] ?? 0) * (baseWeights[cell] ?? 0)
      return { placeOf, sums }
    }),
    reaches: reachesOf(level, design.df),
  }
}

/** Who is the same in both. */
function both(one: Places, other: Places): Places {
  return placesOf(Float64Array.from(one.placeOf, (place, row) => place * other.count + (other.placeOf[row] ?? 0)))
}
