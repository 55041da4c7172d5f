import type { PlanComparisons } from './study.ts'

/**
 * Whether a plan has the groups of a breakdown compared on a question or number.
 *
 * @example isCompared({ questions: ['quick'] }, 'quick', 'district') // true
 */
export function isCompared(planned: PlanComparisons | undefined, question: string, breakdown: string): boolean {
  if (planned === undefined) return true
  if (planned === 'none') return false
  if (isPairs(planned)) return planned.some(([one, by]) => one === question && by === breakdown)
  const { questions, breakdowns } = planned
  return (questions?.includes(question) ?? true) && (breakdowns?.includes(breakdown) ?? true)
}

/** Whether comparisons are named one by one, as pairs of a question and a breakdown. */
export function isPairs(planned: PlanComparisons): planned is Extract<PlanComparisons, readonly unknown[]> {
  return Array.isArray(planned)
}
