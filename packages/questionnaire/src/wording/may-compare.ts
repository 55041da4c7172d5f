import type { AnswerMode, Questionnaire } from '@klankbord/model'
import { scaleHash, wordingHash } from './wording-hash.ts'

/** What a figure needs to say of itself before another figure is set beside it. */
export interface Comparable {
  readonly wordingHash: string
  readonly scaleHash: string
  /** Where people answered in several ways, each way is a figure of its own. */
  readonly mode: AnswerMode
}

/** Whether two figures may stand in one benchmark, and if not, why. */
export interface Comparison {
  readonly allowed: boolean
  readonly differs: readonly ('wording' | 'scale' | 'mode')[]
}

/**
 * How a question of a questionnaire was asked in this mode.
 *
 * @returns undefined when the questionnaire has no question with this name
 */
export function comparableOf(
  { questions, language }: Questionnaire,
  name: string,
  mode: AnswerMode,
): Comparable | undefined {
  const question = questions.find((one) => one.name === name)
  return question && { wordingHash: wordingHash(question, language), scaleHash: scaleHash(question), mode }
}

/**
 * Whether two figures can be compared between studies: only when people read the same words, chose from the same
 * answers and answered in the same way. Any of the three moves a figure
 * without anything having changed for people. A way that nobody knows is like no other, nor like itself.
 *
 * @example mayCompare(ours, { ...ours, mode: 'paper' }) // { allowed: false, differs: ['mode'] }
 */
export function mayCompare(a: Comparable, b: Comparable): Comparison {
  const differs = [
    ...(a.wordingHash === b.wordingHash ? [] : ['wording' as const]),
    ...(a.scaleHash === b.scaleHash ? [] : ['scale' as const]),
    ...(a.mode === b.mode && a.mode !== 'notKnown' ? [] : ['mode' as const]),
  ]
  return { allowed: differs.length === 0, differs }
}
