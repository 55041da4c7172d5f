import { describe, expect, it } from 'vitest'
import type { CalculatedValue, Note, Operand } from '@klankbord/model'
import { check, route } from '@klankbord/questionnaire'
import { options, question, questionnaireOf } from '../definitions/by-hand.ts'

const variable = (name: string): Operand => ({ variable: name })
const plus = (left: Operand, right: Operand): Operand => ({ calculate: 'plus', of: [left, right] })
const value = (name: string, operand: Operand, kept: boolean): CalculatedValue => ({
  name,
  path: '',
  value: operand,
  valueType: 'number',
  kept,
})
const shown = (name: string, operand: Operand, more: Partial<Note> = {}): Note =>
  ({ type: 'expression', name, path: '', title: { nl: 'x' }, value: operand, valueType: 'number', ...more }) as Note

const household = questionnaireOf(
  [
    question({ type: 'boolean', name: 'partner', options: options(true, false) }),
    question({ type: 'number', name: 'own' }),
    question({
      type: 'number',
      name: 'other',
      visibleIf: { op: 'equal', left: variable('partner'), right: { value: true } },
    }),
    question({
      type: 'text',
      name: 'rich',
      maxLength: 9,
      visibleIf: { op: 'greater', left: variable('twice'), right: { value: 10 } },
    }),
  ],
  {
    calculatedValues: [
      value('together', plus(variable('own'), variable('other')), true),
      value('twice', plus(variable('together'), variable('together')), false),
      value('theirs', plus(variable('other'), { value: 0 }), true),
      value('fixed', { call: 'year', of: [{ call: 'today', of: [] }] }, true),
    ],
    notes: [
      shown('sum', variable('together')),
      shown('hidden', variable('own'), {
        visibleIf: { op: 'equal', left: variable('partner'), right: { value: true } },
      }),
      shown('words', { value: 'x' }, { valueType: 'string' } as Partial<Note>),
    ],
  },
)
const TODAY = { today: '2026-05-31' }

describe('a value that is worked out', () => {
  it('is kept beside the answers, and never taken from them', () => {
    const result = check(household, { partner: true, own: 2, other: 5, rich: 'ja' }, TODAY)
    expect(result.ok && result.checked.derived).toEqual({ together: 7, theirs: 5, fixed: 2026, sum: 7, hidden: 2 })
    const forged = check(household, { own: 2, together: 99, sum: 99 }, TODAY)
    expect(forged.ok ? [] : forged.findings.map(({ path }) => path)).toEqual(['/answers/together', '/answers/sum'])
  })

  it('opens doors, by way of another one too', () => {
    expect(route(household, { partner: true, own: 2, other: 5 }, TODAY).asked.has('rich')).toBe(true)
    expect(route(household, { partner: false, own: 2, other: 5 }, TODAY).asked.has('rich')).toBe(false)
  })

  it('that needs no answer opens the very first question, and its options', () => {
    const year = value('year', { call: 'year', of: [{ call: 'today', of: [] }] }, false)
    const since2020 = { op: 'greater', left: variable('year'), right: { value: 2020 } } as const
    const first = question({
      type: 'radiogroup',
      name: 'first',
      visibleIf: since2020,
      options: options('a', { value: 'b', visibleIf: since2020 }),
    })
    const questionnaire = questionnaireOf([first], { calculatedValues: [year] })
    expect(check(questionnaire, { first: 'b' }, TODAY).ok).toBe(true)
    expect(check(questionnaire, { first: 'b' }, { today: '2020-05-31' }).ok).toBe(false)
  })

  it('was not asked when nothing that it needs was, or when it was not shown', () => {
    const result = check(household, { partner: false }, TODAY)
    expect(result.ok && result.checked.empties).toMatchObject({ theirs: 'notAsked', hidden: 'notAsked' })
    expect(result.ok && result.checked.empties['own']).toBe('skipped')
  })

  it('needs to be told the date when it reads it', () => {
    expect(() => check(household, {})).toThrow('date is missing: today needs a clock')
  })

  it('is on the route also when it is words or is not kept', () => {
    expect(route(household, { partner: false, own: 2 }, TODAY).derived).toMatchObject({ words: 'x' })
    expect(route(household, { partner: true, own: 2, other: 5 }, TODAY).derived).toMatchObject({ twice: 14 })
  })
})
