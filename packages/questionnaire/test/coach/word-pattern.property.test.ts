import fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'
import { WordPattern } from '../../src/coach/word-pattern.ts'
import { en } from '../../src/coach/words/en.ts'
import { nl } from '../../src/coach/words/nl.ts'
import { referencePattern } from './reference-pattern.ts'

const LISTS = [nl, en].flatMap(listsWithin)
const WORDS = [...new Set(LISTS.flat().flatMap((entry) => entry.split(/[ *…()|]+/)))]
const BETWEEN = [' ', '  ', '\n', ', ', '. ', '-', '? ', '', '5', ' (', ') ', 'é', 'ën ', 'dag ', '*']

/** Texts that are full of what the lists look for, with much between it. */
const text = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...BETWEEN)), { maxLength: 8 })
  .map((pairs) => pairs.flat().join(''))

describe('the lists of the coach', () => {
  it('find in any text what the same lists find as regular expressions', () => {
    const compiled = LISTS.map((entries) => ({
      entries,
      pattern: new WordPattern(entries),
      reference: referencePattern(entries),
    }))
    const anyList = fc.constantFrom(...compiled)
    fc.assert(
      fc.property(anyList, text, ({ pattern, reference }, written) => {
        const first = written.search(reference)
        expect(pattern.isIn(written)).toBe(first >= 0)
        expect(pattern.find(written)[0]?.at ?? -1).toBe(first)
        expect(pattern.opens(written)).toBe(first === 0)
      }),
      { seed: 20_260_722, numRuns: 3000 * inject('sampleFactor') },
    )
  })
})

/** Every list of words within the lists of a language, however deep. */
function listsWithin(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return [value.filter((entry) => typeof entry === 'string')]
  const inner = Object.values(value)
  return inner.every((one) => typeof one === 'string') ? [Object.keys(value)] : inner.flatMap(listsWithin)
}
