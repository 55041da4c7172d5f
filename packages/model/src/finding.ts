import { sentenceOf, type ProblemCode, type ProblemDetails } from './problem.ts'

/**
 * A fault in data, returned and never thrown. `path` is a JSON pointer into what was checked
 * ("/pages/0/elements/2/choices/1", or "/answers/q7").
 */
export interface Finding<Code extends ProblemCode = ProblemCode> {
  readonly code: Code
  /** A blocking finding stops publishing or storing; a hint only advises. */
  readonly severity: 'block' | 'hint'
  readonly path: string
  /** English, for developers and logs; screens translate by code and details. */
  readonly message: string
  readonly details: ProblemDetails<Code>
  /** What was probably meant, where that can be guessed. */
  readonly suggestion?: string
}

/**
 * Makes a finding whose sentence comes from the registry.
 *
 * @example finding('unknownAnswer', '/answers/q7', { name: 'q7' }).severity // 'block'
 */
export function finding<Code extends ProblemCode>(
  code: Code,
  path: string,
  details: ProblemDetails<Code>,
  options: { readonly severity?: 'block' | 'hint'; readonly suggestion?: string } = {},
): Finding<Code> {
  return {
    code,
    severity: options.severity ?? 'block',
    path,
    message: sentenceOf(code, details),
    details,
    ...(options.suggestion === undefined ? {} : { suggestion: options.suggestion }),
  }
}

/**
 * Appends keys to a JSON pointer (RFC 6901), escaping `~` and `/`.
 *
 * @example pointer('/pages', 0, 'a/b') // '/pages/0/a~1b'
 */
export function pointer(base: string, ...keys: readonly (string | number)[]): string {
  return base + keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
