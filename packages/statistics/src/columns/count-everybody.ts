import type { SingleColumn } from '@klankbord/model'
import type { Cells } from './count-rows.ts'
import { LOWEST_CODE } from './layout-of.ts'
import { CODES, groupsByCode, type Grouping } from './picked-rows.ts'

/**
 * Counts all rows, each for one, by group or as one group: the whole column at once, without noting who takes part.
 *
 * @returns 0 when every code is within the cells of a group; otherwise no count is right
 */
export function countEverybody({ codes }: SingleColumn, grouping: Grouping | null, cells: Cells): number {
  const whole = codes.length & ~3
  const fours = codes.subarray(0, whole)
  const rest = codes.subarray(whole)
  if (grouping === null)
    return countFours(fours, cells) | countOnes(rest, new Int16Array(rest.length), ONE_GROUP, cells)
  const groupOf = groupsByCode(grouping.codes)
  const by = grouping.column.codes
  return (
    countFoursBy(fours, by.subarray(0, whole), groupOf, cells) | countOnes(rest, by.subarray(whole), groupOf, cells)
  )
}

const ONE_GROUP = new Int32Array(1)

/**
 * Four rows at a time take half as long as one at a time: none waits for the one before. What another
 * module gives is looked up each time, so it is taken before the loop.
 */
function countFoursBy(codes: Int16Array, by: Int16Array, groupOf: Int32Array, { shift, counts }: Cells): number {
  const within = (1 << shift) - 1
  const [lowest, mask] = [LOWEST_CODE, CODES - 1]
  let outside = 0
  for (let row = 0; row < codes.length; row += 4) {
    const one = (codes[row] ?? 0) - lowest
    const two = (codes[row + 1] ?? 0) - lowest
    const three = (codes[row + 2] ?? 0) - lowest
    const four = (codes[row + 3] ?? 0) - lowest
    outside |= (one | two | three | four) >>> shift
    const first = ((groupOf[(by[row] ?? 0) & mask] ?? 0) << shift) | (one & within)
    const second = ((groupOf[(by[row + 1] ?? 0) & mask] ?? 0) << shift) | (two & within)
    const third = ((groupOf[(by[row + 2] ?? 0) & mask] ?? 0) << shift) | (three & within)
    const fourth = ((groupOf[(by[row + 3] ?? 0) & mask] ?? 0) << shift) | (four & within)
    counts[first] = (counts[first] ?? 0) + 1
    counts[second] = (counts[second] ?? 0) + 1
    counts[third] = (counts[third] ?? 0) + 1
    counts[fourth] = (counts[fourth] ?? 0) + 1
  }
  return outside
}

/** Each of the four in counts of its own: of everybody many give the same answer, and a count waits for the one before. */
function countFours(codes: Int16Array, { shift, counts }: Cells): number {
  const [width, within] = [1 << shift, (1 << shift) - 1]
  const apart = new Uint32Array(4 * width)
  const lowest = LOWEST_CODE
  let outside = 0
  for (let row = 0; row < codes.length; row += 4) {
    const one = (codes[row] ?? 0) - lowest
    const two = (codes[row + 1] ?? 0) - lowest
    const three = (codes[row + 2] ?? 0) - lowest
    const four = (codes[row + 3] ?? 0) - lowest
    outside |= (one | two | three | four) >>> shift
    const first = one & within
    const second = width + (two & within)
    const third = 2 * width + (three & within)
    const fourth = 3 * width + (four & within)
    apart[first] = (apart[first] ?? 0) + 1
    apart[second] = (apart[second] ?? 0) + 1
    apart[third] = (apart[third] ?? 0) + 1
    apart[fourth] = (apart[fourth] ?? 0) + 1
  }
  for (const [cell, count] of apart.entries()) counts[cell & within] = (counts[cell & within] ?? 0) + count
  return outside
}

function countOnes(codes: Int16Array, by: Int16Array, groupOf: Int32Array, { shift, counts }: Cells): number {
  let outside = 0
  for (const [row, code] of codes.entries()) {
    const place = code - LOWEST_CODE
    outside |= place >>> shift
    const group = groupOf[(by[row] ?? 0) & (CODES - 1)] ?? 0
    const cell = (group << shift) | (place & ((1 << shift) - 1))
    counts[cell] = (counts[cell] ?? 0) + 1
  }
  return outside
}
