import type { CountTable, DisclosurePolicy, ReleasedTable } from '@klankbord/model'
import type { Routing } from '../routing.ts'
import { auditBases } from './audit-bases.ts'
import { auditCells } from './audit-cells.ts'
import { auditGroups, groupsNeverShown, type AuditedBreakdown } from './audit-groups.ts'
import { auditRouting } from './audit-routing.ts'
import { auditTicks } from './audit-ticks.ts'
import type { Measurement } from './measurement.ts'
import type { AuditedTable } from './table-network.ts'

/**
 * Plays the attacker: measures how closely each hidden figure can be computed from everything that is shown, the
 * rules themselves included. Shares no code with what did the hiding, and looks only at what it let through.
 *
 * @param counted the tables before protection
 * @param released the same tables after it, in the same order
 * @param routings who is asked what, as everybody can read in the questionnaire
 */
export function audit(
  counted: readonly CountTable[],
  released: readonly ReleasedTable[],
  policy: DisclosurePolicy,
  routings: readonly Routing[] = [],
): readonly Measurement[] {
  const pairs = counted.flatMap((table, index) => {
    const out = released[index]
    return out ? [{ table, out }] : []
  })
  const never = new Map<string, ReadonlySet<number>>()
  const groups = breakdownsIn(pairs).flatMap((breakdown) => {
    never.set(breakdown.name, groupsNeverShown(breakdown, policy))
    return auditGroups(breakdown, policy)
  })
  const shown = shownThoughSmall(pairs, policy)
  const questions = pairs
    .filter(({ table, out }) => !table.by && out.groups[0]?.status !== 'hidden')
    .flatMap((whole) => auditQuestion(whole, pairs, never, policy))
  return [...shown, ...groups, ...questions, ...auditRouting([released], routings, policy)]
}

interface Pair {
  readonly table: CountTable
  readonly out: ReleasedTable
}

function breakdownsIn(pairs: readonly Pair[]): readonly AuditedBreakdown[] {
  const names = new Set(pairs.flatMap(({ table }) => (table.by ? [table.by.name] : [])))
  return [...names].map((name) => {
    const own = pairs.filter(({ table }) => table.by?.name === name)
    return {
      name,
      counted: own.map(({ table }) => table),
      released: own.map(({ out }) => out),
      everybody: pairs.find(({ table }) => !table.by)?.table.bases[0]?.total ?? 0,
      ungroupedKnown: pairs.some(({ table }) => table.subject.name === name),
    }
  })
}

function auditQuestion(
  { table: whole, out: wholeReleased }: Pair,
  pairs: readonly Pair[],
  never: ReadonlyMap<string, ReadonlySet<number>>,
  policy: DisclosurePolicy,
): readonly Measurement[] {
  const tables = pairs
    .filter(({ table }) => table.by && table.subject.name === whole.subject.name)
    .map(({ table, out }): AuditedTable => {
      const unknown = never.get(table.by?.name ?? '') ?? new Set<number>()
      return { whole, wholeReleased, split: table, released: out, never: unknown }
    })
    .filter(({ released }) => released.groups.some((group) => group.status !== 'hidden'))
  const bases = tables.flatMap((table) => auditBases(table, policy))
  const sensitive = tables.filter(({ split }) => whole.subject.sensitive || split.by?.sensitive)
  if (!whole.subject.sensitive && sensitive.length === 0) return bases
  const question = { whole, wholeReleased, tables: sensitive }
  return [...bases, ...(whole.kind === 'single' ? auditCells(question, policy) : auditTicks(question, policy))]
}

/** Groups that are shown on fewer people or answers than a group needs. */
function shownThoughSmall(pairs: readonly Pair[], { leastGroup }: DisclosurePolicy): readonly Measurement[] {
  return pairs.flatMap(({ table, out }) =>
    out.groups.flatMap((group, index) => {
      const base = table.bases[index]
      if (group.status === 'hidden' || !base || Math.min(base.total, base.valid) >= leastGroup) return []
      return [{ table: table.id, cell: `group ${group.code}`, width: 0, needed: leastGroup - 1 }]
    }),
  )
}
