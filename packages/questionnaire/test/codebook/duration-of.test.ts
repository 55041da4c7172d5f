import { describe, expect, it } from 'vitest'
import type { Duration, Questionnaire } from '@klankbord/model'
import { check } from '../../src/answers/check.ts'
import { durationOf } from '../../src/codebook/duration-of.ts'
import { everyElement } from './every-element.ts'

const waited: Duration = {
  name: 'waited',
  path: '/durations/0',
  title: { nl: 'Wachttijd' },
  amount: 'amount',
  unit: { question: 'unit' },
  censoredIf: { op: 'equal', left: { variable: 'yes' }, right: { value: true } },
}
const questionnaire: Questionnaire = { ...everyElement, durations: [waited] }

describe('how long somebody waited', () => {
  it('is an amount in a unit, in days', () => {
    expect(durationOf(waited, questionnaire, { amount: 3, unit: 'month' })).toEqual({
      amount: 3,
      unit: 'month',
      days: 91.310625,
      censored: false,
    })
    const weeks: Duration = { ...waited, unit: { fixed: 'week' } }
    expect(durationOf(weeks, questionnaire, { amount: 2 })).toMatchObject({ unit: 'week', days: 14 })
  })

  it('took at least so long for somebody who waits still', () => {
    expect(durationOf(waited, questionnaire, { amount: 1, unit: 'week', yes: true })?.censored).toBe(true)
    expect(durationOf(waited, questionnaire, { amount: 1, unit: 'week', yes: false })?.censored).toBe(false)
  })

  it('may be over by a value that is worked out', () => {
    const calculatedValues = [
      { name: 'still', path: '', value: { variable: 'yes' }, valueType: 'boolean' as const, kept: false },
    ]
    const censoredIf = { op: 'equal' as const, left: { variable: 'still' }, right: { value: true } }
    const answers = { amount: 1, unit: 'week', yes: true }
    expect(durationOf({ ...waited, censoredIf }, { ...questionnaire, calculatedValues }, answers)?.censored).toBe(true)
  })

  it('is unknown without an amount or a unit', () => {
    for (const answers of [{}, { amount: 3 }, { unit: 'week' }, { amount: 3, unit: 'dk' }])
      expect(durationOf(waited, questionnaire, answers)).toBeNull()
  })

  it('comes with the answers that were checked', () => {
    const result = check(questionnaire, { amount: 1, unit: 'week', yes: true })
    expect(result.ok && result.checked.durations).toEqual({ waited: { days: 7, censored: true } })
    const without = check(questionnaire, { amount: 1 })
    expect(without.ok && without.checked).not.toHaveProperty('durations')
  })
})
