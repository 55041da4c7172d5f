import type { AnswerParts, Answers, Clock, Condition } from '@klankbord/model'
import { evaluate } from '../condition/evaluate.ts'

/** What conditions can see. */
export interface Scope {
  /** Answers that stand, and calculated values under their names. */
  readonly answers: Answers
  readonly clock?: Clock | undefined
  /** Answers in the panel of a paneldynamic around the question, which conditions call `panel`. */
  readonly panel?: AnswerParts
}

/** A condition that is absent always holds. */
export function holds(condition: Condition | boolean | undefined, { answers, clock, panel }: Scope): boolean {
  return typeof condition === 'object' ? evaluate(condition, answers, clock, panel) : condition !== false
}

/** What can be shown or closed: a question, an option, a row, an item. */
export interface Conditional {
  readonly visibleIf?: Condition
  readonly enableIf?: Condition
}

/** Whether it is shown and takes an answer. */
export function isOpen({ visibleIf, enableIf }: Conditional, scope: Scope): boolean {
  return holds(visibleIf, scope) && holds(enableIf, scope)
}

export const isConditional = ({ visibleIf, enableIf }: Conditional): boolean =>
  visibleIf !== undefined || enableIf !== undefined
