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
  const { shift, counts, weighing } = cells
  if (weighing !== null) return weighPicked(codes, cells, weighing, picked)
  const fours = picked.all ? picked.kept & ~3 : 0
  return countFours(codes.subarray(0, fours), picked.groups, shift, counts) | countPicked(codes, cells, picked, fours)
}

/** Rows that follow each other, four at a time: half as long as one at a time. As many as are divisible by four. */
function countFours(codes: Int16Array, groups: Int32Array, shift: number, counts: Uint32Array): number {
  const within = (1 << shift) - 1
  let outside = 0
  for (let at = 0; at < codes.length; at += 4) {
    const one = (codes[at] ?? 0) - LOWEST_CODE
    const two = (codes[at + 1] ?? 0) - LOWEST_CODE
    const three = (codes[at + 2] ?? 0) - LOWEST_CODE
    const four = (codes[at + 3] ?? 0) - LOWEST_CODE
    outside |= (one | two | three | four) >>> shift
    const first = ((groups[at] ?? 0) << shift) | (one & within)
    const second = ((groups[at + 1] ?? 0) << shift) | (two & within)
    const third = ((groups[at + 2] ?? 0) << shift) | (three & within)
    const fourth = ((groups[at + 3] ?? 0) << shift) | (four & within)
    counts[first] = (counts[first] ?? 0) + 1
    counts[second] = (counts[second] ?? 0) + 1
    counts[third] = (counts[third] ?? 0) + 1
    counts[fourth] = (counts[fourth] ?? 0) + 1
  }
  return outside
}

function countPicked(
  codes: Int16Array,
  { shift, counts }: Cells,
  { places, groups, kept }: PickedRows,
  from: number,
): number {
  const within = (1 << shift) - 1
  let outside = 0
  for (let at = from; at < kept; at += 1) {
    const place = (codes[places[at] ?? 0] ?? 0) - LOWEST_CODE
    outside |= place >>> shift
    const cell = ((groups[at] ?? 0) << shift) | (place & within)
    counts[cell] = (counts[cell] ?? 0) + 1
  }
  return outside
}

function weighPicked(
  codes: Int16Array,
  { shift, counts }: Cells,
  { weights, sums }: NonNullable<Cells['weighing']>,
  { start, places, groups, kept }: PickedRows,
): number {
  const within = (1 << shift) - 1
  let outside = 0
  for (let at = 0; at < kept; at += 1) {
    const row = places[at] ?? 0
    const place = (codes[row] ?? 0) - LOWEST_CODE
    outside |= place >>> shift
    const cell = ((groups[at] ?? 0) << shift) | (place & within)
    counts[cell] = (counts[cell] ?? 0) + 1
    sums[cell] = (sums[cell] ?? 0) + (weights[start + row] ?? 0)
  }
  return outside
}

/**
 * Everybody, each for one: four rows at a time, each in counts of its own, so that no count waits for the one before when
 * many people give the same answer.
 */
export function countEverybody({ codes }: SingleColumn, { shift, counts }: Cells): number {
  const [width, within] = [1 << shift, (1 << shift) - 1]
  const apart = new Uint32Array(4 * width)
  const whole = codes.length & ~3
  let outside = 0
  for (let row = 0; row < whole; row += 4) {
    const one = (codes[row] ?? 0) - LOWEST_CODE
    const two = (codes[row + 1] ?? 0) - LOWEST_CODE
    const three = (codes[row + 2] ?? 0) - LOWEST_CODE
    const four = (codes[row + 3] ?? 0) - LOWEST_CODE
    outside |= (one | two | three | four) >>> shift
    const [second, third, fourth] = [width + (two & within), 2 * width + (three & within), 3 * width + (four & within)]
    apart[one & within] = (apart[one & within] ?? 0) + 1
    apart[second] = (apart[second] ?? 0) + 1
    apart[third] = (apart[third] ?? 0) + 1
    apart[fourth] = (apart[fourth] ?? 0) + 1
  }
  for (const [cell, count] of apart.entries()) counts[cell & within] = (counts[cell & within] ?? 0) + count
  for (const code of codes.subarray(whole)) {
    const place = code - LOWEST_CODE
    outside |= place >>> shift
    counts[place & within] = (counts[place & within] ?? 0) + 1
  }
  return outside
}

export function countMultiple(
  { words, bits }: MultipleColumn,
  { shift, counts, weighing }: Cells,
  { start: block, places, groups, kept }: PickedRows,
): number {
  const within = (1 << shift) - 1
  let outside = 0
  for (let at = 0; at < kept; at += 1) {
    const row = block + (places[at] ?? 0)
    const start = (groups[at] ?? 0) << shift
    const first = bits[row * words] ?? 0
    const place = Math.min(first, 0) - LOWEST_CODE
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
