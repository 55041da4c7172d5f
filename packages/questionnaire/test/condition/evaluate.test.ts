import { describe, expect, it } from 'vitest'
import type { Condition } from '@klankbord/model'
import { evaluate } from '@klankbord/questionnaire'

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
