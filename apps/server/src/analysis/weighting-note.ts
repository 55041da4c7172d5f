import type { NotComputed } from '@klankbord/model'
import { weightSummary, type ReachedMargin, type WeightSummary } from '@klankbord/statistics'
import type { Weighting } from './weighting.ts'

/** What a report says of its weights. */
export interface WeightingNote {
  readonly method: Weighting['method']
  readonly people: number
  /** Without an answer to what is weighted by: they weigh nothing. */
  readonly leftOut: number
  readonly margins: readonly ReachedMargin[]
  readonly largestError: number
  readonly trimmed: number | null
  /** How far the weights are apart, and what that costs (Kish). */
  readonly spread: WeightSummary | NotComputed
}

/** The weighting without the weights themselves. */
export function weightingNote({
  method,
  places,
  leftOut,
  margins,
  largestError,
  trimmed,
  design,
}: Weighting): WeightingNote {
  return {
    method,
    people: places.length,
    leftOut,
    margins,
    largestError,
    trimmed,
    spread: weightSummary(design.weights),
  }
}
