import type { CountTable, HiddenReason } from '@klankbord/model'

/** Which groups and cells of one table are hidden, and why; null is shown. */
export interface TablePattern {
  readonly groups: readonly (HiddenReason | null)[]
  /** One row per group; a hidden group's row says nothing. */
  readonly cells: readonly (readonly (HiddenReason | null)[])[]
}

/** All tables of one question: that of everybody, and one per breakdown. */
export interface Family {
  readonly whole: CountTable
  readonly splits: readonly CountTable[]
  /** Whether small counts must be hidden. */
  readonly sensitive: (split: CountTable | null) => boolean
}

/** What the rows that a table shows leave over of the table of everybody: people in no shown group. */
export interface Remainder {
  readonly total: number
  readonly valid: number
  /** Everybody without a substantive answer. */
  readonly empty: number
  readonly counts: readonly number[]
}

/** A pattern that shows everything. */
export function showAll(table: CountTable): TablePattern {
  return { groups: table.groups.map(() => null), cells: table.counts.map((row) => row.map(() => null)) }
}

/** A pattern that hides every group: for the reason given with it, else for this one. */
export function hideAll(
  table: CountTable,
  reason: HiddenReason,
  known: readonly (HiddenReason | null)[] = [],
): TablePattern {
  return { ...showAll(table), groups: table.groups.map((_, index) => known[index] ?? reason) }
}

/** Everybody minus the groups that `counted` keeps. */
export function remainderOf(whole: CountTable, split: CountTable, counted: (group: number) => boolean): Remainder {
  const sum = (pick: (table: CountTable, group: number) => number): number =>
    split.groups.reduce((left, _, group) => (counted(group) ? left - pick(split, group) : left), pick(whole, 0))
  const total = sum((table, group) => table.bases[group]?.total ?? 0)
  const valid = sum((table, group) => table.bases[group]?.valid ?? 0)
  const counts = whole.categories.map((_, index) => sum((table, group) => table.counts[group]?.[index] ?? 0))
  return { total, valid, empty: total - valid, counts }
}
