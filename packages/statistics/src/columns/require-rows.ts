import { problem } from '@klankbord/model'

/**
 * Columns, selections and weights that belong together have as many rows. What is left out has none to compare.
 *
 * @throws Problem `columnsDiffer`
 */
export function requireSameRows(rows: number, ...others: readonly (number | undefined)[]): void {
  const other = others.find((length) => length !== undefined && length !== rows)
  if (other !== undefined) throw problem('columnsDiffer', { rows, other })
}

/** @throws Problem `lengthsDiffer` unless a list has so many entries, or was left out */
export function requireLength(name: string, list: ArrayLike<unknown> | undefined, expected: number): void {
  if (list && list.length !== expected) throw problem('lengthsDiffer', { name, length: list.length, expected })
}

/** @throws Problem `weightOutOfRange` unless all are finite and at least 0 */
export function requireWeights(weights: ArrayLike<number>): void {
  for (let row = 0; row < weights.length; row += 1) {
    const weight = weights[row] ?? -1
    if (!(weight >= 0 && weight < Infinity)) throw problem('weightOutOfRange', { name: 'weights' })
  }
}

/**
 * Weights as they were given, or 1 for everybody.
 *
 * @throws Problem `lengthsDiffer`, `weightOutOfRange`
 */
export function givenWeights(name: string, weights: ArrayLike<number> | undefined, rows: number): Float64Array {
  if (!weights) return new Float64Array(rows).fill(1)
  requireLength(name, weights, rows)
  requireWeights(weights)
  return Float64Array.from(weights)
}
