import { PROBLEM_REGISTRY } from './problem-registry.ts'

/** The codes of the registry. */
export type ProblemCode = keyof typeof PROBLEM_REGISTRY

/** What must be said of a problem with this code. */
export type ProblemDetails<Code extends ProblemCode> = Parameters<(typeof PROBLEM_REGISTRY)[Code]>[0]

/** Misuse or a failed operation, thrown. Its sentence names the value and what was expected. */
export class Problem<Code extends ProblemCode = ProblemCode> extends Error {
  declare readonly code: Code
  declare readonly details: ProblemDetails<Code>

  constructor(code: Code, sentence: string, details: ProblemDetails<Code>, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'Problem'
    this.code = code
    this.details = details
  }
}

/**
 * Makes a problem to throw.
 *
 * @example throw problem('unknownVariable', { variable: 'q7', known: ['q1', 'q2'] })
 * // unknown variable: q7 (dataset has q1, q2)
 */
export function problem<Code extends ProblemCode>(
  code: Code,
  details: ProblemDetails<Code>,
  options?: ErrorOptions,
): Problem<Code> {
  return new Problem(code, sentenceOf(code, details), details, options)
}

/** Whether a caught value is a problem, of the given code when one is named. */
export function isProblem<Code extends ProblemCode = ProblemCode>(error: unknown, code?: Code): error is Problem<Code> {
  return error instanceof Problem && (code === undefined || error.code === code)
}

/** The English sentence of a problem. */
export function sentenceOf<Code extends ProblemCode>(code: Code, details: ProblemDetails<Code>): string {
  const sentence = PROBLEM_REGISTRY[code] as (details: ProblemDetails<Code>) => string
  return sentence(details)
}
