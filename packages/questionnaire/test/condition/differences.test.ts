import { ExpressionRunner } from 'survey-core'
import { afterEach, describe, expect, it } from 'vitest'
import type { Answers } from '@klankbord/model'
import { compute } from '@klankbord/questionnaire'
import { bindOperand } from '../../src/condition/bind-source.ts'
import { scopeAtTheEnd, TODAY } from './known-questions.ts'

// Other files share the worker, also when a test fails.
afterEach(() => {
  process.env['TZ'] = 'UTC'
})

describe('a listed difference from survey-core in what an expression gives', () => {
  const ours = (text: string, answers: Answers = {}) => {
    const bound = bindOperand(text, scopeAtTheEnd())
    return bound && compute(bound.operand, answers, { today: TODAY })
  }
  const theirs = (text: string, answers: Answers = {}): unknown => new ExpressionRunner(text).runValues({ ...answers })

  it('is that what is no finite number is not there', () => {
    expect([theirs('round({age})'), ours('round({age})')]).toEqual([Number.NaN, null])
    expect([theirs('0 ^ -1'), ours('0 ^ -1')]).toEqual([Number.POSITIVE_INFINITY, null])
  })

  it('is that a condition gives true or false', () => {
    expect([theirs('{yes} and true'), ours('{yes} and {sure}')]).toEqual([0, false])
  })

  it('is that digits of an exponent are no decimals', () => {
    const tiny = { age: 4.4e-16, weight: 1e21 }
    expect([theirs('trunc({age})', tiny), ours('trunc({age})', tiny)]).toEqual([4, 0])
    expect([theirs('trunc({weight})', tiny), ours('trunc({weight}, 2)', tiny)]).toEqual([1, 1e21])
  })

  it('is that a date has a year of four digits', () => {
    const far = { birth: '2000-01-31', age: 9000 }
    expect(theirs("dateAdd({birth}, {age}, 'years')", far)).toEqual(new Date('+011000-01-31T00:00:00'))
    expect(ours("dateAdd({birth}, {age}, 'years')", far)).toBeNull()
  })

  it('is that a month begins on its first day in every time zone', () => {
    process.env['TZ'] = 'America/Paramaribo'
    const month = { since: '2026-03' }
    expect([theirs('month({since})', month), ours('month({since})', month)]).toEqual([2, 3])
  })
})
