import { finding, type Finding, type ProblemCode, type ProblemDetails } from '@klankbord/model'
import { nearest } from './suggest.ts'

/** More findings than this help nobody, and cost work that a hostile definition would choose. */
const MOST_FINDINGS = 300

/** A guess compares with every known word; whoever has so many faults repairs some and looks again. */
const MOST_COMPARED = 10_000

/**
 * Guesses what was meant. Asked only for findings that are listed, while there is room; `near` is `nearest` within it.
 * `afford` takes room for other work, in words compared, and says whether there was so much.
 */
export type Suggest = (near: typeof nearest, afford: (cost: number) => boolean) => string | undefined

/** Collects what is wrong while a definition is read, so that an author sees everything at once. */
export interface FindingList {
  readonly findings: readonly Finding[]
  /** Whether anything was found that stops publishing. */
  readonly blocked: boolean
  /** How many were found, also those that are not listed. */
  readonly count: number
  block<Code extends ProblemCode>(code: Code, path: string, details: ProblemDetails<Code>, suggest?: Suggest): void
  hint<Code extends ProblemCode>(code: Code, path: string, details: ProblemDetails<Code>, suggest?: Suggest): void
}

/** An empty list. It keeps the first findings and says so when there were more. */
export function findingList(): FindingList {
  const findings: Finding[] = []
  let blocked = false
  let count = 0
  let room = MOST_COMPARED
  const afford = (cost: number): boolean => {
    room -= cost
    return room >= 0
  }
  const near: typeof nearest = (written, known) => (afford(known.length) ? nearest(written, known) : undefined)
  const add = (severity: Finding['severity'], make: () => Finding): void => {
    count += 1
    blocked ||= severity === 'block'
    if (findings.length < MOST_FINDINGS) findings.push(make())
    else if (count === MOST_FINDINGS + 1 || severity === 'block') findings[MOST_FINDINGS] = overflow(blocked)
  }
  const made = <Code extends ProblemCode>(
    severity: Finding['severity'],
    code: Code,
    path: string,
    details: ProblemDetails<Code>,
    suggest: Suggest | undefined,
  ): Finding => {
    const suggestion = room > 0 ? suggest?.(near, afford) : undefined
    return finding(code, path, details, { severity, ...(suggestion !== undefined && { suggestion }) })
  }
  return {
    findings,
    get blocked() {
      return blocked
    },
    get count() {
      return count
    },
    block: (code, path, details, suggest) => add('block', () => made('block', code, path, details, suggest)),
    hint: (code, path, details, suggest) => add('hint', () => made('hint', code, path, details, suggest)),
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
