import { problem } from '@klankbord/model'

/** @throws Problem `weightOutOfRange` unless all are finite and at least 0 */
export function requireWeights(weights: ArrayLike<number>): void {
  for (let row = 0; row < weights.length; row += 1) {
    const weight = weights[row] ?? -1
    if (!(weight >= 0 && weight < Infinity)) throw problem('weightOutOfRange', { name: 'weights' })
  }
}
