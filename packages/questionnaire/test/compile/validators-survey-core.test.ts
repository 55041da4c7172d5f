import { Model } from 'survey-core'
import { describe, expect, it } from 'vitest'
import { compile } from '@klankbord/questionnaire'
import { matchesPattern } from '../../src/pattern/match-pattern.ts'

/** What survey-core 3.0.0 says of an answer to a question with one validator. */
function lets(validator: object, answer: unknown): boolean {
  const model = new Model({ elements: [{ type: 'comment', name: 'q1', validators: [validator] }] })
  model.data = { q1: answer }
  const valid = model.validate(true, false)
  model.dispose()
  return valid
}

/** What our pattern says. */
function ours(validator: object, answer: string): boolean | string {
  const { questionnaire, findings } = compile({
    title: 'x',
    pages: [{ name: 'p', elements: [{ type: 'comment', name: 'q1', title: 'x', validators: [validator] }] }],
  })
  const compiled = questionnaire?.questions[0]?.validators?.[0]
  if (compiled?.type !== 'pattern') return findings[0]?.code ?? 'no pattern'
  return matchesPattern(compiled.steps, answer)
}

const regex = (pattern: string, caseInsensitive = false): object => ({ type: 'regex', regex: pattern, caseInsensitive })

describe('a pattern, beside survey-core', () => {
  const TEXTS = [
    '1234 AB',
    '1234ab',
    'jan@buurt.nl',
    'Noor',
    'a b',
    'aaaa',
    '06-12345678',
    '{x}',
    'é',
    '2026-05-31',
    '.',
  ]
  it.each([
    regex('^[1-9][0-9]{3} ?[A-Z]{2}$'),
    regex('^[1-9][0-9]{3} ?[A-Z]{2}$', true),
    regex('^[^@\\s]+@[^@\\s]+\\.[a-z]{2,}$'),
    regex('^0[0-9]-?\\d{8}$'),
    regex('^\\d{4}-\\d{2}-\\d{2}$'),
    regex('\\bab\\b', true),
    regex('^(a|aa)+$'),
    regex('^\\W$'),
    regex('[A-Z]'),
  ])('means the same: %j', (validator) => {
    expect(TEXTS.map((text) => ours(validator, text))).toEqual(TEXTS.map((text) => lets(validator, text)))
  })

  it('differs on purpose: survey-core reads it without the flag u', () => {
    expect([lets(regex('^.$'), '😀'), ours(regex('^.$'), '😀')]).toEqual([false, true])
    expect([lets(regex('^\\p{L}+$'), 'Zoë'), ours(regex('^\\p{L}+$'), 'Zoë')]).toEqual([false, true])
    expect([lets(regex('^\u00DF$', true), '\u1E9E'), ours(regex('^\u00DF$', true), '\u1E9E')]).toEqual([false, true])
    expect([lets(regex('\\@'), 'a@b'), ours(regex('\\@'), 'a@b')]).toEqual([true, 'badPattern'])
    expect([lets(regex('a(?=b)'), 'ab'), ours(regex('a(?=b)'), 'ab')]).toEqual([true, 'unsupportedPattern'])
  })
})

describe('a validator of survey-core, as measured', () => {
  it('lets an empty answer pass, whatever it asks for: ours is never asked then', () => {
    for (const validator of [
      { type: 'text', minLength: 5 },
      { type: 'email' },
      regex('^x$'),
      { type: 'numeric', minValue: 5 },
    ])
      expect([validator, lets(validator, undefined)]).toEqual([validator, true])
  })

  it('that allows no digits looks at the end only: ours looks everywhere', () => {
    const noDigits = { type: 'text', allowDigits: false }
    expect([lets(noDigits, 'huis 12'), lets(noDigits, '12 huizen')]).toEqual([false, true])
  })
})
