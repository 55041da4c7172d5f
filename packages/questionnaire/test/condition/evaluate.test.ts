import { describe, expect, it } from 'vitest'
import type { Condition } from '@klankbord/model'
import { compute, evaluate } from '@klankbord/questionnaire'
import { bindCondition } from '../../src/condition/bind-source.ts'
import { scopeAtTheEnd } from './known-questions.ts'

const of = (op: 'contains' | 'notContains'): Condition => ({
  op,
  left: { variable: 'many' },
  right: { variable: 'one' },
})

describe('a condition on answers that are not there', () => {
  it('does not take what every object inherits for an answer', () => {
    expect(evaluate({ op: 'notEmpty', left: { variable: 'constructor' } }, {})).toBe(false)
  })

  it('says of two open questions neither that one contains the other nor that it does not', () => {
    expect([evaluate(of('contains'), {}), evaluate(of('notContains'), {})]).toEqual([false, false])
  })

  it('says of one open question that it does not contain an answer', () => {
    expect([evaluate(of('contains'), { one: 1 }), evaluate(of('notContains'), { one: 1 })]).toEqual([false, true])
    expect([evaluate(of('contains'), { many: [1] }), evaluate(of('notContains'), { many: [1] })]).toEqual([false, true])
  })
})

it('says that lists are equal whatever their order', () => {
  const equal: Condition = { op: 'equal', left: { variable: 'many' }, right: { value: [1, 2] } }
  expect([[2, 1], [1], [1, 2, 3]].map((many) => evaluate(equal, { many }))).toEqual([true, false, false])
})

describe('an expression that reads the date', () => {
  const age = { call: 'age', of: [{ variable: 'birth' }] } as const

  it('needs a clock, and says so', () => {
    expect(() => compute(age, { birth: '2000-03-16' })).toThrow('date is missing: age needs a clock')
    expect(compute(age, { birth: '2000-03-16' }, { today: '2026-03-15' })).toBe(25)
    expect(compute(age, { birth: '2000-03-15' }, { today: '2026-03-15' })).toBe(26)
  })

  it('needs none where nothing is answered that the date would be compared with', () => {
    expect(compute(age, {})).toBeNull()
  })
})

describe('a part of an answer', () => {
  it('is looked up in the row, the item or the same panel', () => {
    const answers = { care: { staff: 2 } }
    expect(compute({ variable: 'care', part: 'staff' }, answers)).toBe(2)
    expect(compute({ variable: 'care', part: 'food' }, answers)).toBeNull()
    expect(compute({ variable: 'care', part: 'toString' }, answers)).toBeNull()
    expect(compute({ variable: 'size', panel: true }, { size: 1 }, undefined, { size: 2 })).toBe(2)
    expect(compute({ variable: 'size', panel: true }, { size: 1 })).toBeNull()
  })
})

it.each([
  ['2026-02', true],
  ['2026-03', true],
  ['2026-04', false],
  ['2025-12', true],
  ['2027-01', false],
])('knows whether the month %s is not in the future: %s', (since, expected) => {
  const scope = scopeAtTheEnd()
  const condition = bindCondition('year({since}) * 12 + month({since}) <= year() * 12 + month()', scope)
  for (const today of ['2026-03-01', '2026-03-31'])
    expect(condition && evaluate(condition, { since }, { today })).toBe(expected)
})
