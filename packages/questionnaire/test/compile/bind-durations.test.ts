import { describe, expect, it } from 'vitest'
import { compile, type Compiled } from '@klankbord/questionnaire'

const elements = [
  { type: 'radiogroup', name: 'waiting', title: 'Wacht u nog?', choices: ['ja', 'nee'] },
  { type: 'text', inputType: 'number', name: 'amount', title: 'Hoe lang?', min: 0 },
  { type: 'text', inputType: 'number', name: 'below', title: 'Hoe lang?', min: -1 },
  { type: 'text', inputType: 'number', name: 'unbound', title: 'Hoe lang?' },
  {
    type: 'radiogroup',
    name: 'unit',
    title: 'In?',
    choices: ['day', 'week', 'month', 'year', { value: -3, missingReason: 'dontKnow', text: 'Weet ik niet' }],
  },
  { type: 'checkbox', name: 'units', title: 'In?', choices: ['day', 'week'] },
]

const timed = (...durations: unknown[]): Compiled =>
  compile({ title: 'Hulp', pages: [{ name: 'p', elements }], durations })

const duration = (extra: object): object => ({
  name: 'wait',
  title: 'Wachttijd',
  amount: 'amount',
  unit: 'week',
  ...extra,
})

describe('a duration', () => {
  it('has a fixed unit, or a question about it, and a condition under which it was not over', () => {
    const { questionnaire, findings } = timed(
      duration({}),
      duration({ name: 'asked', unit: 'unit', censoredIf: "{waiting} = 'ja'" }),
    )
    expect(findings).toEqual([])
    expect(questionnaire?.durations).toEqual([
      { name: 'wait', path: '/durations/0', title: { nl: 'Wachttijd' }, amount: 'amount', unit: { fixed: 'week' } },
      {
        name: 'asked',
        path: '/durations/1',
        title: { nl: 'Wachttijd' },
        amount: 'amount',
        unit: { question: 'unit' },
        censoredIf: { op: 'equal', left: { variable: 'waiting' }, right: { value: 'ja' } },
      },
    ])
  })

  it.each([
    [null, 'wrongPropertyType /durations/0', undefined],
    [duration({ name: 'unit' }), 'duplicateName /durations/0/name', undefined],
    [duration({ title: '' }), 'missingText /durations/0', undefined],
    [duration({ amount: undefined }), 'missingProperty /durations/0', undefined],
    [duration({ unit: '' }), 'missingProperty /durations/0', undefined],
    [duration({ amount: 'amuont' }), 'unknownReference /durations/0/amount', 'amount'],
    [duration({ amount: 'waiting' }), 'unusableReference /durations/0/amount', undefined],
    [duration({ amount: 'below' }), 'amountBelowZero /durations/0/amount', '"min": 0'],
    [duration({ amount: 'unbound' }), 'amountBelowZero /durations/0/amount', '"min": 0'],
    [duration({ unit: 'weeks' }), 'unknownReference /durations/0/unit', 'week'],
    [duration({ unit: 'waiting' }), 'unusableReference /durations/0/unit', undefined],
    [duration({ unit: 'units' }), 'unusableReference /durations/0/unit', undefined],
    [duration({ censoredIf: '{waitng} = 1' }), 'unknownConditionQuestion /durations/0/censoredIf', 'waiting'],
    [duration({ until: 'x' }), 'unknownProperty /durations/0/until', undefined],
  ])('is refused at its place when it cannot be worked out: %j', (written, expected, suggestion) => {
    const { questionnaire, findings } = timed(written)
    expect(findings.map((found) => `${found.code} ${found.path}`)).toEqual([expected])
    expect(findings[0]?.suggestion).toBe(suggestion)
    expect(questionnaire).toBeNull()
  })
})
