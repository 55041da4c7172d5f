import { requireSameRows } from './require-rows.ts'

/** Some of the rows of a dataset, as a bit per row: row r is bit r % 32 of word ⌊r / 32⌋. Bits behind the last row are 0. */
export interface Selection {
  readonly rows: number
  readonly bits: Uint32Array
}

/**
 * The rows of which `takesPart` holds.
 *
 * @example countSelected(selectionOf(4, (row) => row % 2 === 0)) // 2
 */
export function selectionOf(rows: number, takesPart: (row: number) => boolean): Selection {
  const bits = noBits(rows)
  for (let row = 0; row < rows; row += 1)
    if (takesPart(row)) bits[row >>> 5] = (bits[row >>> 5] ?? 0) | (1 << (row & 31))
  return { rows, bits }
}

/** The rows of a selection of which `takesPart` holds; it is asked of no others. */
export function selectionAmong(selection: Selection, takesPart: (row: number) => boolean): Selection {
  const bits = noBits(selection.rows)
  for (const row of selectedRows(selection))
    if (takesPart(row)) bits[row >>> 5] = (bits[row >>> 5] ?? 0) | (1 << (row & 31))
  return { rows: selection.rows, bits }
}

/**
 * Rows that are in each of the selections; what is left out (undefined) is everybody.
 *
 * @example selectedByAll(ofNoord, answered)
 * @throws Problem `columnsDiffer` when they are of datasets of unequal length
 */
export function selectedByAll(first: Selection, ...others: readonly (Selection | undefined)[]): Selection {
  const given = others.filter((other) => other !== undefined)
  return given.length === 0 ? first : combined(first, given, (one, other) => one & other)
}

/**
 * Rows that are in at least one of the selections.
 *
 * @example selectedByAny(ofNoord, ofZuid)
 * @throws Problem `columnsDiffer`
 */
export function selectedByAny(first: Selection, ...others: readonly Selection[]): Selection {
  return combined(first, others, (one, other) => one | other)
}

/**
 * Rows that are not in the selection: also those without an answer to what it asks.
 *
 * @example countSelected(notSelected(selectionOf(4, (row) => row === 0))) // 3
 */
export function notSelected({ rows, bits }: Selection): Selection {
  const others = bits.map((word) => ~word)
  const last = rows & 31
  if (last !== 0) others[others.length - 1] = (others.at(-1) ?? 0) & ((1 << last) - 1)
  return { rows, bits: others }
}

/**
 * How many rows are in it.
 *
 * @example countSelected(rowsWhere(dataset, { variable: 'area', anyOf: [3] }))
 */
export function countSelected({ bits }: Selection): number {
  let count = 0
  for (const word of bits) count += onesIn(word)
  return count
}

/**
 * Whether a row is in it; false for a row that the dataset does not have.
 *
 * @example isSelected(selectionOf(4, (row) => row === 0), 0) // true
 */
export function isSelected({ bits }: Selection, row: number): boolean {
  return (((bits[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1
}

/**
 * The rows that are in it, in order.
 *
 * @example selectedRows(selectionOf(4, (row) => row !== 2)) // 0, 1, 3
 */
export function selectedRows(selection: Selection): Int32Array {
  const { bits } = selection
  const rows = new Int32Array(countSelected(selection))
  let at = 0
  for (let word = 0; word < bits.length; word += 1) {
    for (let left = bits[word] ?? 0; left !== 0; left &= left - 1) {
      rows[at] = 32 * word + 31 - Math.clz32(left & -left)
      at += 1
    }
  }
  return rows
}

/** The numbers of the rows that are in it, in the order of the rows. */
export function selectedNumbers(values: Float64Array, selection: Selection): Float64Array {
  const rows = selectedRows(selection)
  const taken = new Float64Array(rows.length)
  for (let at = 0; at < rows.length; at += 1) taken[at] = values[rows[at] ?? 0] ?? 0
  return taken
}

/** A word for every 32 rows. */
export function noBits(rows: number): Uint32Array {
  return new Uint32Array((rows + 31) >>> 5)
}

function combined(
  first: Selection,
  others: readonly Selection[],
  combine: (one: number, other: number) => number,
): Selection {
  const bits = first.bits.slice()
  for (const other of others) {
    requireSameRows(first.rows, other.rows)
    for (let word = 0; word < bits.length; word += 1) bits[word] = combine(bits[word] ?? 0, other.bits[word] ?? 0)
  }
  return { rows: first.rows, bits }
}

/** Ones of a word, added side by side (H. S. Warren, Hacker's Delight, 2nd edition 2012, figure 5-2). */
function onesIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
