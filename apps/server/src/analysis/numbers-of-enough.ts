import { countSelected, selectionOf, type Measurements } from '@klankbord/statistics'
import { isTooFew } from './analysis-cells.ts'

/**
 * Numbers as they are, or of nobody where they are of fewer people than may be told of.
 *
 * @example numbersOfEnough(measurements([7, 8, null]), 10).tooFew // true
 */
export function numbersOfEnough(
  numbers: Measurements,
  least: number,
): { readonly numbers: Measurements; readonly tooFew: boolean } {
  if (!isTooFew(countSelected(numbers.known), least)) return { numbers, tooFew: false }
  return { numbers: { ...numbers, known: selectionOf(numbers.values.length, () => false) }, tooFew: true }
}
