import { requireNumber, requireProbability } from './require-parameter.ts'

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI)
const SERIES_BELOW = 1
const SMALLEST_NORMAL = 2 ** -1022

/**
 * The standard normal density at `x`.
 *
 * The exponent is split so that its rounding does not grow with x²: relative error about 1e-15 up to |x| = 38.
 */
export function normalDensity(x: number): number {
  const coarse = Math.trunc(Math.abs(x) * 16) / 16
  const fine = Math.abs(x) - coarse
  return (Math.exp((-coarse * coarse) / 2) * Math.exp((-fine * (coarse + Math.abs(x))) / 2)) / ROOT_TWO_PI
}

/**
 * The probability that a standard normal variable is at most `x`. Tails keep their relative accuracy (about 1e-15)
 * down to the smallest normal double; below that no accuracy can be kept and they are 0.
 *
 * Method: the power series of the integral near 0, Laplace's continued fraction of the tail elsewhere
 * (Abramowitz & Stegun, Handbook of Mathematical Functions, 26.2.11 and 26.2.14).
 *
 * @example normalDistribution(-8) // 6.22096057427178e-16
 * @throws Problem `argumentOutOfRange` for NaN
 */
export function normalDistribution(x: number): number {
  const lower = lowerSide(requireNumber('x', x))
  return lower < SMALLEST_NORMAL ? 0 : lower
}

/** The chance of a standard normal value at least as far from 0: the two-sided p of a z test. */
export function normalTwoSided(z: number): number {
  return Math.min(1, 2 * normalDistribution(-Math.abs(z)))
}

/**
 * The value below which a standard normal variable stays with probability `p`: the inverse of
 * `normalDistribution`, polished by Halley steps on that function (from Abramowitz & Stegun 26.2.22). 0 gives
 * −Infinity, 1 gives Infinity.
 *
 * @example normalQuantile(0.975) // 1.959963984540054
 * @throws Problem `argumentOutOfRange`
 */
export function normalQuantile(p: number): number {
  requireProbability(p)
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity
  if (p > 0.5) return -normalQuantile(1 - p)
  let x = roughQuantile(p)
  for (let step = 0; step < 12; step += 1) {
    const error = (lowerSide(x) - p) / normalDensity(x)
    const change = error / (1 + (x * error) / 2)
    if (!Number.isFinite(change)) break
    x -= change
    if (Math.abs(change) <= 1e-16 * Math.abs(x)) break
  }
  return x
}

function lowerSide(x: number): number {
  if (Math.abs(x) < SERIES_BELOW) return 0.5 + centralArea(x)
  return x < 0 ? upperTail(-x) : 1 - upperTail(x)
}

/** The area under the density from 0 to x: φ(x)·(x + x³/3 + x⁵/15 + …). */
function centralArea(x: number): number {
  let term = x
  let sum = x
  for (let odd = 3; Math.abs(term) > 1e-18 * Math.abs(sum); odd += 2) {
    term *= (x * x) / odd
    sum += term
  }
  return normalDensity(x) * sum
}

/** φ(x) / (x + 1/(x + 2/(x + 3/(x + …)))) for x ≥ 1, from far enough inside outwards. */
function upperTail(x: number): number {
  if (x === Infinity) return 0
  let denominator = x
  for (let depth = Math.ceil(20 + 300 / (x * x)); depth > 0; depth -= 1) denominator = x + depth / denominator
  return normalDensity(x) / denominator
}

/** A start for the polishing, good to three digits (Abramowitz & Stegun 26.2.22), for p up to a half. */
function roughQuantile(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p))
  return (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t)) - t
}
