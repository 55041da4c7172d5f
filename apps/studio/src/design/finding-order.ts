import type { Finding } from '@klankbord/model'

/** How many findings stop publishing, and how many only advise. */
export function findingCounts(findings: readonly Finding[]): { readonly blocking: number; readonly hints: number } {
  const blocking = findings.filter((finding) => finding.severity === 'block').length
  return { blocking, hints: findings.length - blocking }
}

/**
 * Findings in the order in which somebody solves them: those that block first, each kind from the top of
 * the text to its end.
 *
 * @param lineOf the line of a finding in the text
 * @example inSolvingOrder([hintAtLine1, blockAtLine20, blockAtLine2], lineOf) // [blockAtLine2, blockAtLine20, hintAtLine1]
 */
export function inSolvingOrder(findings: readonly Finding[], lineOf: (finding: Finding) => number): readonly Finding[] {
  const placed = findings.map((finding) => ({ finding, line: lineOf(finding) }))
  const rank = ({ severity }: Finding): number => (severity === 'block' ? 0 : 1)
  return placed.toSorted((a, b) => rank(a.finding) - rank(b.finding) || a.line - b.line).map(({ finding }) => finding)
}
