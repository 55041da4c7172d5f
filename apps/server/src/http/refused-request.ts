import { problem, type Finding, type Problem, type ProblemCode, type ProblemDetails } from '@klankbord/model'

/** A problem together with the findings that explain it; becomes one problem document. */
export class RefusedRequest extends Error {
  readonly problem: Problem
  readonly findings: readonly Finding[]

  constructor(cause: Problem, findings: readonly Finding[]) {
    super(cause.message, { cause })
    this.name = 'RefusedRequest'
    this.problem = cause
    this.findings = findings
  }
}

/**
 * Makes a refusal to throw.
 *
 * @example throw refused('answersRefused', { findings: 1 }, findings)
 */
export function refused<Code extends ProblemCode>(
  code: Code,
  details: ProblemDetails<Code>,
  findings: readonly Finding[],
): RefusedRequest {
  return new RefusedRequest(problem(code, details), findings)
}
