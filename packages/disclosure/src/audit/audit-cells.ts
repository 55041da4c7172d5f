import type { CountTable, DisclosurePolicy, ReleasedTable } from '@klankbord/model'
import { rangeOf, reroute, type Arc } from './flow-network.ts'
import type { Measurement } from './measurement.ts'
import { marginWorlds } from './margin-worlds.ts'
import { hiddenTogether, restOf, rowName, tableNetwork, togetherName, type AuditedTable } from './table-network.ts'

/** A sensitive single-choice question: everybody, and each breakdown that is not hidden as a whole. */
export interface AuditedQuestion {
  readonly whole: CountTable
  readonly wholeReleased: ReleasedTable
  readonly tables: readonly AuditedTable[]
}

interface Target {
  readonly arc: number
  readonly cell: string
  readonly needed: number
}

/**
 * How closely each small count of a sensitive question can be computed, and each count of a row of which everyone
 * gave the same answer. All tables of the question are taken together: they share what everybody answered. Where
 * some of that is hidden, every assignment of it that all tables can follow is tried, and for each the
 * network of each table gives the exact ends; once it is fixed the tables know nothing of each other.
 */
export function auditCells(question: AuditedQuestion, policy: DisclosurePolicy): readonly Measurement[] {
  const networks = question.tables.map((table) => tableNetwork(table, policy, true))
  const truth = question.whole.counts[0] ?? []
  const worlds = marginWorlds(question.whole, question.wholeReleased, policy).flatMap((margin) => {
    const moved = networks.map((arcs) => follow(arcs, truth, margin))
    return moved.includes(null) ? [] : [{ margin, moved }]
  })
  const margins = auditMargin(
    question,
    worlds.map(({ margin }) => margin),
    policy,
  )
  const cells = question.tables.flatMap((table, index) =>
    targetsOf(table, networks[index] ?? [], policy).map((target) => {
      const ranges = worlds.map(({ moved }) => rangeOf(moved[index] ?? [], target.arc))
      const width = Math.max(...ranges.map((range) => range.most)) - Math.min(...ranges.map((range) => range.least))
      return { table: table.split.id, cell: target.cell, width, needed: target.needed }
    }),
  )
  return [...margins, ...cells]
}

function follow(arcs: readonly Arc[], truth: readonly number[], margin: readonly number[]): readonly Arc[] | null {
  const changes = margin.flatMap((count, column): [string, number][] => {
    const change = count - (truth[column] ?? 0)
    return change === 0 ? [] : [[`category ${column}`, change]]
  })
  return changes.length === 0 ? arcs : reroute(arcs, new Map(changes))
}

function auditMargin(
  { whole, wholeReleased }: AuditedQuestion,
  worlds: readonly (readonly number[])[],
  policy: DisclosurePolicy,
): readonly Measurement[] {
  const [everybody] = wholeReleased.groups
  if (!everybody || everybody.status === 'hidden') return []
  return everybody.cells.flatMap((cell, column) => {
    const count = whole.counts[0]?.[column] ?? 0
    if (!whole.subject.sensitive || count === 0 || count > policy.sensitiveCell) return []
    if (cell.status === 'hidden' && cell.reason !== 'sensitive') return []
    const values = worlds.map((world) => world[column] ?? 0)
    const width = Math.max(...values) - Math.min(...values)
    return [
      { table: whole.id, cell: `category ${whole.categories[column]?.code}`, width, needed: policy.sensitiveCell - 1 },
    ]
  })
}

interface Row {
  readonly name: string
  /** Node from which the arcs of its cells run, by column. */
  readonly node: (column: number) => string
  readonly counts: readonly number[]
  readonly total: number
}

/** The arcs of a table that have to stay wide: small counts, and rows of one answer. */
function targetsOf(table: AuditedTable, arcs: readonly Arc[], policy: DisclosurePolicy): readonly Target[] {
  return rowsOf(table).flatMap(({ name, node, counts, total }) => {
    const valid = counts.reduce((sum, count) => sum + count, 0)
    return counts.flatMap((count, column) => {
      const uniform = count > 0 && count === valid
      const small = count > 0 && count <= policy.sensitiveCell
      if (!uniform && !small) return []
      const arc = arcs.findIndex(({ from, to }) => from === node(column) && isAnswer(to, column))
      const cell = `${name}, category ${table.split.categories[column]?.code}`
      const strength = uniform && count >= policy.leastGroup ? policy.leastGroup - 1 : policy.sensitiveCell - 1
      return [{ arc, cell, needed: Math.min(strength, widthUnpublished(table, column, total)) }]
    })
  })
}

/** Groups of known size, the rest, and all that is hidden together. */
function rowsOf(table: AuditedTable): readonly Row[] {
  const { split, whole, released, never } = table
  const rest = restOf(table)
  const groups = split.groups.flatMap((group, index): readonly Row[] => {
    if (never.has(index)) return []
    const counts = split.counts[index] ?? []
    return [
      {
        name: `group ${group.code}`,
        node: () => `${rowName(index)} answers`,
        counts,
        total: split.bases[index]?.total ?? 0,
      },
    ]
  })
  const shown = split.bases.reduce(
    (sum, base, index) => (released.groups[index]?.status === 'hidden' ? sum : sum + base.total),
    0,
  )
  return [
    ...groups,
    {
      name: 'people in no group of known size',
      node: () => `${rowName(null)} answers`,
      counts: rest.counts,
      total: rest.base.total,
    },
    {
      name: 'people in no shown group',
      node: togetherName,
      counts: hiddenTogether(table),
      total: (whole.bases[0]?.total ?? 0) - shown,
    },
  ]
}

function isAnswer(node: string, column: number): boolean {
  return node === `category ${column}` || node === togetherName(column)
}

/** How wide the cell would be if the table were not published: from the size of the group and from everybody (Fréchet). */
function widthUnpublished({ whole, wholeReleased }: AuditedTable, column: number, size: number): number {
  const [everybody] = wholeReleased.groups
  if (everybody?.status !== 'hidden' && everybody?.cells[column]?.status === 'hidden') return size
  const count = whole.counts[0]?.[column] ?? 0
  return Math.min(size, count) - Math.max(0, count - ((whole.bases[0]?.total ?? 0) - size))
}
