import type { CountTable } from '@klankbord/model'

/** The people of a table of counts apart by what they weigh, before protection. Never leaves the server. */
export interface ClassTable {
  /** Id of the table of counts. */
  readonly table: string
  /** What each of a class weighs; 1 on average over everybody. Two classes may weigh the same. */
  readonly weights: readonly number[]
  /** Per group of the table. */
  readonly groups: readonly ClassRow[]
  /** Those who are in none of its groups. */
  readonly rest: ClassRow
}

/** The people of a group by class. */
export interface ClassRow {
  readonly total: readonly number[]
  /** Who gave a substantive answer. */
  readonly valid: readonly number[]
  /** Per class one count for each category. */
  readonly counts: readonly (readonly number[])[]
}

/** How people are weighed, for `protect`. */
export interface Weighing {
  /** By the id of their table of counts. */
  readonly tables: ReadonlyMap<string, ClassTable>
  /** Whether something is sensitive that they are weighed by. */
  readonly sensitive: boolean
}

/** A table with the classes of its people; without these everybody counts once. */
export interface WeighedTable {
  readonly table: CountTable
  readonly classes?: ClassTable | undefined
}

/** Several rows as one. @param rows at least one */
export function rowsTogether(rows: readonly ClassRow[]): ClassRow {
  return rows.reduce((one, other) => ({
    total: added(one.total, other.total),
    valid: added(one.valid, other.valid),
    counts: one.counts.map((row, at) => added(row, other.counts[at] ?? [])),
  }))
}

function added(one: readonly number[], other: readonly number[]): readonly number[] {
  return one.map((value, at) => value + (other[at] ?? 0))
}
