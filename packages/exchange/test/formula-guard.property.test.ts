import fc from 'fast-check'
import { expect, inject, it } from 'vitest'
import { guardFormula, unguardFormula } from '../src/formula-guard.ts'

const nasty = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', ' ', '"', 'a', '＝') })

it('gives every text back', () => {
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' })), (text) => {
      expect(unguardFormula(guardFormula(text))).toBe(text)
    }),
    { seed: 2026, numRuns: 2_000 * inject('sampleFactor') },
  )
})

it('never lets a text out that begins like a formula', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      expect(guardFormula(text)).not.toMatch(/^\s*[=+\-@＝]|^[\t\r\n]/)
    }),
    { seed: 2026, numRuns: 2_000 * inject('sampleFactor') },
  )
})
