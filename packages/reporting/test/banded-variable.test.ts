import { describe, expect, it } from 'vitest'
import { bandedVariable } from '@klankbord/reporting'
import { datasetOf, testQuestionnaire } from './survey-builder.ts'

const dataset = datasetOf(testQuestionnaire(), [{ age: 17 }, { age: 18 }, { age: 64 }, { age: 65 }, {}])

describe('a number in bands', () => {
  it('puts each number in the band that begins with it and ends before the next', () => {
    const bands = [
      { code: 1, label: { nl: '18 tot 65' }, from: 18, to: 65 },
      { code: 2, label: { nl: '65 en ouder' }, from: 65 },
    ]
    const { column, variable } = bandedVariable(dataset, { variable: 'age', bands })
    expect([...column.codes]).toEqual([-5, 1, 1, 2, -2])
    expect(variable.categories.map((category) => category.code)).toEqual([1, 2])
  })

  it.each([
    [
      'overlap',
      [
        { code: 1, label: {}, to: 66 },
        { code: 2, label: {}, from: 65 },
      ],
    ],
    [
      'share a code',
      [
        { code: 1, label: {}, to: 50 },
        { code: 1, label: {}, from: 50 },
      ],
    ],
    ['are empty', [{ code: 1, label: {}, from: 50, to: 50 }]],
    ['have the code of an empty answer', [{ code: -2, label: {}, from: 50 }]],
  ])('refuses bands that %s', (_, bands) => {
    expect(() => bandedVariable(dataset, { variable: 'age', bands })).toThrow('bands overlap: age')
  })
})
