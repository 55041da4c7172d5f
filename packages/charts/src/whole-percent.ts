import type { ShareEstimate } from '@klankbord/model'
import type { Measured } from './measured.ts'

/**
 * A share in whole percents, half up, exact because it is reckoned in whole numbers.
 *
 * @param count people who gave the answer
 * @param n people in the base; 0 gives 0
 * @example wholePercent(125, 1000) // 13
 */
export function wholePercent(count: number, n: number): number {
  return n === 0 ? 0 : Math.floor((200 * count + n) / (2 * n))
}

/**
 * The same of a share from 0 to 1: for any count and base as `wholePercent` has it, and for weighted shares, which no counts
 * give.
 *
 * @example percentOf(0.125) // 13
 */
export function percentOf(share: number): number {
  return Math.floor(100 * share + 0.5 + ROUNDING)
}

/** Halves of a percent are seldom exact in binary; no share of counted people lies so near to one. */
const ROUNDING = 1e-9

/** A share from 0 to 1 in points with two decimals, for a place on a scale. @example points(0.58407) // 58.41 */
export function points(share: number): number {
  return Math.round(share * 10_000) / 100
}

/** The end of an interval in whole percents. */
export function wholeHalfUp(share: number): number {
  return Math.floor(share * 100 + 0.5)
}

/** An estimate as it is written and drawn. */
export function measured(estimate: ShareEstimate): Measured {
  return {
    count: estimate.count,
    share: estimate.share,
    percent: percentOf(estimate.share),
    low: wholeHalfUp(estimate.low),
    high: wholeHalfUp(estimate.high),
    at: points(estimate.share),
    from: points(estimate.low),
    to: points(estimate.high),
  }
}
