import { continuedFraction } from './continued-fraction.ts'
import { LOG_TWO_PI, logDeviance, stirlingRest } from './gamma-function.ts'

/** Both sides of the gamma distribution with shape `a` at `x`, and the logarithm of the upper one. */
interface GammaSides {
  readonly lower: number
  readonly upper: number
  readonly logUpper: number
}

/**
 * The regularized incomplete gamma functions P(a, x) and Q(a, x): the power series below the mean, Legendre's continued
 * fraction above it (DLMF 8.7.1 and 8.9.2; evaluated as by Lentz 1976). The smaller of the two keeps its relative
 * accuracy (about 1e-13) however far in the tail.
 */
export function incompleteGamma(a: number, x: number): GammaSides {
  if (x <= 0) return { lower: 0, upper: 1, logUpper: 0 }
  if (x === Infinity) return { lower: 1, upper: 0, logUpper: -Infinity }
  const log = logFactor(a, x)
  if (x < Math.max(a, 0.5)) {
    const lower = Math.min(1, Math.exp(log) * powerSeries(a, x))
    return { lower, upper: 1 - lower, logUpper: Math.log1p(-lower) }
  }
  const fraction =
    1 /
    continuedFraction(
      x + 1 - a,
      (step) => -step * (step - a),
      (step) => x + 1 - a + 2 * step,
    )
  const upper = Math.min(1, Math.exp(log) * fraction)
  return { lower: 1 - upper, upper, logUpper: Math.min(0, log + Math.log(fraction)) }
}

/** The logarithm of x^a·e^−x / Γ(a), which is also the density at x times x. */
export function logFactor(a: number, x: number): number {
  return (Math.log(a) - LOG_TWO_PI) / 2 - stirlingRest(a) - a * logDeviance((x - a) / a, x / a)
}

/** 1/a + x/(a(a + 1)) + x²/(a(a + 1)(a + 2)) + … */
function powerSeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let next = a + 1; term > 1e-17 * sum; next += 1) {
    term *= x / next
    sum += term
  }
  return sum
}
