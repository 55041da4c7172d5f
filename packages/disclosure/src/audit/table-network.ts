import {
  EMPTY_CODES,
  type Base,
  type CountTable,
  type DisclosurePolicy,
  type EmptyKind,
  type ReleasedTable,
} from '@klankbord/model'
import type { Arc } from './flow-network.ts'

/** One table by group with all that a reader has beside it. */
export interface AuditedTable {
  readonly whole: CountTable
  readonly wholeReleased: ReleasedTable
  readonly split: CountTable
  readonly released: ReleasedTable
  /** Groups whose size no table shows: together with people in no group they are one row, the rest. */
  readonly never: ReadonlySet<number>
}

/** People outside the groups whose size is known. */
export interface Rest {
  readonly base: { readonly total: number; readonly valid: number }
  readonly empties: readonly number[]
  readonly counts: readonly number[]
}

const KINDS = Object.keys(EMPTY_CODES) as readonly EmptyKind[]
const REST = 'rest'
const TOGETHER = 'together'

/** The node of a row's substantive answers; the arc into it is the row's valid base. */
export function rowName(group: number | null): string {
  return group === null ? REST : `group ${group}`
}

/** Everybody minus the groups of known size. */
export function restOf({ whole, split, never }: AuditedTable): Rest {
  const known = split.groups.flatMap((_, group) => (never.has(group) ? [] : [group]))
  const minus = (all: number, pick: (group: number) => number): number =>
    known.reduce((left, group) => left - pick(group), all)
  const [base] = whole.bases
  return {
    base: {
      total: minus(base?.total ?? 0, (group) => split.bases[group]?.total ?? 0),
      valid: minus(base?.valid ?? 0, (group) => split.bases[group]?.valid ?? 0),
    },
    empties: KINDS.map((kind) => minus(base?.empties[kind] ?? 0, (group) => split.bases[group]?.empties[kind] ?? 0)),
    counts: whole.categories.map((_, column) =>
      minus(whole.counts[0]?.[column] ?? 0, (group) => split.counts[group]?.[column] ?? 0),
    ),
  }
}

/**
 * The table as a network: people run from their row to their answer or kind of empty. A figure that is shown has no
 * arc, for it cannot vary. Row sums and column sums are the balances of the nodes. A hidden row runs through a node
 * of its own to its answers, so that what its reason says about its base is a bound on one arc. All hidden rows run on
 * through one arc per category: together they are everybody minus what is shown, a row that anybody can work out.
 *
 * @param byCategory false merges all answers: enough for the bases, and true of multiple tables, too
 */
export function tableNetwork(table: AuditedTable, policy: DisclosurePolicy, byCategory: boolean): readonly Arc[] {
  const arcs: Arc[] = []
  for (const [group, released] of table.released.groups.entries()) {
    if (table.never.has(group)) continue
    const counts = table.split.counts[group] ?? []
    if (released.status === 'hidden') {
      const base = table.split.bases[group]
      const empties = KINDS.map((kind) => base?.empties[kind] ?? 0)
      const bounds = released.reason === 'tooFew' ? [0, policy.leastGroup - 1] : [policy.leastGroup, Infinity]
      arcs.push(...hiddenRow(rowName(group), counts, empties, base, bounds, byCategory))
    } else if (byCategory) arcs.push(...hiddenCells(table, group, counts, policy))
  }
  const rest = restOf(table)
  if (rest.base.total > 0)
    arcs.push(...hiddenRow(REST, rest.counts, rest.empties, rest.base, [0, Infinity], byCategory))
  const together = byCategory ? hiddenTogether(table) : []
  return [
    ...arcs,
    ...together.map((flow, column) => ({
      from: togetherName(column),
      to: `category ${column}`,
      flow,
      low: 0,
      high: Infinity,
    })),
  ]
}

/** The node through which all hidden rows run to a category. */
export function togetherName(column: number): string {
  return `${TOGETHER} ${column}`
}

/** Everybody minus the rows that are shown, by category. */
export function hiddenTogether({ whole, split, released }: AuditedTable): readonly number[] {
  return whole.categories.map((_, column) =>
    released.groups.reduce(
      (left, group, index) => (group.status === 'hidden' ? left : left - (split.counts[index]?.[column] ?? 0)),
      whole.counts[0]?.[column] ?? 0,
    ),
  )
}

function hiddenRow(
  name: string,
  counts: readonly number[],
  empties: readonly number[],
  base: Pick<Base, 'valid'> | undefined,
  [low = 0, high = Infinity]: readonly number[],
  byCategory: boolean,
): readonly Arc[] {
  const open = { low: 0, high: Infinity }
  const valid = base?.valid ?? 0
  const kinds = empties.map((flow, index) => ({ from: name, to: `empty ${KINDS[index]}`, flow, ...open }))
  if (!byCategory) return [{ from: name, to: 'answers', flow: valid, low, high }, ...kinds]
  const answers = `${name} answers`
  const cells = counts.map((flow, column) => ({ from: answers, to: togetherName(column), flow, ...open }))
  return [{ from: name, to: answers, flow: valid, low, high }, ...cells, ...kinds]
}

/** Few of everybody are few of any group; elsewhere the reason does not say which of the hidden answers are the small ones. */
function hiddenCells(
  table: AuditedTable,
  group: number,
  counts: readonly number[],
  policy: DisclosurePolicy,
): readonly Arc[] {
  const released = table.released.groups[group]
  const [everybody] = table.wholeReleased.groups
  if (!released || released.status === 'hidden') return []
  return released.cells.flatMap((cell, column): readonly Arc[] => {
    if (cell.status === 'shown') return []
    const ofAll = everybody?.status !== 'hidden' && everybody?.cells[column]?.status === 'hidden'
    const high = ofAll && cell.reason === 'sensitive' ? policy.sensitiveCell : Infinity
    const flow = counts[column] ?? 0
    return [{ from: `${rowName(group)} answers`, to: `category ${column}`, flow, low: 0, high }]
  })
}
