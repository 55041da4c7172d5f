import { notComputed, type Figure } from '@klankbord/model'
import { logGamma } from '../distributions/gamma-function.ts'
import { requireTwoCounts, type TwoCounts } from '../intervals/share-input.ts'
import type { CountedTable } from './count-table.ts'

/** Cramér's (1946) V: 0 without association, 1 when one variable tells the other. Too high in small samples. */
export function cramersV(chiSquare: number, { rows, columns, all }: CountedTable): number {
  return Math.sqrt(chiSquare / all / (Math.min(rows.length, columns.length) - 1))
}

/**
 * V with its bias in small samples taken out (Bergsma 2013, A bias-correction for Cramér's V and Tschuprow's T). Not
 * computed (`tooFewAnswers`) where nothing is left of the smaller side.
 */
export function bergsmaV(chiSquare: number, { rows, columns, all }: CountedTable): Figure {
  if (all < 2) return notComputed('tooFewAnswers')
  const chance = ((rows.length - 1) * (columns.length - 1)) / (all - 1)
  const left = (size: number): number => size - (size - 1) ** 2 / (all - 1) - 1
  const least = Math.min(left(rows.length), left(columns.length))
  return least > 0 ? Math.sqrt(Math.max(0, chiSquare / all - chance) / least) : notComputed('tooFewAnswers')
}

/**
 * Cohen's (1988) h: the difference of two shares on the arcsine scale, where the same step is as easy to see anywhere.
 *
 * @example cohensH({ count1: 45, n1: 100, count2: 30, n2: 95 }) // 0.27714…
 * @throws Problem `countOutOfRange`
 */
export function cohensH(counts: TwoCounts): number {
  requireTwoCounts(counts)
  const { count1, n1, count2, n2 } = counts
  return 2 * (Math.asin(Math.sqrt(count1 / n1)) - Math.asin(Math.sqrt(count2 / n2)))
}

/**
 * The factor J that takes the bias out of Cohen's d (Hedges 1981), exactly: Γ(m/2) / (√(m/2)·Γ((m − 1)/2)) for m degrees
 * of freedom, 2 or more.
 */
export function hedgesFactor(df: number): number {
  return Math.exp(logGamma(df / 2) - Math.log(df / 2) / 2 - logGamma((df - 1) / 2))
}
