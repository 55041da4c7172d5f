/** The rules that stand between records and readers. */
export interface DisclosurePolicy {
  /** Least number of people in a shown group. An installation sets 5 or more; a study may only raise it. */
  readonly leastGroup: number
  /** Groups from `leastGroup` up to but not including this are shown as an indication and not tested. */
  readonly indicativeBelow: number
  /** Counts of sensitive answers from 1 to this are hidden. */
  readonly sensitiveCell: number
}

/** The values of an installation that sets nothing. */
export const DEFAULT_POLICY: DisclosurePolicy = { leastGroup: 10, indicativeBelow: 30, sensitiveCell: 4 }

/** A rule of the policy as somebody may set it. */
export interface PolicyRule {
  readonly name: keyof DisclosurePolicy
  /** What an installation may set: below `least` people could be recognised, above `most` nothing would be shown. */
  readonly least: number
  readonly most: number
}

/**
 * The policy table: what can be set, in the order in which people read it. The other rules have no value to set: they follow
 * from these (the interval of a hidden figure spans at least the least group less one, a figure of the same people changes by
 * nothing or by the least group) or always hold (everybody in a group gave the same sensitive answer; what was published once
 * is known to everyone).
 */
export const POLICY_RULES: readonly PolicyRule[] = [
  { name: 'leastGroup', least: 5, most: 100 },
  { name: 'indicativeBelow', least: 30, most: 1000 },
  { name: 'sensitiveCell', least: 4, most: 100 },
]

/**
 * The policy of a study: that of its installation, raised where the study asks for more. Nothing below it counts, and groups
 * are never tested below the least group.
 *
 * @param own what a study raised, of any rule
 * @example raisedPolicy(DEFAULT_POLICY, { leastGroup: 15 }) // { leastGroup: 15, indicativeBelow: 30, sensitiveCell: 4 }
 */
export function raisedPolicy(installation: DisclosurePolicy, own: Partial<DisclosurePolicy> | null): DisclosurePolicy {
  const higher = (rule: keyof DisclosurePolicy): number => Math.max(installation[rule], own?.[rule] ?? 0)
  const leastGroup = higher('leastGroup')
  return {
    leastGroup,
    indicativeBelow: Math.max(higher('indicativeBelow'), leastGroup),
    // A whole group that is hidden for its size hides its cells too: a higher limit would hide groups that may be shown.
    sensitiveCell: Math.min(higher('sensitiveCell'), leastGroup - 1),
  }
}
