import type { PatternStep } from '@klankbord/model'
import { compilePattern } from '../../src/pattern/compile-pattern.ts'

/** The steps of a pattern that is taken. */
export function stepsOf(pattern: string, caseInsensitive = false): readonly PatternStep[] {
  const compiled = compilePattern(pattern, caseInsensitive)
  if ('fault' in compiled) throw new Error(`${pattern}: ${JSON.stringify(compiled)}`)
  return compiled.steps
}
