import { pointer, type CalculatedValue } from '@klankbord/model'
import type { FindingList } from './finding-list.ts'
import type { DraftCalculatedValue } from './read-calculated-values.ts'

/**
 * Marks the calculated value that says who may take part. It has to be a kept yes or no: what is stored must say it too,
 * to whoever checks it again. Reports one that is not, and every second one; neither is marked.
 *
 * @param values bound, in any order
 */
export function markEligibility(
  drafts: readonly DraftCalculatedValue[],
  values: readonly CalculatedValue[],
  list: FindingList,
): readonly CalculatedValue[] {
  const [first, ...others] = drafts.filter(({ eligibility }) => eligibility)
  if (first === undefined) return values
  for (const { name, path } of others)
    list.block('eligibilityTwice', pointer(path, 'eligibility'), { name, first: first.name })
  const says = values.find(({ path }) => path === first.path)
  // What could not be bound was reported.
  if (says === undefined) return values
  if (!says.kept || says.valueType !== 'boolean') {
    list.block('eligibilityNotOutcome', pointer(first.path, 'eligibility'), { name: first.name })
    return values
  }
  return values.map((value) => (value === says ? { ...value, eligibility: true } : value))
}
