export const LOG_TWO_PI: number = Math.log(2 * Math.PI)
const SERIES_FROM = 12

/** Bernoulli's numbers in Stirling's series of log Γ (DLMF 5.11.1), from 1/a on. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400]

/**
 * What Stirling's formula leaves out: log Γ(a) − (a − ½)·log a + a − ½·log 2π, for a above 0, exact to about 1e-16.
 * Of it the distributions are made, so that large terms never cancel (Loader 2000, Fast and Accurate Computation of
 * Binomial Probabilities).
 */
export function stirlingRest(a: number): number {
  let rest = 0
  let argument = a
  for (; argument < SERIES_FROM; argument += 1) rest += (argument + 0.5) * Math.log1p(1 / argument) - 1
  const inverse = 1 / argument
  return rest + inverse * STIRLING.reduceRight((sum, coefficient) => sum * inverse * inverse + coefficient, 0)
}

/**
 * The logarithm of Euler's gamma function for `a` above 0.
 *
 * @example logGamma(5) // log 24
 */
export function logGamma(a: number): number {
  return (a - 0.5) * Math.log(a) - a + LOG_TWO_PI / 2 + stirlingRest(a)
}

/**
 * u − log(1 + u) for u above −1: never below 0, and without the cancellation near 0.
 *
 * @param ratio 1 + u, as it was before 1 was taken off: exact where u is nearly −1
 */
export function logDeviance(u: number, ratio: number): number {
  if (u < -0.5) return u - Math.log(ratio)
  if (Math.abs(u) > 0.25) return u - Math.log1p(u)
  // log(1 + u) = 2·(r + r³/3 + r⁵/5 + …) with r = u/(2 + u), and u = r·(2 + u).
  const r = u / (2 + u)
  const squared = r * r
  let power = r * squared
  let sum = 0
  for (let odd = 3; Math.abs(power) > 1e-18 * Math.abs(r * u); odd += 2) {
    sum += power / odd
    power *= squared
  }
  return r * u - 2 * sum
}
