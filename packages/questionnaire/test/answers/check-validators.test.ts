import { describe, expect, it } from 'vitest'
import type { Questionnaire } from '@klankbord/model'
import { check, checkScreen, compile } from '@klankbord/questionnaire'
import { asking } from '../definitions/asking.ts'

const questionnaire = compile(
  asking(
    { type: 'text', inputType: 'number', name: 'most', title: 'x' },
    {
      type: 'text',
      inputType: 'number',
      name: 'hours',
      title: 'x',
      validators: [
        { type: 'numeric', minValue: 1, maxValue: 80 },
        { type: 'expression', expression: '{hours} <= {most}', text: 'Dat is te veel.' },
      ],
    },
    {
      type: 'multipletext',
      name: 'contact',
      title: 'x',
      items: [
        { name: 'mail', title: 'x', validators: [{ type: 'email' }] },
        { name: 'code', title: 'x', validators: [{ type: 'regex', regex: '^[a-z]+$', caseInsensitive: true }] },
      ],
    },
  ),
).questionnaire as Questionnaire

const findings = (answers: object): unknown[] => {
  const result = check(questionnaire, answers)
  return result.ok ? [] : result.findings.map(({ code, path, details }) => [code, path, details])
}

describe('what an author asks of an answer', () => {
  it('is a range, and the finding says where it stands', () => {
    expect(findings({ hours: 81 })).toEqual([
      ['aboveMaximum', '/answers/hours', { name: 'hours', maximum: 80, validator: '/pages/0/elements/1/validators/0' }],
    ])
    expect(findings({ most: 80, hours: 80 })).toEqual([])
  })

  it('can look at other answers, once all of them are known', () => {
    const details = { name: 'hours', validator: '/pages/0/elements/1/validators/1' }
    expect(findings({ hours: 5, most: 4 })).toEqual([['expressionNotMet', '/answers/hours', details]])
    expect(findings({ most: 5, hours: 5 })).toEqual([])
    expect(findings({ most: 4 })).toEqual([])
    expect(checkScreen(questionnaire, 'hours', { most: 4 }, { hours: 5 }).ok).toBe(false)
    expect(checkScreen(questionnaire, 'hours', { most: 4, hours: 5 }, { hours: 3 }).ok).toBe(true)
  })

  it('holds for an item of several', () => {
    expect(findings({ contact: { mail: 'jan@example.org', code: 'ABc' } })).toEqual([])
    expect(findings({ contact: { mail: 'jan', code: 'a1' } }).map((found) => (found as unknown[])[1])).toEqual([
      '/answers/contact/mail',
      '/answers/contact/code',
    ])
  })
})
