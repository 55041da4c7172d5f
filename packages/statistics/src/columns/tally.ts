import { problem } from '@klankbord/model'
import { BLOCK, pickedRows, type Grouping } from './picked-rows.ts'
import { placesOf, requireKnown, rowsOf, type CountedVariable, type Places } from './places-of.ts'
import { countMultiple, countSingle, type Count } from './count-picked.ts'
import type { Selection } from './selection.ts'

/** Which rows are counted, and for how much. */
export interface Restriction {
  /** All rows unless told. */
  readonly selection?: Selection | undefined
  /** Beside the counts, sums of these: one per row of the dataset, at least 0 and finite. */
  readonly weights?: Float64Array | undefined
}

/** What was counted of a variable: `places.width` cells per group, and beside them the sums of weights. */
export interface Tally {
  readonly places: Places
  readonly counts: Uint32Array
  readonly sums: Float64Array | null
}

/**
 * Counts several variables by group in one pass over the rows.
 *
 * @param grouping null for one group of everybody
 * @throws Problem `columnsDiffer`, `unknownCode`, `weightOutOfRange`
 */
export function tally(
  variables: readonly CountedVariable[],
  grouping: Grouping | null,
  restriction: Restriction,
): readonly Tally[] {
  const rows = commonLength(variables, grouping, restriction)
  const weights = restriction.weights ?? null
  if (weights) requireWeights(weights)
  const counts = variables.map((variable) => emptyCount(variable, grouping?.codes.length ?? 1, weights))
  const picked = pickedRows(grouping, restriction.selection)
  for (let start = 0; start < rows; start += BLOCK) {
    const kept = picked.pick(start, Math.min(start + BLOCK, rows))
    for (const count of counts) {
      if (count.column.type === 'single') countSingle(count, count.column, picked, kept)
      else countMultiple(count, count.column, picked, kept)
    }
  }
  for (const count of counts) {
    requireKnown(count.counts, count.places, count.categories)
    if (count.column.type === 'single') addUpAnswered(count)
  }
  return counts
}

function emptyCount(variable: CountedVariable, groups: number, weights: Float64Array | null): Count {
  const places = placesOf(variable)
  const cells = groups * places.width
  return { ...variable, places, counts: new Uint32Array(cells), sums: weights && new Float64Array(cells), weights }
}

/** Who chose one of the options; of several answers that was counted person by person. */
function addUpAnswered({ places: { options, answered, width }, counts, sums }: Tally): void {
  const addUp = (cells: Uint32Array | Float64Array): void => {
    for (let start = 0; start < cells.length; start += width)
      for (let option = 0; option < options; option += 1)
        cells[start + answered] = (cells[start + answered] ?? 0) + (cells[start + option] ?? 0)
  }
  addUp(counts)
  if (sums) addUp(sums)
}

/** @throws Problem `columnsDiffer` */
function commonLength(
  variables: readonly CountedVariable[],
  grouping: Grouping | null,
  { selection, weights }: Restriction,
): number {
  const lengths = [
    ...variables.map(({ column }) => rowsOf(column)),
    ...(grouping ? [grouping.column.codes.length] : []),
    ...(selection ? [selection.rows] : []),
    ...(weights ? [weights.length] : []),
  ]
  const [rows = 0] = lengths
  const other = lengths.find((length) => length !== rows)
  if (other !== undefined) throw problem('columnsDiffer', { rows, other })
  return rows
}

/** @throws Problem `weightOutOfRange` */
function requireWeights(weights: Float64Array): void {
  for (const weight of weights)
    if (!(weight >= 0 && weight < Infinity)) throw problem('weightOutOfRange', { name: 'weights' })
}
