import { describe, expect, it } from 'vitest'
import { codebook } from '../../src/codebook/codebook.ts'
import { everyElement, QUESTIONS } from './every-element.ts'
import { allVariables, variablesOf } from '../../src/codebook/variables-of.ts'

const namesOf = (name: string): readonly string[] => {
  const question = QUESTIONS.find((candidate) => candidate.name === name)
  return question ? variablesOf(question).map((variable) => `${variable.type} ${variable.name}`) : []
}

describe('the variables of a question', () => {
  it('are one for a simple question, and one more for words beside "other"', () => {
    expect(namesOf('radio')).toEqual(['single radio', 'text radio__other'])
    expect(namesOf('ticks')).toEqual(['multiple ticks', 'text ticks__other'])
    expect(['yes', 'amount', 'day', 'since', 'mail', 'signed'].map(namesOf)).toEqual([
      ['single yes'],
      ['numeric amount'],
      ['date day'],
      ['date since'],
      ['text mail'],
      ['text signed'],
    ])
  })

  it('are one for each row and each item', () => {
    expect(namesOf('care')).toEqual(['single care__listened', 'single care__2', 'single care__quick'])
    expect(namesOf('several')).toEqual([
      'text several__first',
      'numeric several__second',
      'date several__third',
      'date several__fourth',
    ])
  })

  it('are one for each ranked option: by its value, or by its place where a value cannot stand in a name', () => {
    expect(namesOf('rank')).toEqual(['single rank__rood', 'single rank__groen', 'single rank__blauw'])
    expect(namesOf('order')).toEqual(['single order__1', 'single order__2', 'single order__3'])
  })

  it('are the number of panels, and each question as often as there may be panels', () => {
    expect(namesOf('helpers').slice(0, 8)).toEqual([
      'numeric helpers__count',
      'single helpers__1__who',
      'text helpers__1__who__other',
      'multiple helpers__1__what',
      'numeric helpers__1__hours',
      'date helpers__1__began',
      'text helpers__1__why',
      'single helpers__2__who',
    ])
    expect(namesOf('helpers')).toHaveLength(1 + 3 * 6)
  })

  it('are followed by the values that are worked out and kept, and by durations', () => {
    expect(allVariables(everyElement).slice(-5)).toEqual([
      { name: 'often', type: 'single', source: { name: 'often', kind: 'derived' } },
      { name: 'moment', type: 'date', source: { name: 'moment', kind: 'derived' } },
      { name: 'word', type: 'text', source: { name: 'word', kind: 'derived' } },
      { name: 'shown', type: 'numeric', source: { name: 'shown', kind: 'derived' } },
      { name: 'waited', type: 'duration', source: { name: 'waited', kind: 'duration', of: ['amount', 'unit'] } },
    ])
  })

  it('all have another name, and stand in the codebook in this order', () => {
    const names = allVariables(everyElement).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(codebook(everyElement).variables.map(({ name }) => name)).toEqual(names)
  })
})
