import type { SingleColumn } from '@klankbord/model'
import { LOWEST_CODE } from './places-of.ts'
import type { Selection } from './selection.ts'

/** The groups of a breakdown: codes of a column, in the order of the answer. */
export interface Grouping {
  readonly column: SingleColumn
  /** Rows with another code, kinds of empty too, belong to no group. */
  readonly codes: readonly number[]
}

/** Rows that take part, a block of them at a time, each with the place of its group. Both arrays are used again. */
export interface PickedRows {
  readonly rows: Int32Array
  readonly groups: Int32Array
  /** Picks from the block that begins at `start`, and says how many. */
  pick(start: number, end: number): number
}

/** Rows that are looked at together, so that what is picked of them stays in the nearest cache. A multiple of 32. */
export const BLOCK = 2048

const NO_GROUP = -1

export function pickedRows(grouping: Grouping | null, selection: Selection | undefined): PickedRows {
  const rows = new Int32Array(BLOCK)
  const groups = new Int32Array(BLOCK)
  const keepGrouped = grouping === null ? null : keeperOf(grouping, rows, groups)
  return {
    rows,
    groups,
    pick(start, end) {
      const picked = selection === undefined ? allRows(start, end, rows) : selectedRows(selection, start, end, rows)
      return keepGrouped === null ? picked : keepGrouped(picked)
    },
  }
}

function allRows(start: number, end: number, rows: Int32Array): number {
  for (let row = start; row < end; row += 1) rows[row - start] = row
  return end - start
}

function selectedRows({ bits }: Selection, start: number, end: number, rows: Int32Array): number {
  let picked = 0
  for (let first = start; first < end; first += 32) {
    for (let word = bits[first >>> 5] ?? 0; word !== 0; word &= word - 1) {
      rows[picked] = first + 31 - Math.clz32(word & -word)
      picked += 1
    }
  }
  return picked
}

/** Leaves out of the picked rows those that belong to no group, and notes the groups of the others. */
function keeperOf({ column, codes }: Grouping, rows: Int32Array, groups: Int32Array): (picked: number) => number {
  const byCode = new Int32Array(Math.max(0, ...codes) - LOWEST_CODE + 1).fill(NO_GROUP)
  for (const [place, code] of codes.entries()) byCode[code - LOWEST_CODE] = place
  const given = column.codes
  return (picked) => {
    let kept = 0
    for (let at = 0; at < picked; at += 1) {
      const row = rows[at] ?? 0
      const group = byCode[(given[row] ?? 0) - LOWEST_CODE] ?? NO_GROUP
      rows[kept] = row
      groups[kept] = group
      // Without a branch: which rows are in a group is hard to foresee.
      kept += group === NO_GROUP ? 0 : 1
    }
    return kept
  }
}
