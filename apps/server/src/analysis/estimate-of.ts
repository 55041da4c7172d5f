import { computed, type Figure, type NotComputed } from '@klankbord/model'
import {
  groupEstimate,
  meanInterval,
  numericSummary,
  wilsonInterval,
  type GroupEstimate,
  type Interval,
  type Measurements,
} from '@klankbord/statistics'

/** A share (from 0 to 1) or a mean of everybody who gave it, with its interval. */
export interface Estimate {
  /** Who gave an answer that counts. */
  readonly n: number
  readonly estimate: number
  readonly standardError: Figure
  /** Of a share Wilson's, of a mean Student's; of the whole population where that is known. */
  readonly interval: Interval | NotComputed
}

/** Numbers of a wave; of a share 1 for who has the property and 0 for who has not. */
export interface WaveNumbers {
  readonly kind: 'share' | 'mean'
  readonly numbers: Measurements
  /** Everybody they stand for; null where nobody knows. */
  readonly population: number | null
}

/**
 * A share or mean with its error and interval. Not computed: `noAnswers`.
 *
 * @throws Problem `populationTooSmall` where more answered than there are people
 */
export function estimateOf({ kind, numbers, population }: WaveNumbers): Estimate | NotComputed {
  const group = groupEstimate({ numbers, population })
  if (!computed<GroupEstimate>(group)) return group
  const { n, estimate, standardError } = group
  const { sd, sum } = numericSummary(numbers)
  if (kind === 'mean') {
    const { interval } = meanInterval({ n, mean: estimate, sd, population })
    return { n, estimate, standardError, interval }
  }
  const { share, low, high } = wilsonInterval({ count: sum, n, population })
  return { n, estimate: share, standardError, interval: { low, high } }
}

/** How many people a wave's answers stand for, unless more answered than the list says that there are: then it does not fit. */
export function populationFor(frame: { readonly population: number } | null, answers: number): number | null {
  return frame !== null && frame.population >= answers ? frame.population : null
}
