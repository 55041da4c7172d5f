import { RegExpParser, RegExpSyntaxError, type AST } from '@eslint-community/regexpp'
import { buildSteps, type BuiltSteps, type PatternFault } from './build-steps.ts'
import { MOST_STEPS } from './pattern-room.ts'

/** The steps of a pattern, or why it is refused: `syntax` where it is no regular expression. */
export type CompiledPattern =
  BuiltSteps | PatternFault | { readonly fault: 'syntax'; readonly reason: string; readonly suggestion?: string }

const MOST_CHARACTERS = 1000
const parser = new RegExpParser({ ecmaVersion: 2024 })

/**
 * Compiles a regular expression of ECMAScript, read with the flag `u`, to steps that run in linear time. Groups only
 * group. What looks around itself or refers back to a group cannot run in linear time and is refused, and so is what
 * takes more than `most` steps; a set with many ranges counts for several steps.
 *
 * @example compilePattern('^[1-9]\\d{3} ?[a-z]{2}$', true) // { steps: [{ at: 'start', to: 1 }, …], weight: 11 }
 */
export function compilePattern(pattern: string, caseInsensitive: boolean, most: number = MOST_STEPS): CompiledPattern {
  if (pattern.length > MOST_CHARACTERS) return { fault: 'tooLarge', what: 'characters', most: MOST_CHARACTERS }
  const parsed = parse(pattern)
  if ('alternatives' in parsed) return buildSteps(parsed, caseInsensitive, Math.min(most, MOST_STEPS))
  const lighter = pattern.replace(NEEDLESS_ESCAPE, '$1$2')
  const helps = lighter !== pattern && 'alternatives' in parse(lighter)
  return { fault: 'syntax', reason: parsed.reason, ...(helps && { suggestion: lighter }) }
}

/** Without the flag `u` many a character may be escaped that means the same without: \@ and \- outside a class. */
const NEEDLESS_ESCAPE = /(\\[\w^$\\.*+?()[\]{}|/])|\\(.)/gsu

function parse(pattern: string): AST.Pattern | { readonly reason: string } {
  try {
    return parser.parsePattern(pattern, 0, pattern.length, { unicode: true })
  } catch (cause) {
    if (!(cause instanceof RegExpSyntaxError)) throw cause
    const reason = cause.message.slice(cause.message.lastIndexOf(':') + 1).trim()
    return { reason: `${reason.charAt(0).toLowerCase()}${reason.slice(1)}, after ${cause.index} characters` }
  }
}
