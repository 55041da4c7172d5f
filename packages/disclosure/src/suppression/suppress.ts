import type { CountTable, DisclosurePolicy, HiddenReason, HidingMethod } from '@klankbord/model'
import type { Solving } from '../hiding/cell-system.ts'
import { breakdownsOf } from '../families.ts'
import { hideAll, showAll, type Family, type TablePattern } from '../pattern.ts'
import { hideAnswers } from './hide-answers.ts'
import { hideSensitive } from './hide-sensitive.ts'
import { hideSizes, type HiddenGroups } from './hide-sizes.ts'
import { methodOf } from './method-of.ts'

/** What is hidden, by table id, and how that was found. */
export interface Suppressed {
  readonly patterns: ReadonlyMap<string, TablePattern>
  readonly method: HidingMethod
}

/**
 * Decides what is hidden, hiding as little as can be found by programs: first the groups that have too few people, of all
 * breakdowns together; then, per question, the rows with too few answers; then its rare sensitive answers. Each step takes what
 * the one before hid as given, so the least is hidden step by step.
 *
 * @throws Problem `tablesDisagree` when tables of one breakdown have other groups
 */
export async function suppress(
  families: readonly Family[],
  policy: DisclosurePolicy,
  solving: Solving,
): Promise<Suppressed> {
  const breakdowns = breakdownsOf(families)
  const { reasons: everywhere, methods } = await hideSizes(families, policy, solving)
  const patterns = new Map<string, TablePattern>()
  const used: HidingMethod[] = [...methods]
  for (const family of families) {
    const split = breakdowns.get(family.whole.subject.name)?.[0]
    const found = split
      ? {
          patterns: new Map([[family.whole.id, breakdownPattern(family.whole, split, everywhere, policy)]]),
          methods: [],
        }
      : await hideFamily(family, everywhere, policy, solving)
    for (const [id, pattern] of found.patterns) patterns.set(id, pattern)
    used.push(...found.methods)
  }
  return { patterns, method: methodOf(used) }
}

interface Found {
  readonly patterns: ReadonlyMap<string, TablePattern>
  readonly methods: readonly HidingMethod[]
}

async function hideFamily(
  family: Family,
  everywhere: HiddenGroups['reasons'],
  policy: DisclosurePolicy,
  solving: Solving,
): Promise<Found> {
  const { whole, splits, sensitive } = family
  const wholly = (reason: HiddenReason): ReadonlyMap<string, TablePattern> =>
    new Map([
      [whole.id, hideAll(whole, reason)] as const,
      ...splits.map((split) => [split.id, hideAll(split, reason, everywhere.get(split.by?.name ?? ''))] as const),
    ])
  if ((whole.bases[0]?.valid ?? 0) < policy.leastGroup) return { patterns: wholly('tooFew'), methods: [] }
  const rows = await hideAnswers(family, everywhere, policy, solving)
  if (![null, ...splits].some(sensitive)) {
    const ofSplit = (split: CountTable): TablePattern => {
      const by = split.by?.name ?? ''
      if (rows.gone.has(by)) return hideAll(split, 'complementary', everywhere.get(by))
      return { ...showAll(split), groups: rows.reasons.get(by) ?? [] }
    }
    const shown = [[whole.id, showAll(whole)] as const, ...splits.map((split) => [split.id, ofSplit(split)] as const)]
    return { patterns: new Map(shown), methods: rows.methods }
  }
  const found = await hideSensitive(family, rows, everywhere, policy, solving)
  return {
    patterns: found?.patterns ?? wholly('complementary'),
    methods: [...rows.methods, ...(found?.methods ?? [])],
  }
}

/** A question that is a breakdown elsewhere: its answers are the sizes of those groups. */
function breakdownPattern(
  whole: CountTable,
  split: CountTable,
  everywhere: HiddenGroups['reasons'],
  policy: DisclosurePolicy,
): TablePattern {
  if ((whole.bases[0]?.valid ?? 0) < policy.leastGroup) return hideAll(whole, 'tooFew')
  const groups = everywhere.get(split.by?.name ?? '') ?? []
  const reasons = new Map(split.groups.map((group, index) => [group.code, groups[index] ?? null]))
  return { ...showAll(whole), cells: [whole.categories.map((category) => reasons.get(category.code) ?? null)] }
}
