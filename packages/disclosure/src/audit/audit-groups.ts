import type { CountTable, DisclosurePolicy, ReleasedTable } from '@klankbord/model'
import type { Measurement } from './measurement.ts'

/** The tables of one breakdown, before and after protection, in the same order. */
export interface AuditedBreakdown {
  readonly name: string
  readonly counted: readonly CountTable[]
  readonly released: readonly ReleasedTable[]
  readonly everybody: number
  /** Whether a published table says how many are in no group. */
  readonly ungroupedKnown: boolean
}

interface Size {
  readonly value: number
  readonly low: number
  readonly high: number
  readonly needed: number
  readonly cell: string
}

/**
 * Groups of which no table shows the size. A group that is shown in one table has a known size in all; so has,
 * to be careful, a big group that was always left out for other reasons than its partner's.
 */
export function groupsNeverShown(
  { counted, released }: AuditedBreakdown,
  policy: DisclosurePolicy,
): ReadonlySet<number> {
  const never = new Set<number>()
  for (const [index, base] of (counted[0]?.bases ?? []).entries()) {
    const states = released.map((table) => table.groups[index])
    const hidden = states.every((group) => group?.status === 'hidden')
    const few = states.some((group) => group?.status === 'hidden' && group.reason === 'tooFew')
    if (hidden && !(few && base.total >= policy.leastGroup)) never.add(index)
  }
  return never
}

/**
 * How closely the sizes of the hidden groups can be computed. Only their sum is known (with those in no group, unless
 * a table tells that number), so each is bounded by what the others can be at most and at least: exact, because the
 * answers of the hidden groups can be divided among them in any way.
 */
export function auditGroups(breakdown: AuditedBreakdown, policy: DisclosurePolicy): readonly Measurement[] {
  const { name, counted, released, everybody, ungroupedKnown } = breakdown
  const never = groupsNeverShown(breakdown, policy)
  const [first] = counted
  const total = (index: number): number => first?.bases[index]?.total ?? 0
  const grouped = (first?.groups ?? []).reduce((sum, _, index) => sum + total(index), 0)
  const stray = everybody - grouped
  if (never.size === (first?.groups.length ?? 0)) return []
  const sizes = [...never].map((index): Size => {
    const few = released.some((table) => {
      const group = table.groups[index]
      return group?.status === 'hidden' && group.reason === 'tooFew'
    })
    const most = first?.groups[index]?.population ?? Infinity
    const high = few ? Math.min(policy.leastGroup - 1, most) : most
    const cell = `size of group ${first?.groups[index]?.code}`
    return { value: total(index), low: few ? 0 : policy.leastGroup, high, needed: few ? high : 0, cell }
  })
  const strayFew = stray > 0 && stray < policy.leastGroup
  const others: Size = {
    value: stray,
    low: 0,
    high: Infinity,
    needed: strayFew ? policy.leastGroup - 1 : 0,
    cell: 'people in no group',
  }
  const measured = measureSum(ungroupedKnown ? sizes : [...sizes, others], name)
  return ungroupedKnown && strayFew ? [...measured, ...measureSum([...sizes, others], name).slice(-1)] : measured
}

function measureSum(sizes: readonly Size[], table: string): readonly Measurement[] {
  const sum = sizes.reduce((all, size) => all + size.value, 0)
  return sizes.flatMap((size, index) => {
    if (size.needed === 0) return []
    const others = sizes.filter((_, other) => other !== index)
    const most = Math.min(size.high, sum - others.reduce((all, other) => all + other.low, 0))
    const least = Math.max(size.low, sum - others.reduce((all, other) => all + other.high, 0))
    return [{ table, cell: size.cell, width: most - least, needed: size.needed }]
  })
}
