import { computed, notComputed, type NotComputed } from '@klankbord/model'
import { requireSameRows } from '../columns/require-rows.ts'
import { isSelected, type Selection } from '../columns/selection.ts'
import { betaQuantile } from '../distributions/beta.ts'
import { around, studentReach, type Interval } from '../intervals/around.ts'
import { designMean, type DesignMean, type DesignOptions } from './design-mean.ts'
import type { SurveyDesign } from './survey-design.ts'

/** A share under a design: the mean of zeros and ones, with intervals that stay within 0 and 1. */
export interface DesignShare extends DesignMean {
  /** On the scale of log odds (Korn & Graubard 1999, 4.4; R: `svyciprop`, "xlogit"). The usual one. */
  readonly logitInterval: Interval | NotComputed
  /** On the scale of the arcsine of the root ("asin"). */
  readonly arcsineInterval: Interval | NotComputed
  /** Clopper and Pearson's with the effective size of Korn and Graubard (1998; "beta"): for small or rare. */
  readonly betaInterval: Interval | NotComputed
}

/**
 * The share of those with a property among those of whom it is known, with the intervals of Korn and Graubard (1998, 1999;
 * R: `svyciprop`). No interval is computed (`noSpread`) where nobody or
 * everybody has it: a design says nothing there, and `hypergeometricInterval` or `clopperPearsonInterval` does. Where
 * everybody was asked Student's is the point, and the others are not computed.
 *
 * @example designShare(design, { having: women, known: everybody }).logitInterval
 * @throws Problem `columnsDiffer`, `levelOutOfRange`
 */
export function designShare(
  design: SurveyDesign,
  { having, known }: { readonly having: Selection; readonly known: Selection },
  options: DesignOptions = {},
): DesignShare | NotComputed {
  requireSameRows(known.rows, having.rows)
  const values = Float64Array.from({ length: known.rows }, (_, row) => (isSelected(having, row) ? 1 : 0))
  const mean = designMean(design, { values, known }, options)
  return 'notComputed' in mean ? mean : { ...mean, ...intervalsOf(mean, options.level ?? 0.95) }
}

function intervalsOf(
  { estimate: p, standardError: error, df, n }: DesignMean,
  level: number,
): Pick<DesignShare, 'logitInterval' | 'arcsineInterval' | 'betaInterval'> {
  const same = (interval: NotComputed): ReturnType<typeof intervalsOf> => ({
    logitInterval: interval,
    arcsineInterval: interval,
    betaInterval: interval,
  })
  if (!computed<number>(error)) return same(error)
  if (df < 1) return same(notComputed('oneAnswer'))
  if (error === 0 || p <= 0 || p >= 1) return same(notComputed('noSpread'))
  const t = studentReach(level, df)
  const angle = around(Math.asin(Math.sqrt(p)), (t * error) / (2 * Math.sqrt(p * (1 - p))))
  const alone = n > 1 ? studentReach(level, n - 1) / t : 1
  const size = ((p * (1 - p)) / error ** 2) * alone ** 2
  const tail = (1 - level) / 2
  return {
    logitInterval: onLogOdds(p, t * error),
    arcsineInterval: {
      low: Math.sin(Math.max(0, angle.low)) ** 2,
      high: Math.sin(Math.min(Math.PI / 2, angle.high)) ** 2,
    },
    betaInterval: {
      low: betaQuantile(tail, size * p, size * (1 - p) + 1),
      high: betaQuantile(1 - tail, size * p + 1, size * (1 - p)),
    },
  }
}

/** An interval that reaches so far from a share between 0 and 1, made on the scale of log odds. */
export function onLogOdds(share: number, reach: number): Interval {
  const odds = around(Math.log(share / (1 - share)), reach / (share * (1 - share)))
  return { low: logistic(odds.low), high: logistic(odds.high) }
}

function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds))
}
