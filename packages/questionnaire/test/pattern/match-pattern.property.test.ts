import fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'
import { compilePattern } from '../../src/pattern/compile-pattern.ts'
import { matchesPattern, runPattern } from '../../src/pattern/match-pattern.ts'
import { stepsOf } from './patterns.ts'

/** Letters with twins in the other case, a letter of two UTF-16 units, digits, spaces and a line end. */
const CHARACTERS = ['a', 'A', 'b', 'k', 's', 'é', 'É', 'ß', 'σ', '1', '_', ' ', '\n', '-', '😀', '\u00a0']
/** The kelvin sign and the long s: letters of a word only where case is ignored, which `wordBoundary` leaves out. */
const ODD = ['\u212A', '\u017F']

const one = fc.oneof(
  fc.constantFrom('a', 'b', 'K', 's', 'é', 'ß', 'Σ', '1', '_', ' ', '-', '😀', '\\u{1F600}', '\\x41', '\\cJ', '\\-'),
  fc.constantFrom('.', '\\d', '\\D', '\\w', '\\W', '\\s', '\\S', '\\p{L}', '\\P{L}', '\\p{Lu}', '\\P{Ll}', '\\p{N}'),
  fc.constantFrom(
    '[ab]',
    '[^ab]',
    '[a-z]',
    '[^A-Z1]',
    '[\\w-]',
    '[^\\W]',
    '[^\\P{Lu}]',
    '[\\P{Lu}k]',
    '[^\\S\\d]',
    '[^]',
  ),
)
const pattern = fc.letrec<{ alternatives: string; sequence: string; part: string; group: string }>((tie) => ({
  alternatives: fc.oneof(
    { maxDepth: 3 },
    tie('sequence'),
    fc.array(tie('sequence'), { minLength: 2, maxLength: 3 }).map((all) => all.join('|')),
  ),
  sequence: fc.array(tie('part'), { maxLength: 4 }).map((all) => all.join('')),
  part: fc.oneof(
    { maxDepth: 3 },
    fc.oneof(one, fc.constantFrom('^', '$', '\\b', '\\B')),
    fc
      .tuple(fc.oneof(one, tie('group')), fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '{0,2}?', '{2,}', '*?', '{0}'))
      .map((all) => all.join('')),
    tie('group'),
  ),
  group: fc
    .tuple(fc.constantFrom('(', '(?:', '(?<n>'), tie('alternatives'))
    .map(([open, inner]) => `${open}${inner.replaceAll('(?<n>', '(')})`),
})).alternatives

const someText = fc.array(fc.constantFrom(...CHARACTERS, ...ODD), { maxLength: 9 }).map((all) => all.join(''))

/** What RegExp takes at all: without two groups of one name, and with `-` escaped in a class only. */
function native(source: string, flags: string): RegExp | null {
  // Since ECMAScript 2025 two alternatives may share a name, and newer engines take it; authors write as in 2024.
  if (source.split('(?<n>').length > 2) return null
  try {
    return new RegExp(source, flags)
  } catch {
    return null
  }
}

/** What a pattern says of texts, by us and by RegExp: the kind of fault where it is refused. */
function bothOf(source: string, texts: readonly string[], ignore: boolean): readonly [unknown, unknown, string[]] {
  const expected = native(source, ignore ? 'iu' : 'u')
  const compiled = compilePattern(source, ignore)
  if (!expected || 'fault' in compiled)
    return ['fault' in compiled && compiled.fault, expected ? 'tooLarge' : 'syntax', []]
  // V8 also looks for a boundary between the halves of a pair, where the standard has no place.
  const written = /\\b/i.test(source) ? texts.map((text) => text.replaceAll(/[\u212A\u017F]|😀/gu, 'k')) : [...texts]
  return [
    written.map((text) => matchesPattern(compiled.steps, text)),
    written.map((text) => expected.test(text)),
    written,
  ]
}

describe('a pattern over a text', () => {
  it('matches exactly where RegExp does', () => {
    const seen = { true: 0, false: 0, refused: 0 }
    fc.assert(
      fc.property(
        pattern,
        fc.array(someText, { minLength: 5, maxLength: 5 }),
        fc.boolean(),
        (source, texts, ignore) => {
          const [ours, theirs, written] = bothOf(source, texts, ignore)
          expect([written, ours]).toEqual([written, theirs])
          if (Array.isArray(ours)) for (const matches of ours) seen[matches === true ? 'true' : 'false'] += 1
          else seen.refused += 1
        },
      ),
      { seed: 20260511, numRuns: 2000 * inject('sampleFactor') },
    )
    expect(Math.min(seen.true, seen.false)).toBeGreaterThan(1000)
    expect(seen.refused).toBeLessThan(seen.true + seen.false)
  })

  it('visits each step at most once per character, whatever is written', () => {
    fc.assert(
      fc.property(pattern, someText, (source, written) => {
        const compiled = compilePattern(source, false)
        if ('fault' in compiled) return
        const { visits } = runPattern(compiled.steps, written)
        expect(visits).toBeLessThanOrEqual(compiled.steps.length * (Array.from(written).length + 1))
      }),
      { seed: 20260512, numRuns: 500 * inject('sampleFactor') },
    )
  })
})

describe('a pattern that takes RegExp hours', () => {
  it.each(['^(a+)+$', '^(a|aa)+$', '^(a*)*b$', '(.*)*x(.*)*y', '^((a?){20}){2}$'])(
    'takes no more per character of a long answer than of a short one: %s',
    (source) => {
      const steps = stepsOf(source)
      for (const length of [28, 10_000]) {
        const { matches, visits } = runPattern(steps, `${'a'.repeat(length)}!`)
        expect(matches).toBe(false)
        expect(visits / (length + 2)).toBeLessThanOrEqual(steps.length)
      }
    },
  )

  it('still matches what it says', () => {
    expect(matchesPattern(stepsOf('^(a+)+$'), 'a'.repeat(10_000))).toBe(true)
    expect(matchesPattern(stepsOf('^(a|aa)+$'), 'a'.repeat(9999))).toBe(true)
  })
})
