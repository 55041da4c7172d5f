import { problem, type NumericColumn, type SingleColumn } from '@klankbord/model'
import { requireSameRows, requireWeights } from '../columns/require-rows.ts'
import { selectedByAll, selectedNumbers, selectionOf, type Selection } from '../columns/selection.ts'
import type { Restriction } from '../columns/tally.ts'

/** A number per row. Of rows that are not in `known` there is none, and the value is 0. */
export interface Measurements {
  readonly values: Float64Array
  readonly known: Selection
}

/**
 * Numbers with their gaps as measurements.
 *
 * @example measurements([7, null, 8]) // of three people, one without an answer
 * @throws Problem `valuesNotFinite`
 */
export function measurements(values: ArrayLike<number | null>): Measurements {
  const known = selectionOf(values.length, (row) => typeof values[row] === 'number')
  const numbers = Float64Array.from({ length: values.length }, (_, row) => values[row] ?? 0)
  if (!numbers.every((value) => Number.isFinite(value))) throw problem('valuesNotFinite', { name: 'values' })
  return { values: numbers, known }
}

/**
 * The numbers of a column: codes of a single choice (a grade, a point on a scale), numbers, days of a date. Kinds of empty
 * are not known. Durations have `waitingTimes`, since some are not over.
 *
 * @example measurementsOf({ type: 'single', codes: Int16Array.of(7, -3, 8) }) // 7, not known, 8
 */
export function measurementsOf(column: SingleColumn | NumericColumn): Measurements {
  if (column.type === 'single') {
    const { codes } = column
    const known = selectionOf(codes.length, (row) => (codes[row] ?? -1) >= 0)
    return { values: Float64Array.from(codes, (code) => Math.max(0, code)), known }
  }
  const { states, values } = column
  return { values, known: selectionOf(states.length, (row) => states[row] === 1) }
}

/** Numbers of those that take part, and for how much; null for one each. */
export interface TakenValues {
  readonly values: Float64Array
  readonly weights: Float64Array | null
}

/** The known values of the rows that take part, in order. @throws Problem `columnsDiffer`, `weightOutOfRange` */
export function takenValues({ values, known }: Measurements, { selection, weights }: Restriction): TakenValues {
  requireSameRows(values.length, known.rows, selection?.rows, weights?.length)
  if (weights) requireWeights(weights)
  const taken = selectedByAll(known, selection)
  return { values: selectedNumbers(values, taken), weights: weights ? selectedNumbers(weights, taken) : null }
}
