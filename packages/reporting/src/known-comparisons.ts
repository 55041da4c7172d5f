import { breakdownName, isPairs, problem, type ReportPlan } from '@klankbord/model'
import type { NumberSubject } from './numbers/number-subject.ts'

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

function requireKnown(names: readonly string[], known: readonly string[]): void {
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) throw problem('unknownVariable', { variable: unknown, known, in: 'plan' })
}
