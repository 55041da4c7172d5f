import type { DisclosurePolicy, ReleasedNumberGroup, ReleasedNumbers, Verdict } from '@klankbord/model'
import { leastDifferenceOf } from './compare-numbers.ts'
import type { DraftNumbers } from './draft-numbers.ts'

/** With fewer people alpha says little. */
const LEAST_FOR_ALPHA = 30

/** Numbers as they may be seen. The only place where released numbers are made. */
export function releaseNumbers(
  draft: DraftNumbers,
  verdicts: readonly Verdict[],
  policy: DisclosurePolicy,
): ReleasedNumbers {
  const { id, subject, measure, by, range, scores, consistency } = draft.table
  const groups = draft.groups.map((group, index): ReleasedNumberGroup => {
    const { code, label, population } = group
    const figures = draft.figures[index] ?? 'tooFew'
    if (typeof figures === 'string') return { code, label, population, status: 'hidden', reason: figures }
    const status = figures.n < policy.indicativeBelow ? 'indicative' : 'shown'
    return { code, label, population, status, ...figures, verdict: verdicts[index] ?? 'notTested' }
  })
  const shown = groups.some(({ status }) => status !== 'hidden')
  const alpha = by === null && shown && consistency && consistency.complete >= LEAST_FOR_ALPHA
  const numbers = {
    id,
    subject,
    measure,
    by,
    range,
    leastDifference: leastDifferenceOf(draft),
    rounding: scores ? 'exact' : 'blurred',
    groups,
    ...(alpha && { alpha: Math.round(consistency.alpha * 100) / 100 }),
  }
  return numbers as unknown as ReleasedNumbers
}
