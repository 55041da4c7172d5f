import type { LocalizedText } from '../language.ts'
import type { HiddenReason } from '../table.ts'

/**
 * How a group is heard: `under` where the interval of its share of the answers lies below its share of the people and it
 * is less than 0.8 of that, `over` where it lies above and it is more than 1.1 of it.
 */
export type Representation = 'under' | 'over' | 'similar'

/** A group of the frame beside those of it who answered. */
export type RepresentedGroup = {
  readonly code: number
  readonly label: LocalizedText
  readonly people: number
  /** Of all people in groups of this breakdown, from 0 to 1. */
  readonly shareOfPeople: number
} & (
  | {
      readonly status: 'shown'
      readonly answers: number
      /** Of all answers of people in known groups, with Wilson's interval for the finite population. */
      readonly shareOfAnswers: number
      readonly low: number
      readonly high: number
      readonly verdict: Representation
    }
  | { readonly status: 'hidden'; readonly reason: HiddenReason }
)

/** Who is missing by one trait of which the frame knows the sizes. */
export interface RepresentedGroups {
  /** Name of the variable. */
  readonly variable: string
  readonly label: LocalizedText
  /** Answers under the shares. */
  readonly answers: number
  readonly groups: readonly RepresentedGroup[]
}
