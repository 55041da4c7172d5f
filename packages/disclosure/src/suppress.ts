import type { CountTable, DisclosurePolicy, HiddenReason } from '@klankbord/model'
import { breakdownsOf } from './families.ts'
import { hideCells, splitsThatCannotFollow } from './hide-cells.ts'
import { hideGroups } from './hide-groups.ts'
import { hideMargin } from './hide-margin.ts'
import { hideRows, isUniform } from './hide-rows.ts'
import { hideMarginTicks, hideTicks } from './hide-ticks.ts'
import { hideAll, showAll, type Family, type TablePattern } from './pattern.ts'

type Reasons = readonly (HiddenReason | null)[]

/**
 * Decides what is hidden, by table id. Greedy: it takes the smallest sufficient partner at each step. A program
 * that hides the least possible can take its place behind the same signature.
 */
export function suppress(families: readonly Family[], policy: DisclosurePolicy): ReadonlyMap<string, TablePattern> {
  const breakdowns = breakdownsOf(families)
  const everywhere = new Map(
    [...breakdowns].map(([name, splits]) => [name, groupsOf(name, splits, families, policy)] as const),
  )
  const groupsFor = (split: CountTable): Reasons => everywhere.get(split.by?.name ?? '') ?? []
  return new Map(
    families.flatMap((family) => {
      const split = breakdowns.get(family.whole.subject.name)?.[0]
      const patterns = split
        ? [breakdownPattern(family.whole, split, groupsFor(split), policy)]
        : patternsOf(family, groupsFor, policy)
      return [family.whole, ...family.splits].map(
        (table, index) => [table.id, patterns[index] ?? showAll(table)] as const,
      )
    }),
  )
}

function groupsOf(
  name: string,
  splits: readonly CountTable[],
  families: readonly Family[],
  policy: DisclosurePolicy,
): Reasons {
  const [first] = splits
  const sizes = first?.bases.map((base) => base.total) ?? []
  const everybody = families[0]?.whole.bases[0]?.total ?? 0
  return hideGroups(
    {
      sizes,
      populations: first?.groups.map((group) => group.population) ?? [],
      ungrouped: everybody - sizes.reduce((sum, size) => sum + size, 0),
      ungroupedKnown: families.some((family) => family.whole.subject.name === name),
    },
    policy,
  )
}

/** The patterns of the table of everybody and of each breakdown, in that order. */
function patternsOf(
  family: Family,
  groupsFor: (split: CountTable) => Reasons,
  policy: DisclosurePolicy,
): readonly TablePattern[] {
  const { whole, splits } = family
  const hideFamily = (reason: HiddenReason): readonly TablePattern[] => [
    hideAll(whole, reason),
    ...splits.map((split) => hideAll(split, reason, groupsFor(split))),
  ]
  if ((whole.bases[0]?.valid ?? 0) < policy.leastGroup) return hideFamily('tooFew')
  if (!family.sensitive(null)) {
    return [showAll(whole), ...splits.map((split) => splitPattern(family, split, groupsFor(split), policy))]
  }
  return sensitivePatterns(family, groupsFor, policy) ?? hideFamily('complementary')
}

/** A question that is a breakdown elsewhere: its answers are the sizes of those groups. */
function breakdownPattern(
  whole: CountTable,
  split: CountTable,
  groups: Reasons,
  policy: DisclosurePolicy,
): TablePattern {
  if ((whole.bases[0]?.valid ?? 0) < policy.leastGroup) return hideAll(whole, 'tooFew')
  const reasons = new Map(split.groups.map((group, index) => [group.code, groups[index] ?? null]))
  return { ...showAll(whole), cells: [whole.categories.map((category) => reasons.get(category.code) ?? null)] }
}

function splitPattern(family: Family, split: CountTable, everywhere: Reasons, policy: DisclosurePolicy): TablePattern {
  const { whole } = family
  if (family.sensitive(split)) {
    const margin = whole.categories.map(() => null)
    const task = { whole, split, everywhere, margin, siblings: [], splits: [] }
    return whole.kind === 'single' ? hideCells(task, policy) : hideTicks(task, policy)
  }
  const rows = hideRows({ whole, split, everywhere, extra: new Set(), sensitive: false }, policy)
  return rows ? { ...showAll(split), groups: rows } : hideAll(split, 'complementary', everywhere)
}

function sensitivePatterns(
  { whole, splits }: Family,
  groupsFor: (split: CountTable) => Reasons,
  policy: DisclosurePolicy,
): readonly TablePattern[] | null {
  if (whole.kind === 'multiple') {
    const pattern = hideMarginTicks(whole, policy)
    if (!pattern) return null
    const margin = pattern.cells[0] ?? []
    return [
      pattern,
      ...splits.map((split) => hideTicks({ whole, split, splits, everywhere: groupsFor(split), margin }, policy)),
    ]
  }
  const margin = isUniform(whole, 0) ? null : hideMargin(whole.counts[0] ?? [], policy)
  if (!margin) return null
  const stiff = splitsThatCannotFollow(whole, splits, margin, policy)
  const cellsOf = (split: CountTable): TablePattern => {
    const everywhere = groupsFor(split)
    const siblings = splits.filter((other) => other !== split && !stiff.has(other))
    if (stiff.has(split)) return hideAll(split, 'complementary', everywhere)
    return hideCells({ whole, split, everywhere, margin, siblings }, policy)
  }
  return [{ ...showAll(whole), cells: [margin] }, ...splits.map(cellsOf)]
}
