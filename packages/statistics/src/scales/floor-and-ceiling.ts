import type { Restriction } from '../columns/tally.ts'
import { boxShare, type BoxShare } from '../summaries/box-share.ts'
import type { Measurements } from '../summaries/measurements.ts'

/** Who has the lowest score that there is, and who the highest. */
export interface FloorAndCeiling {
  readonly floor: BoxShare
  readonly ceiling: BoxShare
}

/**
 * Floor and ceiling of a scale: with more than 15 % at one of them it cannot tell people apart there, and changes are
 * missed (Terwee et al. 2007, Journal of Clinical Epidemiology 60(1)).
 *
 * @example floorAndCeiling(scaleScores(dataset, scale), { minimum: 1, maximum: 5 }).ceiling.share
 * @throws Problem `columnsDiffer`, `weightOutOfRange`
 */
export function floorAndCeiling(
  scores: Measurements,
  { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
  restriction: Restriction = {},
): FloorAndCeiling {
  return {
    floor: boxShare(scores, { to: minimum }, restriction),
    ceiling: boxShare(scores, { from: maximum }, restriction),
  }
}
