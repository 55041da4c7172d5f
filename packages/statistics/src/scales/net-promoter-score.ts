import { computed, type Figure, type NotComputed } from '@klankbord/model'
import { isSelected } from '../columns/selection.ts'
import type { DesignMean } from '../designs/design-mean.ts'
import { groupMean, type GroupNumbers } from '../designs/group-estimate.ts'
import type { Interval } from '../intervals/around.ts'
import { boxShare } from '../summaries/box-share.ts'
import type { Measurements } from '../summaries/measurements.ts'

/** Shares from 0 to 1, weighted where weights are given; the score from −100 to 100. */
export interface NetPromoterScore {
  readonly n: number
  readonly promoters: number
  readonly passives: number
  readonly detractors: number
  readonly score: number
  /** Over n − 1, of the population where that is known; 0 where all say the same, as in R. Not computed: `oneAnswer`. */
  readonly standardError: Figure
  /** Student's. Not computed: `oneAnswer`; `noSpread` where all of more people say the same, since others need not. */
  readonly interval: Interval | NotComputed
  /** Over n, of a large population, as often printed; left out with weights. */
  readonly multinomialError?: number
}

/**
 * The net promoter score: 9 and 10 minus 0 to 6, with the standard error of that difference. Never the headline: a grade
 * says more and is steadier (Krol et al. 2015, BMC Health Services Research 15). Not computed: `noAnswers`, `noWeight`.
 *
 * @example netPromoterScore({ numbers: measurements([10, 9, 7, 3]) }).score // 25
 * @throws Problem `columnsDiffer`, `weightOutOfRange`, `populationTooSmall`, `levelOutOfRange`
 */
export function netPromoterScore(group: GroupNumbers, level = 0.95): NetPromoterScore | NotComputed {
  const { numbers, selection, weights } = group
  const mean = groupMean({ ...group, numbers: promoterPoints(numbers) }, level)
  if (!computed<DesignMean>(mean)) return mean
  const share = (box: Parameters<typeof boxShare>[1]): number => {
    const { n, count, weighted } = boxShare(numbers, box, { selection, weights })
    return weighted ? weighted.count / weighted.n : count / n
  }
  const [promoters, detractors] = [share({ from: PROMOTES }), share({ to: DETRACTS })]
  const difference = promoters - detractors
  return {
    n: mean.n,
    promoters,
    passives: 1 - promoters - detractors,
    detractors,
    score: mean.estimate,
    standardError: mean.standardError,
    interval: mean.interval,
    ...(!weights && {
      multinomialError: 100 * Math.sqrt(Math.max(0, promoters + detractors - difference ** 2) / mean.n),
    }),
  }
}

const PROMOTES = 9
const DETRACTS = 6

/**
 * 100 for 9 and 10, −100 for 0 to 6, else 0: their mean is the net promoter score, for `trend` and `designMean`.
 *
 * @example promoterPoints(measurements([10, 7, 3, null])).values // 100, 0, −100, and 0 that is not known
 */
export function promoterPoints({ values, known }: Measurements): Measurements {
  return { values: values.map((value, row) => (isSelected(known, row) ? pointsOf(value) : 0)), known }
}

/** Of one answer: 100, 0 or −100. */
export function pointsOf(answer: number): number {
  return answer >= PROMOTES ? 100 : answer <= DETRACTS ? -100 : 0
}
