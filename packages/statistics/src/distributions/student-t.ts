import { betaQuantileParts } from './beta.ts'
import { incompleteBeta } from './incomplete-beta.ts'
import { requireNumber, requirePositive, requireProbability } from './require-parameter.ts'

/**
 * The chance that Student's t with `df` degrees of freedom (above 0, need not be whole: Welch's are not) is at most `t`.
 * The lower tail keeps its relative accuracy (Abramowitz & Stegun 26.7.1).
 *
 * @example studentDistribution(-2.5, 3) // 0.043853…
 * @throws Problem `argumentOutOfRange`
 */
export function studentDistribution(t: number, df: number): number {
  return t > 0 ? 1 - studentUpperTail(t, df) : studentUpperTail(-t, df)
}

/**
 * The chance that it is more than `t`, with relative accuracy in the tail.
 *
 * @example studentUpperTail(2.5, 3) // 0.043853…
 * @throws Problem `argumentOutOfRange`
 */
export function studentUpperTail(t: number, df: number): number {
  requirePositive('df', df)
  requireNumber('t', t)
  if (t < 0) return 1 - studentUpperTail(-t, df)
  if (t === Infinity) return 0
  // Divided by the larger of the two, so that neither square overflows.
  const ratio = t * t < df ? (t * t) / df : 1
  const x = ratio < 1 ? 1 / (1 + ratio) : df / t / (df / t + t)
  const y = ratio < 1 ? ratio / (1 + ratio) : t / (df / t + t)
  return incompleteBeta(df / 2, 0.5, { x, y }).lower / 2
}

/** The chance of a value at least as far from 0: the two-sided p of a t test. @throws Problem `argumentOutOfRange` */
export function studentTwoSided(t: number, df: number): number {
  return Math.min(1, 2 * studentUpperTail(Math.abs(t), df))
}

/**
 * The value below which it stays with probability `p`; 0 gives −Infinity, 1 gives Infinity.
 *
 * @example studentQuantile(0.975, 4.5) // 2.65891…
 * @throws Problem `argumentOutOfRange`
 */
export function studentQuantile(p: number, df: number): number {
  requirePositive('df', df)
  requireProbability(p)
  if (p === 0.5) return 0
  if (p > 0.5) return -studentQuantile(1 - p, df)
  if (p === 0) return -Infinity
  const { x, y } = betaQuantileParts(2 * p, df / 2, 0.5)
  return -Math.sqrt((df * y) / x)
}
