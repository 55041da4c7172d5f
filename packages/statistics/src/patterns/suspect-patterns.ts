import type { Dataset } from '@klankbord/model'
import { burstsIn, type Burst, type PeriodCount } from './bursts-in.ts'
import { repeatedRows, type RepeatedRows } from './repeated-rows.ts'
import { straightLines, type StraightLines } from './straight-lines.ts'

/** Where to look for patterns. */
export interface PatternInput {
  /** Of an anonymous wave only what is sealed. */
  readonly dataset: Dataset
  /** How many responses came in each period, in order: weeks, portions, or days that somebody counted. */
  readonly received: readonly PeriodCount[]
  /** No number of people below this is told. */
  readonly leastGroup: number
}

/**
 * Signs that somebody may have answered many times, or without reading. Each has an innocent explanation, so they are
 * reasons to look at how the fieldwork went, never to take answers out. Nothing in it names a response: only counts, of
 * at least the least group; null is fewer than that, none included.
 */
export interface SuspectPatterns {
  readonly bursts: readonly Burst[]
  readonly repeated: RepeatedRows
  readonly straightLines: readonly StraightLines[]
}

/**
 * Looks for bursts, for equal responses and for the same answer all the way down. Hours and minutes are not kept of a
 * response, so how fast somebody answered, or that two came right after each other, cannot be seen and is not looked for.
 *
 * @example suspectPatterns({ dataset, received: [{ period: '2026-W12', responses: 31 }], leastGroup: 10 })
 */
export function suspectPatterns({ dataset, received, leastGroup }: PatternInput): SuspectPatterns {
  return {
    bursts: burstsIn(received, leastGroup),
    repeated: repeatedRows(dataset, leastGroup),
    straightLines: straightLines(dataset, leastGroup),
  }
}
