import type { MultipleColumn, SingleColumn } from '@klankbord/model'
import type { PickedRows } from './picked-rows.ts'
import { LOWEST_CODE, type CountedVariable, type Places } from './places-of.ts'

/** What is being counted of one variable. */
export interface Count extends CountedVariable {
  readonly places: Places
  readonly counts: Uint32Array
  readonly sums: Float64Array | null
  readonly weights: Float64Array | null
}

/** Bits of a word that are used: int16 without its sign. */
const WORD_BITS = 15

export function countSingle(
  { places: { byCode, unknown, width }, counts, sums, weights }: Count,
  { codes }: SingleColumn,
  { rows, groups }: Pick<PickedRows, 'rows' | 'groups'>,
  kept: number,
): void {
  for (let at = 0; at < kept; at += 1) {
    const row = rows[at] ?? 0
    const place = byCode[(codes[row] ?? 0) - LOWEST_CODE] ?? unknown
    const cell = (groups[at] ?? 0) * width + place
    counts[cell] = (counts[cell] ?? 0) + 1
    if (sums !== null && weights !== null) sums[cell] = (sums[cell] ?? 0) + (weights[row] ?? 0)
  }
}

export function countMultiple(
  { places: { byCode, options, answered, unknown, width }, counts, sums, weights }: Count,
  { words, bits }: MultipleColumn,
  { rows, groups }: Pick<PickedRows, 'rows' | 'groups'>,
  kept: number,
): void {
  for (let at = 0; at < kept; at += 1) {
    const row = rows[at] ?? 0
    const start = (groups[at] ?? 0) * width
    const weight = weights?.[row] ?? 0
    const first = bits[row * words] ?? 0
    const cell = start + (first < 0 ? (byCode[first - LOWEST_CODE] ?? unknown) : answered)
    counts[cell] = (counts[cell] ?? 0) + 1
    if (sums) sums[cell] = (sums[cell] ?? 0) + weight
    if (first < 0) continue
    for (let word = 0; word < words; word += 1) {
      for (let ticks = bits[row * words + word] ?? 0; ticks > 0; ticks &= ticks - 1) {
        const option = word * WORD_BITS + 31 - Math.clz32(ticks & -ticks)
        const ticked = start + (option < options ? option : unknown)
        counts[ticked] = (counts[ticked] ?? 0) + 1
        if (sums) sums[ticked] = (sums[ticked] ?? 0) + weight
      }
    }
  }
}
