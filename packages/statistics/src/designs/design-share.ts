import { computed, notComputed, problem, type NotComputed } from '@klankbord/model'
import { isSelected, type Selection } from '../columns/selection.ts'
import { betaQuantile } from '../distributions/beta.ts'
import { studentQuantile } from '../distributions/student-t.ts'
import type { Interval } from '../intervals/share-input.ts'
import { designMean, fullyCounted, type DesignMean } from './design-mean.ts'
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
 * The share of those with a property among those of whom it is known. No interval is computed (`noSpread`) where nobody or
 * everybody has it: a design says nothing there, and `hypergeometricInterval` or `clopperPearsonInterval` does. Where
 * everybody was asked Student's is the point, and the others are not computed.
 *
 * @example designShare(design, { having: women, known: everybody }).logitInterval
 * @throws Problem `columnsDiffer`, `levelOutOfRange`
 */
export function designShare(
  design: SurveyDesign,
  { having, known }: { readonly having: Selection; readonly known: Selection },
  options: { readonly domain?: Selection | undefined; readonly level?: number | undefined } = {},
): DesignShare | NotComputed {
  if (having.rows !== known.rows) throw problem('columnsDiffer', { rows: known.rows, other: having.rows })
  const values = Float64Array.from({ length: known.rows }, (_, row) => (isSelected(having, row) ? 1 : 0))
  const mean = designMean(design, { values, known }, options)
  if ('notComputed' in mean) return mean
  const inside = design.weights.map((weight, row) => {
    const takesPart = isSelected(known, row) && (!options.domain || isSelected(options.domain, row))
    return takesPart ? weight : 0
  })
  const sure = mean.standardError !== 0 || fullyCounted(design, inside)
  return { ...mean, ...(!sure && NO_SPREAD), ...intervalsOf(mean, options.level ?? 0.95) }
}

/** All of each stratum said the same, which does not show that everybody else would. */
const NO_SPREAD = { interval: notComputed('noSpread'), normalInterval: notComputed('noSpread') }

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
  const t = studentQuantile((1 + level) / 2, df)
  const [odds, reach] = [Math.log(p / (1 - p)), (t * error) / (p * (1 - p))]
  const [angle, turn] = [Math.asin(Math.sqrt(p)), (t * error) / (2 * Math.sqrt(p * (1 - p)))]
  const alone = n > 1 ? studentQuantile((1 + level) / 2, n - 1) / t : 1
  const size = ((p * (1 - p)) / error ** 2) * alone ** 2
  const tail = (1 - level) / 2
  return {
    logitInterval: { low: logistic(odds - reach), high: logistic(odds + reach) },
    arcsineInterval: {
      low: Math.sin(Math.max(0, angle - turn)) ** 2,
      high: Math.sin(Math.min(Math.PI / 2, angle + turn)) ** 2,
    },
    betaInterval: {
      low: betaQuantile(tail, size * p, size * (1 - p) + 1),
      high: betaQuantile(1 - tail, size * p + 1, size * (1 - p)),
    },
  }
}

function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds))
}
