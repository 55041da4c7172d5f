import type { SingleColumn } from '@klankbord/model'
import type { Selection } from './selection.ts'

/** The groups of a breakdown: codes of a column, in the order of the answer. */
export interface Grouping {
  readonly column: SingleColumn
  /** Rows with another code, kinds of empty too, belong to no group. */
  readonly codes: readonly number[]
}

/** Rows of a block that take part. The arrays are the same ones in every block. */
export interface PickedRows {
  /** The block: its first row, and the first behind it. */
  readonly start: number
  readonly end: number
  /** How many take part. */
  readonly kept: number
  /** Their places in the block, in order. */
  readonly places: Int32Array
  /** The places of their groups. */
  readonly groups: Int32Array
}

/** Rows that are looked at together, so that what is picked of them stays in the nearest cache. A multiple of 32. */
const BLOCK = 2048
const ALL_OF_A_BLOCK = Int32Array.from({ length: BLOCK }, (_, place) => place)

/**
 * Picks the rows that take part, a block at a time. Rows in none of the groups are in one more group, behind the others.
 *
 * @param grouping null for one group of everybody
 */
export function* pickRows(
  rows: number,
  grouping: Grouping | null,
  selection: Selection | null,
): Generator<PickedRows, void, undefined> {
  const places = ALL_OF_A_BLOCK.slice()
  const groups = new Int32Array(BLOCK)
  const groupOf = grouping && groupsByCode(grouping.codes)
  for (let start = 0; start < rows; start += BLOCK) {
    const end = Math.min(start + BLOCK, rows)
    const kept = selection ? placesIn(selection.bits.subarray(start >>> 5, (end + 31) >>> 5), places) : end - start
    if (grouping && groupOf) {
      const codes = grouping.column.codes.subarray(start, end)
      findGroups(codes, groupOf, { places, groups, kept })
    }
    yield { start, end, kept, places, groups }
  }
}

function placesIn(bits: Uint32Array, places: Int32Array): number {
  let kept = 0
  for (let word = 0; word < bits.length; word += 1) {
    for (let left = bits[word] ?? 0; left !== 0; left &= left - 1) {
      places[kept] = 32 * word + 31 - Math.clz32(left & -left)
      kept += 1
    }
  }
  return kept
}

/** The place of the group of each code, negative ones behind the others. */
export function groupsByCode(codes: readonly number[]): Int32Array {
  const groupOf = new Int32Array(CODES).fill(codes.length)
  for (const [group, code] of codes.entries()) groupOf[code & (CODES - 1)] = group
  return groupOf
}

/** As many as an int16 can hold. */
export const CODES: number = 2 ** 16

function findGroups(
  codes: Int16Array,
  groupOf: Int32Array,
  { places, groups, kept }: Pick<PickedRows, 'places' | 'groups' | 'kept'>,
): void {
  for (let at = 0; at < kept; at += 1) groups[at] = groupOf[(codes[places[at] ?? 0] ?? 0) & (CODES - 1)] ?? 0
}
