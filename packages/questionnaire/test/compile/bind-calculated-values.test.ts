import { describe, expect, it } from 'vitest'
import { compile, type Compiled } from '@klankbord/questionnaire'

const number = (name: string, extra: object = {}): object => ({
  type: 'text',
  inputType: 'number',
  name,
  title: name,
  ...extra,
})

const calculating = (calculatedValues: unknown, ...elements: object[]): Compiled =>
  compile({
    title: 'Hulp',
    pages: [{ name: 'p', elements: [number('hours'), number('weeks'), ...elements] }],
    calculatedValues,
  })

const faultsOf = (compiled: Compiled): string[] => compiled.findings.map((found) => `${found.code} ${found.path}`)

describe('a calculated value', () => {
  it('is bound with its type, and kept where the author says so', () => {
    const { questionnaire, findings } = calculating([
      { name: 'total', expression: '{hours} * {weeks}', includeIntoResult: true },
    ])
    expect(findings).toEqual([])
    expect(questionnaire?.calculatedValues).toEqual([
      {
        name: 'total',
        path: '/calculatedValues/0',
        value: { calculate: 'times', of: [{ variable: 'hours' }, { variable: 'weeks' }] },
        valueType: 'number',
        kept: true,
      },
    ])
  })

  it('of words is no variable, and its author hears that', () => {
    const named = { name: 'unit', expression: "iif({hours} > 1, 'uren', 'uur')" }
    const { questionnaire, findings } = calculating([{ ...named, includeIntoResult: true }])
    expect(findings.map(({ code, path, severity }) => [severity, code, path])).toEqual([
      ['hint', 'wordsNotKept', '/calculatedValues/0/includeIntoResult'],
    ])
    expect(questionnaire?.calculatedValues).toMatchObject([{ name: 'unit', valueType: 'string', kept: false }])
    expect(questionnaire?.hash).toBe(calculating([named]).questionnaire?.hash)
  })

  it('may need one that is written after it', () => {
    const { questionnaire, findings } = calculating([
      { name: 'c', expression: '{b} + {a}' },
      { name: 'b', expression: '{a} + 1' },
      { name: 'a', expression: '{hours} + 1' },
    ])
    expect(findings).toEqual([])
    expect(questionnaire?.calculatedValues?.map(({ name }) => name)).toEqual(['a', 'b', 'c'])
  })

  it('is there for conditions on screens after what it needs, and not before', () => {
    const values = [{ name: 'total', expression: '{hours} * {weeks}' }]
    const asked = calculating(values, number('why', { visibleIf: '{total} > 40' }))
    expect(asked.findings).toEqual([])
    expect(asked.questionnaire?.questions[2]?.visibleIf).toEqual({
      op: 'greater',
      left: { variable: 'total' },
      right: { value: 40 },
    })
    const early = calculating(
      [{ name: 'total', expression: '{last}' }],
      number('why', { visibleIf: '{total} > 4' }),
      number('last'),
    )
    expect(faultsOf(early)).toEqual(['conditionLooksAhead /pages/0/elements/2/visibleIf'])
  })

  it('is refused in a circle, which is named once', () => {
    const { findings } = calculating([
      { name: 'a', expression: '{b} + 1' },
      { name: 'b', expression: '{c} + {hours}' },
      { name: 'c', expression: '{a} + 1' },
      { name: 'behind', expression: '{c} * 2' },
    ])
    expect(findings).toMatchObject([
      {
        code: 'circularReference',
        path: '/calculatedValues/0/expression',
        message: 'calculated values need each other: a, b, c, a',
      },
    ])
  })

  it('is refused when it needs itself', () => {
    expect(calculating([{ name: 'a', expression: '{a} + 1' }]).findings).toMatchObject([
      { code: 'circularReference', message: 'calculated value needs itself: a' },
    ])
  })

  it.each([
    [{}, 'wrongPropertyType /calculatedValues'],
    [['x'], 'wrongPropertyType /calculatedValues/0'],
    [[{ expression: '{hours}' }], 'missingProperty /calculatedValues/0'],
    [[{ name: 'a' }], 'missingProperty /calculatedValues/0'],
    [[{ name: 'A b', expression: '{hours}' }], 'malformedName /calculatedValues/0/name'],
    [[{ name: 'hours', expression: '{weeks}' }], 'duplicateName /calculatedValues/0/name'],
    [[{ name: 'a', expression: '{hours' }], 'malformedCondition /calculatedValues/0/expression'],
    [[{ name: 'a', expression: '{hour} + 1' }], 'unknownConditionQuestion /calculatedValues/0/expression'],
    [[{ name: 'a', expression: '{hours}', title: 'A' }], 'unknownProperty /calculatedValues/0/title'],
    [
      Array.from({ length: 101 }, (_, index) => ({ name: `v${index}`, expression: '1' })),
      'definitionTooLarge /calculatedValues',
    ],
  ])('is refused at its place when it is wrong: %j', (values, expected) => {
    expect(faultsOf(calculating(values))).toContain(expected)
  })

  it('is suggested when a name is nearly right, and complained of once', () => {
    const { findings } = calculating(
      [{ name: 'a', expression: '{hour} + 1' }],
      number('why', { visibleIf: '{a} > 4', title: 'Na {a}' }),
    )
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ code: 'unknownConditionQuestion', suggestion: 'hours' })
  })
})

describe('conditions of questions', () => {
  it('cannot go round in a circle: whatever would, looks ahead somewhere', () => {
    const first = number('first', { visibleIf: '{second} > 1' })
    const second = number('second', { visibleIf: '{first} > 1' })
    expect(faultsOf(calculating([], first, second))).toEqual(['conditionLooksAhead /pages/0/elements/2/visibleIf'])
    const itself = number('itself', { visibleIf: '{itself} > 1' })
    expect(faultsOf(calculating([], itself))).toEqual(['conditionLooksAhead /pages/0/elements/2/visibleIf'])
    const around = calculating([{ name: 'a', expression: '{first}' }], number('first', { visibleIf: '{a} > 1' }))
    expect(faultsOf(around)).toEqual(['conditionLooksAhead /pages/0/elements/2/visibleIf'])
  })

  it('is read together with all conditions up to a limit only', () => {
    const expression = Array.from({ length: 200 }, () => '{hours}').join(' + ')
    const many = (count: number): readonly object[] =>
      Array.from({ length: count }, (_, place) => ({ name: `c${place}`, expression }))
    const fitting = Math.floor(100_000 / expression.length)
    expect(faultsOf(calculating(many(fitting)))).toEqual([])
    expect(faultsOf(calculating(many(fitting + 1)))).toEqual(['definitionTooLarge /pages'])
    expect(faultsOf(calculating(many(fitting), number('q', { visibleIf: `${expression} > 1` })))).toEqual([
      'definitionTooLarge /pages',
    ])
  })
})
