import { POLICY_RULES, type DisclosurePolicy } from '@klankbord/model'

/** What stands in the fields of the policy, where somebody typed in them. */
export type TypedPolicy = Readonly<Partial<Record<keyof DisclosurePolicy, string>>>

/**
 * The rules that differ from those that hold, as numbers. What is no whole number goes along as 0, so that the server says
 * what it may be.
 *
 * @example raisedRules({ leastGroup: ' 15 ' }, DEFAULT_POLICY) // { leastGroup: 15 }
 */
export function raisedRules(typed: TypedPolicy, policy: DisclosurePolicy): Partial<DisclosurePolicy> {
  const rules = POLICY_RULES.flatMap(({ name }) => {
    const text = typed[name]?.trim()
    if (text === undefined || text === String(policy[name])) return []
    return [[name, /^\d{1,4}$/.test(text) ? Number(text) : 0] as const]
  })
  return Object.fromEntries(rules)
}
