import { measurements } from '../summaries/measurements.ts'
import { quantiles } from '../summaries/quantiles.ts'
import { atLeast } from './at-least.ts'

/** How many responses came in a period, which is named in any way. */
export interface PeriodCount {
  readonly period: string
  readonly responses: number
}

/** A period in which far more came in than usual. */
export interface Burst extends PeriodCount {
  /** The median of the other periods; null when that is below the least group. */
  readonly usual: number | null
}

const TIMES_USUAL = 3
const FEWEST_OTHERS = 3

/**
 * The periods that stand out: at least three times the median of the others, and at least the least group more than it.
 * With fewer than three others nothing is usual and nothing stands out. After letters went out a burst is what one hopes
 * for; in an open round it may be a link that was passed on, or one person.
 */
export function burstsIn(received: readonly PeriodCount[], leastGroup: number): readonly Burst[] {
  if (received.length <= FEWEST_OTHERS) return []
  return received.flatMap((one, index) => {
    const usual = medianOf(received.toSpliced(index, 1).map(({ responses }) => responses))
    const standsOut = one.responses >= TIMES_USUAL * usual && one.responses >= usual + leastGroup
    return standsOut ? [{ ...one, usual: atLeast(leastGroup, usual) }] : []
  })
}

function medianOf(values: readonly number[]): number {
  const [median] = quantiles(measurements(values), [0.5], { type: 2 })
  return Number(median)
}
