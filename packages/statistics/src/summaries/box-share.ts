import { notComputed, type Figure } from '@klankbord/model'
import { isSelected } from '../columns/selection.ts'
import type { Restriction } from '../columns/tally.ts'
import { takenValues, type Measurements } from './measurements.ts'
import { numericSummary, type NumericSummary } from './numeric-summary.ts'
import { shareOf } from './share-of.ts'
import { sumOf } from './sum-of.ts'

/** Some of the points of a scale: these, or those within both ends. */
export type Box = { readonly anyOf: readonly number[] } | { readonly from?: number; readonly to?: number }

/** How many of those with a number are in a box. */
export interface BoxShare {
  readonly n: number
  readonly count: number
  /** Not computed: `noAnswers`. */
  readonly share: Figure
  /** Sums of weights in the place of people; there when weights were given. Not computed: `noAnswers`, `noWeight`. */
  readonly weighted?: { readonly n: number; readonly count: number; readonly share: Figure }
}

/**
 * The share of the highest (or any other) points of a scale: "top-2-box" with the two highest codes. The base is who gave
 * a point: "no opinion" is no part of it and is told beside it (`frequencies`).
 *
 * @example boxShare(measurements([5, 4, 2, null]), { anyOf: [4, 5] }).share // 2/3
 * @throws Problem `columnsDiffer`, `weightOutOfRange`
 */
export function boxShare(numbers: Measurements, box: Box, restriction: Restriction = {}): BoxShare {
  const { values, weights } = takenValues(numbers, restriction)
  const within = insideOf(box)
  const n = values.length
  const count = values.reduce((sum, value) => sum + (within(value) ? 1 : 0), 0)
  const unweighted = { n, count, share: shareOf(count, n) }
  if (!weights) return unweighted
  const all = sumOf(weights)
  const inside = sumOf(weights.filter((_, row) => within(values[row] ?? 0)))
  const share = n > 0 && all === 0 ? notComputed('noWeight') : shareOf(inside, all)
  return { ...unweighted, weighted: { n: all, count: inside, share } }
}

/**
 * Who is in a box as 1 and who is not as 0, so that their mean is its share: for `designMean` and `trend`.
 *
 * @example inBox(measurements([5, 4, 2, null]), { anyOf: [4, 5] }).values // 1, 1, 0, and 0 that is not known
 */
export function inBox({ values, known }: Measurements, box: Box): Measurements {
  const within = insideOf(box)
  return { values: values.map((value, row) => (isSelected(known, row) && within(value) ? 1 : 0)), known }
}

function insideOf(box: Box): (value: number) => boolean {
  if ('anyOf' in box) {
    const points = new Set(box.anyOf)
    return (value) => points.has(value)
  }
  const { from = -Infinity, to = Infinity } = box
  return (value) => value >= from && value <= to
}

/** A grade from 1 to 10 as Dutch reports show it. */
export interface GradeSummary extends NumericSummary {
  /** Who gave 5 or lower: insufficient. */
  readonly insufficient: BoxShare
  /** Who gave 8 or higher: good. */
  readonly good: BoxShare
}

/**
 * Mean and spread of grades with the shares of 5 and lower and of 8 and higher. A half between 5 and 6 is in neither.
 *
 * @example gradeSummary(measurements([5, 8, 9, 7])).insufficient.share // 0.25
 * @throws Problem `columnsDiffer`, `weightOutOfRange`
 */
export function gradeSummary(grades: Measurements, restriction: Restriction = {}): GradeSummary {
  return {
    ...numericSummary(grades, restriction),
    insufficient: boxShare(grades, { to: 5 }, restriction),
    good: boxShare(grades, { from: 8 }, restriction),
  }
}
