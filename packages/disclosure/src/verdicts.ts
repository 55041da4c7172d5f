import { computed, type CountTable, type DisclosurePolicy, type Figure, type Verdict } from '@klankbord/model'
import { holm, twoProportionTest } from '@klankbord/statistics'
import { positiveCount } from './release-table.ts'
import type { TablePattern } from './pattern.ts'

/** Two shares closer than this are no clear difference, however sure: 5 points. */
export const LEAST_DIFFERENCE = 0.05

const LEVEL = 0.05

/** How groups compare with the others, and how many comparisons were made for it. */
export interface Verdicts {
  /** Per table id one verdict per group. */
  readonly byTable: ReadonlyMap<string, readonly Verdict[]>
  readonly made: number
  readonly clear: number
}

interface Comparison {
  readonly table: string
  readonly group: number
  readonly difference: number
  readonly p: Figure
}

/**
 * Compares each group with everybody in the other groups of the breakdown, on the positive answers: pooled
 * two-proportion test, Holm's correction over every comparison of the publication, and at least 5 points.
 * Tested are groups whose figures are shown and that, like the others together, have enough answers.
 */
export function compareGroups(
  tables: readonly CountTable[],
  patterns: ReadonlyMap<string, TablePattern>,
  policy: DisclosurePolicy,
): Verdicts {
  const comparisons = tables.flatMap((table) => {
    const pattern = patterns.get(table.id)
    return pattern && table.by ? table.groups.flatMap((_, group) => compare(table, group, pattern, policy)) : []
  })
  const adjusted = holm(comparisons.map(({ p }) => (computed(p) ? p : 1)))
  const verdicts = comparisons.map(({ difference }, index): Verdict => {
    const clear = (adjusted[index] ?? 1) < LEVEL && Math.abs(difference) >= LEAST_DIFFERENCE
    return clear ? (difference > 0 ? 'higher' : 'lower') : 'noClearDifference'
  })
  const byTable = new Map(tables.map((table) => [table.id, table.groups.map((): Verdict => 'notTested')]))
  for (const [index, { table, group }] of comparisons.entries()) {
    const row = byTable.get(table)
    if (row) row[group] = verdicts[index] ?? 'notTested'
  }
  const clear = verdicts.filter((verdict) => verdict !== 'noClearDifference').length
  return { byTable, made: comparisons.length, clear }
}

/** None or one comparison of a group with all people of known other groups. */
function compare(
  table: CountTable,
  group: number,
  pattern: TablePattern,
  policy: DisclosurePolicy,
): readonly Comparison[] {
  const count1 = positiveCount(table, group, pattern)
  const n1 = table.bases[group]?.valid ?? 0
  const others = table.groups.flatMap((_, other) => (other === group ? [] : [other]))
  const n2 = others.reduce((sum, other) => sum + (table.bases[other]?.valid ?? 0), 0)
  if (count1 === null || n1 < policy.indicativeBelow || n2 < policy.indicativeBelow) return []
  const positive = table.categories.flatMap((category, column) => (category.tone === 'positive' ? [column] : []))
  const count2 = others.reduce(
    (sum, other) => sum + positive.reduce((all, column) => all + (table.counts[other]?.[column] ?? 0), 0),
    0,
  )
  const { difference, p } = twoProportionTest({ count1, n1, count2, n2 })
  return [{ table: table.id, group, difference, p }]
}
