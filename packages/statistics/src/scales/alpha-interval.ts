import { computed, notComputed, type Figure, type NotComputed } from '@klankbord/model'
import { isSelected, selectedByAll, selectedByAny } from '../columns/selection.ts'
import { fQuantile } from '../distributions/f-distribution.ts'
import { around, studentReach, type Interval } from '../intervals/around.ts'
import { jackknifeError } from '../summaries/jackknife-error.ts'
import type { Measurements } from '../summaries/measurements.ts'
import { covarianceWithout, type ItemPairs } from './item-covariance.ts'

/** Feldt's (1965): 1 − (1 − α)·F, with n − 1 and (n − 1)(k − 1) degrees of freedom. For people who answered all items. */
export function feldtInterval(alpha: Figure, n: number, k: number, level: number): Interval | NotComputed {
  if (!computed<number>(alpha)) return alpha
  const [df1, df2] = [n - 1, (n - 1) * (k - 1)]
  return {
    low: 1 - (1 - alpha) * fQuantile((1 + level) / 2, df1, df2),
    high: 1 - (1 - alpha) * fQuantile((1 - level) / 2, df1, df2),
  }
}

/**
 * An interval for alpha over pairs with gaps, by leaving out one person at a time (Tukey 1958) on the scale of log(1 − α),
 * on which alpha is spread about as widely wherever it lies (Bonett 2002), with Student's t. Feldt's needs everybody to
 * have answered all items: there is no one n to put in it here.
 *
 * Not computed: as alpha; `noSpread` for an alpha of 1 or more; `tooFewAnswers` where there is none without somebody.
 */
export function pairwiseInterval(
  items: readonly Measurements[],
  pairs: ItemPairs,
  alpha: Figure,
  level: number,
): Interval | NotComputed {
  if (!computed<number>(alpha)) return alpha
  if (alpha >= 1 - ROUNDING) return notComputed('noSpread')
  const without = logsWithout(items, pairs)
  const error = jackknifeError(without)
  if (!computed<number>(error)) return error
  const { low, high } = around(Math.log(1 - alpha), error * studentReach(level, without.length - 1))
  return { low: 1 - Math.exp(high), high: 1 - Math.exp(low) }
}

/** An alpha of 1 is seldom exact in binary, and log(1 − α) would be that of what is lost. */
const ROUNDING = 1e-12

/** log(1 − α) without each person who answered any item; null where there is none. */
function logsWithout(items: readonly Measurements[], pairs: ItemPairs): readonly (number | null)[] {
  const k = items.length
  const [first, ...others] = items.map(({ known }) => known)
  if (!first) return []
  const { own, all } = sumsWithout(items, pairs, first.rows)
  const rests = own.map((sum, row) => 1 - (k / (k - 1)) * (1 - sum / (all[row] ?? 0)))
  const answered = selectedByAny(first, ...others)
  const logs: (number | null)[] = []
  for (const [row, rest] of rests.entries())
    if (isSelected(answered, row)) logs.push((all[row] ?? 0) > 0 && rest > 0 ? Math.log(rest) : null)
  return logs
}

/** Variances of the items, and all covariances, added up: without the person of each row. */
function sumsWithout(
  items: readonly Measurements[],
  pairs: ItemPairs,
  rows: number,
): { readonly own: Float64Array; readonly all: Float64Array } {
  const [own, all] = [new Float64Array(rows), new Float64Array(rows)]
  for (const [one, item] of items.entries()) {
    for (const [other, beside] of items.entries()) {
      const pair = pairs[one]?.[other]
      if (!pair || other < one) continue
      const both = selectedByAll(item.known, beside.known)
      const covariance = pair.products / (pair.n - 1)
      const times = other === one ? 1 : 2
      for (let row = 0; row < rows; row += 1) {
        const left = isSelected(both, row)
          ? covarianceWithout(pair, item.values[row] ?? 0, beside.values[row] ?? 0)
          : covariance
        all[row] = (all[row] ?? 0) + times * left
        if (other === one) own[row] = (own[row] ?? 0) + left
      }
    }
  }
  return { own, all }
}
