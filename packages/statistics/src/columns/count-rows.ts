import type { MultipleColumn, SingleColumn } from '@klankbord/model'
import { FIRST_OPTION, LOWEST_CODE, WORD_BITS } from './layout-of.ts'
import type { PickedRows } from './picked-rows.ts'

/** Where counts go, and the sums of weights beside them. */
export interface Cells {
  readonly shift: number
  readonly counts: Uint32Array
  readonly weighing: { readonly weights: Float64Array; readonly sums: Float64Array } | null
}

/**
 * These loops are what tabulating a million responses consists of. They look nothing up: a code is its own cell. What
 * falls outside the cells of a group is put somewhere within, and told by an answer that is not 0; then no cell is right.
 */
export function countSingle(column: SingleColumn, cells: Cells, picked: PickedRows): number {
  const codes = column.codes.subarray(picked.start, picked.end)
  return cells.weighing === null ? countCodes(codes, cells, picked) : weighCodes(codes, cells, cells.weighing, picked)
}

function countCodes(codes: Int16Array, { shift, counts }: Cells, { places, groups, kept }: PickedRows): number {
  const [within, lowest] = [(1 << shift) - 1, LOWEST_CODE]
  let outside = 0
  for (let at = 0; at < kept; at += 1) {
    const place = (codes[places[at] ?? 0] ?? 0) - lowest
    outside |= place >>> shift
    const cell = ((groups[at] ?? 0) << shift) | (place & within)
    counts[cell] = (counts[cell] ?? 0) + 1
  }
  return outside
}

function weighCodes(
  codes: Int16Array,
  { shift, counts }: Cells,
  { weights, sums }: NonNullable<Cells['weighing']>,
  { start, places, groups, kept }: PickedRows,
): number {
  const [within, lowest] = [(1 << shift) - 1, LOWEST_CODE]
  let outside = 0
  for (let at = 0; at < kept; at += 1) {
    const row = places[at] ?? 0
    const place = (codes[row] ?? 0) - lowest
    outside |= place >>> shift
    const cell = ((groups[at] ?? 0) << shift) | (place & within)
    counts[cell] = (counts[cell] ?? 0) + 1
    sums[cell] = (sums[cell] ?? 0) + (weights[start + row] ?? 0)
  }
  return outside
}

export function countMultiple(
  { words, bits }: MultipleColumn,
  { shift, counts, weighing }: Cells,
  { start: block, places, groups, kept }: PickedRows,
): number {
  const [within, lowest] = [(1 << shift) - 1, LOWEST_CODE]
  let outside = 0
  for (let at = 0; at < kept; at += 1) {
    const row = block + (places[at] ?? 0)
    const start = (groups[at] ?? 0) << shift
    const first = bits[row * words] ?? 0
    const place = Math.min(first, 0) - lowest
    outside |= place >>> shift
    count(start | (place & within), row)
    if (first < 0) continue
    for (let word = 0; word < words; word += 1) {
      const cells = start + FIRST_OPTION + word * WORD_BITS + 31
      for (let ticks = bits[row * words + word] ?? 0; ticks > 0; ticks &= ticks - 1)
        count(cells - Math.clz32(ticks & -ticks), row)
    }
  }
  return outside

  function count(cell: number, row: number): void {
    counts[cell] = (counts[cell] ?? 0) + 1
    if (weighing !== null) weighing.sums[cell] = (weighing.sums[cell] ?? 0) + (weighing.weights[row] ?? 0)
  }
}
