import { computed, type NotComputed } from '@klankbord/model'
import { groupEstimate, type GroupEstimate, type GroupNumbers } from '../designs/group-estimate.ts'
import { differenceBetween, type AskedDifferently, type EstimateDifference } from './difference-between.ts'

/** A wave of a study that comes again. */
export interface TrendWave extends GroupNumbers {
  /** What was asked differently than the wave before: a break. */
  readonly differs?: readonly AskedDifferently[]
}

/** One figure over the waves. */
export interface Trend {
  readonly waves: readonly (GroupEstimate | NotComputed)[]
  /** Of each wave with the one before, from the second on. */
  readonly steps: readonly (EstimateDifference | NotComputed)[]
  /** Places of waves that begin a new line: what came before cannot be compared with them. */
  readonly breaks: readonly number[]
  /** The last wave with the first behind the last break; absent with fewer than three waves there. */
  readonly whole?: EstimateDifference | NotComputed
}

/**
 * A figure over waves, each with its error and the difference with the wave before. Nothing is tested across a break. The
 * p-values are one by one: `clearDifferences` corrects for all that a report compares.
 *
 * @param waves in their order of time
 * @example trend([{ numbers: grades2022 }, { numbers: grades2024, differs: ['scale'] }]).steps // [{ notComputed: 'notComparable' }]
 * @throws Problem as `groupEstimate`, `levelOutOfRange`
 */
export function trend(waves: readonly TrendWave[], { level = 0.95 }: { readonly level?: number } = {}): Trend {
  const estimates = waves.map(groupEstimate)
  const breaks = [...waves.keys()].filter((at) => at > 0 && (waves[at]?.differs ?? []).length > 0)
  const stepTo = (at: number, from: number): EstimateDifference | NotComputed => {
    const [one, two] = [estimates[from], estimates[at]]
    if (!one || !computed<GroupEstimate>(one)) return one ?? { notComputed: 'noAnswers' }
    if (!two || !computed<GroupEstimate>(two)) return two ?? { notComputed: 'noAnswers' }
    const differs = from === at - 1 ? (waves[at]?.differs ?? []) : []
    return differenceBetween(one, two, { differs, level })
  }
  const [begin, end] = [breaks.at(-1) ?? 0, waves.length - 1]
  return {
    waves: estimates,
    steps: waves.slice(1).map((_, before) => stepTo(before + 1, before)),
    breaks,
    ...(end - begin > 1 && { whole: stepTo(end, begin) }),
  }
}
