import type { Finding } from '@klankbord/model'

/** How many findings stop publishing, and how many only advise. */
export function findingCounts(findings: readonly Finding[]): { readonly blocking: number; readonly hints: number } {
  const blocking = findings.filter((finding) => finding.severity === 'block').length
  return { blocking, hints: findings.length - blocking }
}

/**
 * Findings in the order in which somebody solves them: those that block first, each kind in the order of
 * its place in the definition.
 *
 * @example inSolvingOrder([hintAtPage0, blockAtPage10, blockAtPage2]) // [blockAtPage2, blockAtPage10, hintAtPage0]
 */
export function inSolvingOrder(findings: readonly Finding[]): readonly Finding[] {
  const rank = (finding: Finding): number => (finding.severity === 'block' ? 0 : 1)
  const byPlace = new Intl.Collator('en', { numeric: true })
  return findings.toSorted((a, b) => rank(a) - rank(b) || byPlace.compare(a.path, b.path))
}
