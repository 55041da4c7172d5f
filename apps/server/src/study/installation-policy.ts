import { DEFAULT_POLICY, POLICY_RULES, problem, raisedPolicy, type DisclosurePolicy } from '@klankbord/model'

/** What the environment says of the policy, as it stands there; null for what it leaves as it is. */
export type PolicyEnvironment = Readonly<Record<keyof DisclosurePolicy, string | null>>

/**
 * The rules of disclosure control of an installation: the usual ones, save what its environment sets. A value that cannot be
 * is refused and not passed over: whoever set it counts on it.
 *
 * @throws Problem `policyNotUsable`
 * @example installationPolicy({ leastGroup: '5', indicativeBelow: null, sensitiveCell: null }).leastGroup // 5
 */
export function installationPolicy(environment: PolicyEnvironment): DisclosurePolicy {
  const set = POLICY_RULES.map(({ name, least, most }) => {
    const given = environment[name]
    if (given === null) return [name, DEFAULT_POLICY[name]] as const
    const value = /^\d{1,9}$/.test(given.trim()) ? Number(given) : Number.NaN
    if (!(value >= least && value <= most)) throw problem('policyNotUsable', { rule: name, given, least, most })
    return [name, value] as const
  })
  // Raised by nothing: so that the rules agree with each other.
  return raisedPolicy({ ...DEFAULT_POLICY, ...Object.fromEntries(set) }, null)
}
