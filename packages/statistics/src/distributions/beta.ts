import { findQuantile } from './find-quantile.ts'
import { incompleteBeta, type Parts, type Sides } from './incomplete-beta.ts'
import { requireNumber, requirePositive, requireProbability } from './require-parameter.ts'

/**
 * The chance that a beta variable with shapes `a` and `b` (above 0) is at most `x` (DLMF 8.17).
 *
 * @example betaDistribution(0.2, 37, 144) // 0.45555…
 * @throws Problem `argumentOutOfRange`
 */
export function betaDistribution(x: number, a: number, b: number): number {
  return sidesOf(x, a, b).lower
}

/**
 * The chance that it is more than `x`, with relative accuracy in the tail.
 *
 * @example betaUpperTail(0.9, 37, 144) // 2.25417…e-108
 * @throws Problem `argumentOutOfRange`
 */
export function betaUpperTail(x: number, a: number, b: number): number {
  return sidesOf(x, a, b).upper
}

/**
 * The value below which it stays with probability `p`.
 *
 * @example betaQuantile(0.975, 38, 143) // 0.27202…
 * @throws Problem `argumentOutOfRange`
 */
export function betaQuantile(p: number, a: number, b: number): number {
  return betaQuantileParts(p, a, b).x
}

function sidesOf(x: number, a: number, b: number): Sides {
  requireNumber('x', x)
  return incompleteBeta(requirePositive('a', a), requirePositive('b', b), { x, y: 1 - x })
}

/** The same with its rest of 1, whichever is smaller being exact. */
export function betaQuantileParts(p: number, a: number, b: number): Parts {
  requirePositive('a', a)
  requirePositive('b', b)
  requireProbability(p)
  if (p === 0 || p === 1) return { x: p, y: 1 - p }
  if (incompleteBeta(a, b, { x: 0.5, y: 0.5 }).lower >= p) {
    const x = smallPart(a, b, { lower: p, upper: 1 - p })
    return { x, y: 1 - x }
  }
  const y = smallPart(b, a, { lower: 1 - p, upper: p })
  return { x: 1 - y, y }
}

/** The value up to a half with these sides, found from the smaller side: that one is exact. */
function smallPart(a: number, b: number, { lower, upper }: Sides): number {
  const from = upper < lower ? 'above' : 'below'
  return findQuantile(
    { from, wanted: Math.min(lower, upper) },
    (x) => {
      const { lower: below, upper: above, logFactor } = incompleteBeta(a, b, { x, y: 1 - x })
      return { side: from === 'above' ? above : below, density: Math.exp(logFactor) / (x * (1 - x)) }
    },
    Math.min(0.25, a / (a + b)),
    0.5000001,
  )
}
