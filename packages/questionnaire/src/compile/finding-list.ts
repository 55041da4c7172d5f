import { finding, type Finding, type ProblemCode, type ProblemDetails } from '@klankbord/model'

/** More findings than this help nobody, and cost work that a hostile definition would choose. */
const MOST_FINDINGS = 300

/** A guess compares with every known word; whoever has this many faults repairs some and looks again. */
const MOST_GUESSES = 100

/** Guesses what was meant. Asked only for findings that are listed. */
type Suggest = () => string | undefined

/** Collects what is wrong while a definition is read, so that an author sees everything at once. */
export interface FindingList {
  readonly findings: readonly Finding[]
  /** Whether anything was found that stops publishing. */
  readonly blocked: boolean
  /** How many were found, also those that are not listed. */
  readonly count: number
  block<Code extends ProblemCode>(code: Code, path: string, details: ProblemDetails<Code>, suggest?: Suggest): void
  hint<Code extends ProblemCode>(code: Code, path: string, details: ProblemDetails<Code>): void
}

/** An empty list. It keeps the first findings and says so when there were more. */
export function findingList(): FindingList {
  const findings: Finding[] = []
  let blocked = false
  let count = 0
  const add = (severity: Finding['severity'], make: () => Finding): void => {
    count += 1
    blocked ||= severity === 'block'
    if (findings.length < MOST_FINDINGS) findings.push(make())
    else findings[MOST_FINDINGS] = overflow(blocked)
  }
  return {
    findings,
    get blocked() {
      return blocked
    },
    get count() {
      return count
    },
    block: (code, path, details, suggest) =>
      add('block', () => {
        const suggestion = findings.length < MOST_GUESSES ? suggest?.() : undefined
        return finding(code, path, details, suggestion === undefined ? {} : { suggestion })
      }),
    hint: (code, path, details) => add('hint', () => finding(code, path, details, { severity: 'hint' })),
  }
}

/** Blocks when anything did: the finding that blocks may be among those that are not listed. */
const overflow = (blocked: boolean): Finding =>
  finding('tooManyFindings', '', { limit: MOST_FINDINGS }, { severity: blocked ? 'block' : 'hint' })

/** A text of the author, short enough for a sentence. */
export function shown(text: unknown): string {
  const whole = typeof text === 'string' ? text : (JSON.stringify(text) ?? 'nothing')
  return whole.length > 60 ? `${whole.slice(0, 59)}…` : whole
}
