import type { Words } from '../words/words.ts'

/** The numbers that an answer stands for: from the one through the other, with or without its ends. */
export interface NumberBand {
  readonly low: number
  readonly high: number
  readonly withLow: boolean
  readonly withHigh: boolean
  /** What is counted, by the first letter of its name ("y" for "years"); empty when it is not said. */
  readonly unit: string
  /** What stands before the number and says more than where the band ends: "district". */
  readonly before: string
}

// 1.500, 1,500, 0,5 and 12.
const NUMBER = /\d{1,3}(?:[.,]\d{3})+(?!\d)|\d+(?:[.,]\d+)?/g
const THOUSANDS = /^\d{1,3}(?:[.,]\d{3})+$/
const SIGNS = /[€£$()]/g

/**
 * The band of an answer in small letters, or null when it is none: with no number, more than two, or two that count
 * different things ("6 months to 1 year").
 *
 * @example bandOf('18–24 years', english) // { low: 18, high: 24, withLow: true, withHigh: true, unit: 'y', before: '' }
 */
export function bandOf(lower: string, words: Words): NumberBand | null {
  const text = lower.replaceAll(SIGNS, ' ')
  const [first, second, ...more] = text.matchAll(NUMBER)
  if (first === undefined || more.length > 0) return null
  const before = text.slice(0, first.index)
  const last = second ?? first
  const after = text.slice(last.index + last[0].length)
  const counted = { unit: unitOf(after, words), before: withoutEnds(before, words) }
  const low = valueOf(first[0])
  if (second === undefined) return { ...endsOf(low, `${before} # ${after}`, words), ...counted }
  const between = text.slice(first.index + first[0].length, second.index).trim()
  const joint = words.band.joints.find(({ words: joins }) => between === joins || between.endsWith(` ${joins}`))
  if (joint === undefined) return null
  const ownUnit = unitOf(between.slice(0, -joint.words.length), words)
  if (ownUnit !== '' && ownUnit !== counted.unit) return null
  return { low, high: valueOf(second[0]), withLow: true, withHigh: joint.through, ...counted }
}

/** Whether somebody's number can be in both bands. Bands that count different things are not compared. */
export function overlap(one: NumberBand, other: NumberBand): boolean {
  if (one.before !== other.before) return false
  if (one.unit !== '' && other.unit !== '' && one.unit !== other.unit) return false
  const [lower, upper] = one.low <= other.low ? [one, other] : [other, one]
  if (one.low === other.low && one.high > one.low && other.high > other.low) return true
  if (upper.low === lower.low) return one.withLow && other.withLow
  return upper.low < lower.high || (upper.low === lower.high && upper.withLow && lower.withHigh)
}

/** "Younger than 18", "18 or older", or one number. */
function endsOf(value: number, around: string, { band }: Words): Omit<NumberBand, 'unit' | 'before'> {
  const exact = { low: value, high: value, withLow: true, withHigh: true }
  if (band.upTo.isIn(around)) return { ...exact, low: -Infinity }
  if (band.from.isIn(around) || around.includes('# +')) return { ...exact, high: Infinity }
  if (band.below.isIn(around)) return { ...exact, low: -Infinity, withHigh: false }
  return band.above.isIn(around) ? { ...exact, high: Infinity, withLow: false } : exact
}

function unitOf(after: string, words: Words): string {
  return /[^\s\d.,;:+/-]/.exec(withoutEnds(after, words))?.[0] ?? ''
}

function withoutEnds(text: string, { band }: Words): string {
  const ends = [band.upTo, band.from, band.below, band.above, band.apart]
  return ends.reduce((rest, pattern) => pattern.takenFrom(rest), text).trim()
}

function valueOf(written: string): number {
  return Number(THOUSANDS.test(written) ? written.replaceAll(/[.,]/g, '') : written.replace(',', '.'))
}
