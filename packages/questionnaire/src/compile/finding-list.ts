import { finding, type Finding, type ProblemCode, type ProblemDetails } from '@klankbord/model'

/** More findings than this help nobody, and cost work that a hostile definition would choose. */
const MOST_FINDINGS = 300

/** Collects what is wrong while a definition is read, so that an author sees everything at once. */
export interface FindingList {
  readonly findings: readonly Finding[]
  /** Whether anything was found that stops publishing. */
  readonly blocked: boolean
  /** How many were found, also those that are not listed. */
  readonly count: number
  block<Code extends ProblemCode>(code: Code, path: string, details: ProblemDetails<Code>, suggestion?: string): void
  hint<Code extends ProblemCode>(code: Code, path: string, details: ProblemDetails<Code>, suggestion?: string): void
}

/** An empty list. It keeps the first findings and says so when there were more. */
export function findingList(): FindingList {
  const findings: Finding[] = []
  let blocked = false
  let count = 0
  const add = (found: Finding): void => {
    count += 1
    blocked ||= found.severity === 'block'
    if (findings.length < MOST_FINDINGS) findings.push(found)
    else if (findings.length === MOST_FINDINGS || (blocked && !hasBlock(findings)))
      findings[MOST_FINDINGS] = finding(
        'tooManyFindings',
        '',
        { limit: MOST_FINDINGS },
        { severity: blocked ? 'block' : 'hint' },
      )
  }
  return {
    findings,
    get blocked() {
      return blocked
    },
    get count() {
      return count
    },
    block: (code, path, details, suggestion) =>
      add(finding(code, path, details, suggestion === undefined ? {} : { suggestion })),
    hint: (code, path, details, suggestion) =>
      add(finding(code, path, details, { severity: 'hint', ...(suggestion === undefined ? {} : { suggestion }) })),
  }
}

const hasBlock = (findings: readonly Finding[]): boolean => findings.some((found) => found.severity === 'block')

/** A text of the author, short enough for a sentence. */
export function shown(text: unknown): string {
  const whole = typeof text === 'string' ? text : (JSON.stringify(text) ?? 'nothing')
  return whole.length > 60 ? `${whole.slice(0, 59)}…` : whole
}
