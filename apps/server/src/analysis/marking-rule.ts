import type { DisclosurePolicy } from '@klankbord/model'
import type { MarkingRule } from '@klankbord/statistics'

/** A difference of less than a twentieth of what is possible changes nobody's plan. */
const LEAST_PART = 0.05

/**
 * When a difference is called one: at least this large, and of groups that a publication would test.
 *
 * @param policy of the study
 * @param leastDifference in the unit of the figure; a twentieth of its range unless told
 * @param range from the lowest figure that there can be to the highest; 1 for shares, null where a number has no end: then
 *   any difference will do
 * @example markingRule(DEFAULT_POLICY, undefined, 9).leastDifference // 0.45 of a grade from 1 to 10
 */
export function markingRule(
  { indicativeBelow }: DisclosurePolicy,
  leastDifference?: number,
  range: number | null = 1,
): MarkingRule {
  return {
    leastDifference: leastDifference ?? LEAST_PART * (range ?? 0),
    leastGroup: indicativeBelow,
  }
}
