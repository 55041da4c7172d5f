import type { Finding } from './finding.ts'
import { Problem, type ProblemDetails } from './problem.ts'
import { answerProblems } from './problems/answer-problems.ts'

/** Codes about answers. Browsers of respondents load the sentences of these and of no others. */
type AnswerProblemCode = keyof typeof answerProblems

/**
 * `finding` for a fault in answers; always blocks.
 *
 * @example answerFinding('unknownAnswer', '/answers/q7', { name: 'q7' }).message // 'unknown question: q7'
 */
export function answerFinding<Code extends AnswerProblemCode>(
  code: Code,
  path: string,
  details: ProblemDetails<Code>,
): Finding<Code> {
  return { code, severity: 'block', path, message: sentenceOf(code, details), details }
}

/** `problem` for misuse where answers are read. */
export function answerProblem<Code extends AnswerProblemCode>(
  code: Code,
  details: ProblemDetails<Code>,
): Problem<Code> {
  return new Problem(code, sentenceOf(code, details), details)
}

function sentenceOf<Code extends AnswerProblemCode>(code: Code, details: ProblemDetails<Code>): string {
  const sentence = answerProblems[code] as (details: ProblemDetails<Code>) => string
  return sentence(details)
}
