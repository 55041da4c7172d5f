import fc from 'fast-check'
import { expect, inject, it } from 'vitest'
import { formatNumber, parseNumber } from '../src/number-text.ts'

it('gives back every number that can be typed, in every language', () => {
  const numbers = fc.oneof(
    fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
    fc
      .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 9 }))
      .map(([n, places]) => n / 10 ** places),
  )
  fc.assert(
    fc.property(numbers, fc.constantFrom('nl', 'en', 'ar', 'pl'), (value, language) => {
      expect(parseNumber(formatNumber(value, language))).toBe(value === 0 ? 0 : value)
    }),
    { seed: 20270101, numRuns: 1000 * inject('sampleFactor') },
  )
})
