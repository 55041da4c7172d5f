import { breakdownName, problem, type PlanComparisons, type ReportPlan } from '@klankbord/model'
import type { NumberSubject } from './numbers/number-subject.ts'

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

/**
 * Comparisons are of questions, numbers, breakdowns and crossings that the plan has.
 *
 * @throws Problem `unknownVariable`, `duplicateInPlan`
 */
export function requireKnownComparisons(
  { comparisons, questions, breakdowns, crossings = [] }: ReportPlan,
  numbers: readonly NumberSubject[],
): void {
  if (comparisons === undefined || comparisons === 'none') return
  const pairs = isPairs(comparisons) ? comparisons : []
  const named = isPairs(comparisons) ? {} : comparisons
  requireKnown(
    [...(named.questions ?? []), ...pairs.map(([question]) => question)],
    [...new Set([...questions, ...numbers.map(({ name }) => name)])],
  )
  requireKnown(
    [...(named.breakdowns ?? []), ...pairs.map(([, breakdown]) => breakdown)],
    [...breakdowns.map(breakdownName), ...crossings.map((names) => names.join('×'))],
  )
  for (const names of [named.questions ?? [], named.breakdowns ?? [], pairs.map((pair) => pair.join(' × '))]) {
    const twice = names.find((name, index) => names.indexOf(name) !== index)
    if (twice !== undefined) throw problem('duplicateInPlan', { name: twice })
  }
}

type Pairs = Extract<PlanComparisons, readonly unknown[]>

export function isPairs(planned: PlanComparisons): planned is Pairs {
  return Array.isArray(planned)
}

function requireKnown(names: readonly string[], known: readonly string[]): void {
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) throw problem('unknownVariable', { variable: unknown, known })
}
