import { problem } from '@klankbord/model'
import type { VisitorMarks } from '../access/visitor-marks.ts'

const WINDOW_SECONDS = 60

/**
 * Counts a request of an address.
 *
 * @returns the mark of the visitor, for whoever needs it after this; null when there were too many
 */
export type RequestLimit = (address: string) => string | null

/**
 * A generous limit per address, because a room full of people may share one. Only marks of addresses are kept, in memory,
 * and forgotten with the minute.
 *
 * @param now milliseconds that only go forward
 */
export function requestLimit(
  perMinute: number,
  visitors: VisitorMarks,
  now: () => number = () => performance.now(),
): RequestLimit {
  let began = now()
  let counts = new Map<string, number>()
  return (address) => {
    if (now() - began >= WINDOW_SECONDS * 1000) {
      began = now()
      counts = new Map()
    }
    const mark = visitors.markOf(address)
    const count = (counts.get(mark) ?? 0) + 1
    counts.set(mark, count)
    return count > perMinute ? null : mark
  }
}

/** What is told whoever made too many. */
export function tooManyRequests(): Error {
  return problem('tooManyRequests', { seconds: WINDOW_SECONDS })
}
