import { EMPTY_CODES, computed } from '@klankbord/model'
import { measurements } from '@klankbord/statistics'

export const columnOf = (rows, name) => rows.map((row) => row[name])

/** The values of a column as measurements; user-missing ones are none. */
export function numbersOf(rows, name, missing = []) {
  return measurements(columnOf(rows, name).map((value) => (missing.includes(value) ? null : value)))
}

/** The values of a column; empty and user-missing ones are left out. */
export function valuesOf(rows, name, missing = []) {
  return columnOf(rows, name).filter((value) => value !== null && !missing.includes(value))
}

/** Weights of a column; 1 for everybody without one. */
export const weightsOf = (rows, name) =>
  name ? Float64Array.from(columnOf(rows, name)) : new Float64Array(rows.length).fill(1)

/** A column of any values as codes from 1, in the order of their names. */
export function coded(values) {
  const names = [...new Set(values.filter((value) => value !== null))].toSorted()
  return { names, codes: values.map((value) => (value === null ? EMPTY_CODES.notAsked : names.indexOf(value) + 1)) }
}

/** An interval with the names of the reference. */
export const bounds = (result) => (computed(result) ? { lower: result.low, upper: result.high } : result)

export const percent = (share) => (computed(share) ? 100 * share : share)
