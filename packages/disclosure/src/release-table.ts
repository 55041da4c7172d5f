import type {
  CountTable,
  DisclosurePolicy,
  Group,
  ReleasedCell,
  ReleasedGroup,
  ReleasedTable,
  ShareEstimate,
  Verdict,
} from '@klankbord/model'
import { wilsonInterval } from '@klankbord/statistics'
import type { TablePattern } from './pattern.ts'
import type { WeighedTable } from './weights/class-table.ts'
import { weightedShare } from './weights/weighted-share.ts'

/**
 * A table as it may be seen: what the pattern hides is left out, not blanked. Shares and intervals are made here,
 * after hiding, so that nothing hidden is ever estimated. The only place where a released table is made.
 */
export function releaseTable(
  weighed: WeighedTable,
  pattern: TablePattern,
  verdicts: readonly Verdict[],
  policy: DisclosurePolicy,
): ReleasedTable {
  const { table } = weighed
  const { id, kind, subject, by, categories } = table
  const groups = table.groups.map((_, index) =>
    releaseGroup(weighed, index, pattern, verdicts[index] ?? 'notTested', policy),
  )
  return { id, kind, subject, by, categories, groups } as unknown as ReleasedTable
}

function releaseGroup(
  { table, classes }: WeighedTable,
  index: number,
  pattern: TablePattern,
  verdict: Verdict,
  policy: DisclosurePolicy,
): ReleasedGroup {
  const named: Group = table.groups[index] ?? { code: null, label: {}, population: null }
  const { population } = named
  const base = table.bases[index]
  const reason = pattern.groups[index] ?? null
  if (reason !== null || !base) return { ...named, status: 'hidden', reason: reason ?? 'tooFew' }
  const row = classes?.groups[index]
  const estimate = (columns: readonly number[]): ShareEstimate => {
    const n = base.valid
    if (classes && row) return weightedShare({ row, weights: classes.weights }, columns, { n, population })
    const count = columns.reduce((sum, column) => sum + (table.counts[index]?.[column] ?? 0), 0)
    return wilsonInterval({ count, n, population })
  }
  const cells = table.categories.map((_, column): ReleasedCell => {
    const hidden = pattern.cells[index]?.[column] ?? null
    if (hidden !== null) return { status: 'hidden', reason: hidden }
    return { status: 'shown', ...estimate([column]) }
  })
  const positive = positiveColumns(table, index, pattern)
  return {
    ...named,
    status: base.valid < policy.indicativeBelow ? 'indicative' : 'shown',
    base,
    cells,
    positive: positive === null ? null : estimate(positive),
    verdict,
  }
}

/**
 * The places of the positive answers; null when the question has none, when one of them is hidden, or when several
 * may be ticked (their sum would count people twice).
 */
export function positiveColumns(table: CountTable, group: number, pattern: TablePattern): readonly number[] | null {
  const columns = table.categories.flatMap((category, column) => (category.tone === 'positive' ? [column] : []))
  if (table.kind === 'multiple' || columns.length === 0 || pattern.groups[group]) return null
  if (columns.some((column) => pattern.cells[group]?.[column])) return null
  return columns
}
