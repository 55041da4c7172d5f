import { findQuantile } from './find-quantile.ts'
import { incompleteGamma, logFactor } from './incomplete-gamma.ts'
import { normalQuantile } from './normal.ts'
import { requireNumber, requirePositive, requireProbability } from './require-parameter.ts'

/**
 * The chance that a chi-square variable with `df` degrees of freedom (above 0, need not be whole) is at most `x`.
 * Relative accuracy about 1e-13, also far below the mean (Abramowitz & Stegun 26.4).
 *
 * @example chiSquareDistribution(3.84, 1) // 0.94995…
 * @throws Problem `argumentOutOfRange`
 */
export function chiSquareDistribution(x: number, df: number): number {
  return sidesOf(x, df).lower
}

/**
 * The chance that it is more than `x`: the p-value of a chi-square test, with relative accuracy down to the smallest
 * normal double.
 *
 * @example chiSquareUpperTail(900, 4) // 1.66594…e-193
 * @throws Problem `argumentOutOfRange`
 */
export function chiSquareUpperTail(x: number, df: number): number {
  return sidesOf(x, df).upper
}

/** The natural logarithm of `chiSquareUpperTail`, which goes on where that has become 0. */
export function chiSquareLogUpperTail(x: number, df: number): number {
  return sidesOf(x, df).logUpper
}

/**
 * The value below which it stays with probability `p`; 0 gives 0, 1 gives Infinity.
 *
 * @example chiSquareQuantile(0.95, 2.5) // 6.92807…
 * @throws Problem `argumentOutOfRange`
 */
export function chiSquareQuantile(p: number, df: number): number {
  requirePositive('df', df)
  requireProbability(p)
  if (p === 0 || p === 1) return p === 0 ? 0 : Infinity
  const shape = df / 2
  // Wilson & Hilferty (1931), kept above 0.
  const start = Math.max(shape * (1 - 1 / (9 * df) + normalQuantile(p) / Math.sqrt(4.5 * df)) ** 3, shape * 1e-3)
  const from = p > 0.5 ? 'above' : 'below'
  const half = findQuantile(
    { from, wanted: p > 0.5 ? 1 - p : p },
    (x) => {
      const { lower, upper } = incompleteGamma(shape, x)
      return { side: from === 'above' ? upper : lower, density: Math.exp(logFactor(shape, x)) / x }
    },
    start,
  )
  return 2 * half
}

function sidesOf(x: number, df: number): ReturnType<typeof incompleteGamma> {
  return incompleteGamma(requirePositive('df', df) / 2, requireNumber('x', x) / 2)
}
