import fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'
import { bindCondition, bindOperand } from '../../src/condition/bind-source.ts'
import { scopeAtTheEnd } from './known-questions.ts'

const token = fc.oneof(
  fc.constantFrom('{age}', '{care.staff}', '{many}', '{', '}', '(', ')', '[', ']', ',', '!', '+', '-', '^', '%', '='),
  fc.constantFrom(' and ', ' or ', ' anyof ', ' empty', '<>', '=<', "'", '"', '\\', '1', '0x1', '-0', 'true', 'null'),
  fc.constantFrom('sum(', 'iif(', 'toString(', '{__proto__}', '{#age}', '{a:1}', '{$age.x}', '\u0000', '\ud800', 'ß'),
)
const soup = fc.oneof(
  fc.array(token, { maxLength: 30 }).map((tokens) => tokens.join('')),
  fc.tuple(token, fc.integer({ min: 1, max: 1990 })).map(([each, times]) => each.repeat(times).slice(0, 2000)),
)

describe('whatever an author writes', () => {
  it('is either bound or refused with a finding, and never throws', () => {
    fc.assert(
      fc.property(soup, (text) => {
        for (const bind of [bindCondition, bindOperand]) {
          const scope = scopeAtTheEnd()
          expect(bind(text, scope) === undefined).toBe(scope.list.blocked)
        }
      }),
      { seed: 20261125, numRuns: 500 * inject('sampleFactor') },
    )
  })
})
