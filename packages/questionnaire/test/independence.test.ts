import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** What a module imports, and what that imports, by path; packages by name. */
function reachedFrom(module: URL, reached: Set<string> = new Set()): Set<string> {
  if (reached.has(module.href)) return reached
  reached.add(module.href)
  for (const [, source = ''] of readFileSync(module, 'utf8').matchAll(
    /^(?:import|export) (?!type )[^']*from '([^']+)'/gm,
  )) {
    if (!source.startsWith('.')) reached.add(source)
    else if (source.endsWith('.ts')) reachedFrom(new URL(source, module), reached)
  }
  return reached
}

const reached = (path: string): Set<string> => reachedFrom(new URL(`../src/${path}`, import.meta.url))

describe('what runs for every answer', () => {
  it.each([
    'condition/compute.ts',
    'condition/describe-condition.ts',
    'condition/evaluate.ts',
    'condition/variables-in.ts',
    'answers/route.ts',
    'answers/check.ts',
    'answers/check-screen.ts',
    'answers/progress.ts',
    'answers/offered.ts',
    'codebook/codebook.ts',
    'codebook/pack.ts',
    'codebook/unpack.ts',
    'codebook/to-dataset.ts',
    'pattern/match-pattern.ts',
    'text/fill-in.ts',
  ])('needs nothing of survey-core: %s', (path) => {
    expect([...reached(path)]).not.toContain('survey-core')
    expect([...reached(path)]).not.toContain('@eslint-community/regexpp')
  })

  it('is not what compiles', () => {
    expect([...reached('compile/compile.ts')]).toContain('survey-core')
    expect([...reached('compile/compile.ts')]).toContain('@eslint-community/regexpp')
  })
})
