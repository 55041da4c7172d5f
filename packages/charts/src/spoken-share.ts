import { percentOf } from './whole-percent.ts'

/** A share as people say it: "almost three out of four", or a plain percentage when no fraction is near. */
export type SpokenShare =
  | { readonly kind: 'fraction'; readonly near: 'about' | 'over' | 'under'; readonly part: number; readonly of: number }
  | { readonly kind: 'percent'; readonly percent: number }
  /** All or nobody, or so near to it that a whole percent would say so. */
  | { readonly kind: 'all' | 'almostAll' | 'almostNone' | 'none' }

const DENOMINATORS = [2, 3, 4, 5, 10] as const

/** Percentage points: up to here a fraction is said without "almost" or "over". */
const SAME = 1
/** And up to here with it. */
const NEAR = 3

const FRACTIONS = DENOMINATORS.flatMap((of) => Array.from({ length: of - 1 }, (_, index) => ({ part: index + 1, of })))

/**
 * The nearest simple fraction of a share (halves, thirds, quarters, fifths, tenths), when it is within 3 points;
 * on equal distance the one with the smallest numbers. Nearly all is never said to be all, nor a few nobody.
 *
 * @param count people who gave the answer
 * @param n people in the base
 * @example spokenShare(765, 1000) // { kind: 'fraction', near: 'over', part: 3, of: 4 }
 * @example spokenShare(45, 100) // { kind: 'percent', percent: 45 }
 */
export function spokenShare(count: number, n: number): SpokenShare {
  const exact = n === 0 ? 0 : (100 * count) / n
  if (exact === 0) return { kind: 'none' }
  if (exact >= 100) return { kind: 'all' }
  if (percentOf(exact / 100) === 100) return { kind: 'almostAll' }
  if (percentOf(exact / 100) === 0) return { kind: 'almostNone' }
  const nearest = FRACTIONS.map((fraction) => ({
    ...fraction,
    off: exact - (100 * fraction.part) / fraction.of,
  })).reduce((best, candidate) => (Math.abs(candidate.off) < Math.abs(best.off) ? candidate : best))
  if (Math.abs(nearest.off) > NEAR) return { kind: 'percent', percent: percentOf(exact / 100) }
  const near = Math.abs(nearest.off) <= SAME ? 'about' : nearest.off > 0 ? 'over' : 'under'
  return { kind: 'fraction', near, part: nearest.part, of: nearest.of }
}
