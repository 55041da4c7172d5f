import { betaQuantileParts } from './beta.ts'
import { incompleteBeta, type Sides } from './incomplete-beta.ts'
import { requireNumber, requirePositive, requireProbability } from './require-parameter.ts'

/**
 * The chance that Fisher's F with `df1` and `df2` degrees of freedom (above 0, need not be whole: those of Rao and Scott
 * are not) is at most `f` (Abramowitz & Stegun 26.6.2).
 *
 * @example fDistribution(4.2, 2, 17.3) // 0.96740…
 * @throws Problem `argumentOutOfRange`
 */
export function fDistribution(f: number, df1: number, df2: number): number {
  return sidesOf(f, df1, df2).lower
}

/**
 * The chance that it is more than `f`: the p-value of an F test, with relative accuracy in the tail.
 *
 * @example fUpperTail(300, 5, 500) // 5.95636…e-148
 * @throws Problem `argumentOutOfRange`
 */
export function fUpperTail(f: number, df1: number, df2: number): number {
  return sidesOf(f, df1, df2).upper
}

/**
 * The value below which it stays with probability `p`; 0 gives 0, 1 gives Infinity.
 *
 * @example fQuantile(0.95, 2, 17.3) // 3.5795…
 * @throws Problem `argumentOutOfRange`
 */
export function fQuantile(p: number, df1: number, df2: number): number {
  requirePositive('df1', df1)
  requirePositive('df2', df2)
  requireProbability(p)
  const { x, y } = betaQuantileParts(p, df1 / 2, df2 / 2)
  return (df2 * x) / (df1 * y)
}

function sidesOf(f: number, df1: number, df2: number): Sides {
  requirePositive('df1', df1)
  requirePositive('df2', df2)
  requireNumber('f', f)
  if (f <= 0) return { lower: 0, upper: 1 }
  if (f === Infinity) return { lower: 1, upper: 0 }
  const ratio = (df1 / df2) * f
  return incompleteBeta(df1 / 2, df2 / 2, { x: ratio / (1 + ratio), y: 1 / (1 + ratio) })
}
