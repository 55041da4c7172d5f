import { logGamma } from '../../src/distributions/gamma-function.ts'

/** The chances of 0 to n having a property that a part `p` of everybody has. */
export function binomialChances(n: number, p: number): Float64Array {
  const ways = (k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
  return Float64Array.from({ length: n + 1 }, (_, k) => {
    if (p === 0 || p === 1) return k === (p === 0 ? 0 : n) ? 1 : 0
    return Math.exp(ways(k) + k * Math.log(p) + (n - k) * Math.log1p(-p))
  })
}
