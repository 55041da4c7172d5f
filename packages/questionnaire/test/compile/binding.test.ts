import { describe, expect, it } from 'vitest'
import { compile } from '@klankbord/questionnaire'
import { asking, question } from '../definitions/asking.ts'

const found = (...elements: unknown[]): readonly (readonly [string, string])[] =>
  compile(asking(...elements)).findings.map(({ code, path }) => [code, path.replace('/pages/0/elements', '')])

const mood = question('radiogroup', 'mood', { choices: [1, { value: -3, missingReason: 'dontKnow' }] })

describe('a condition that stands in several places', () => {
  it('is reported in each of them', () => {
    const choices = [1, 2, 3].map((value) => ({ value, visibleIf: '{moood} = 1' }))
    expect(found(mood, question('radiogroup', 'q', { choices }))).toEqual(
      [0, 1, 2].map((place) => ['unknownConditionQuestion', `/1/choices/${place}/visibleIf`]),
    )
  })

  it('is advised about in each of them', () => {
    const choices = [1, 2].map((value) => ({ value, visibleIf: '{mood} < 1' }))
    expect(found(mood, question('radiogroup', 'q', { choices }))).toEqual(
      [0, 1].map((place) => ['conditionOnEmptyCode', `/1/choices/${place}/visibleIf`]),
    )
  })

  it('looks ahead only where it stands too early', () => {
    const early = question('comment', 'early', { visibleIf: '{mood} = 1' })
    const late = question('comment', 'late', { visibleIf: '{mood} = 1' })
    expect(found(early, mood, late)).toEqual([['conditionLooksAhead', '/0/visibleIf']])
    expect(found(mood, early, late)).toEqual([])
  })

  it('means the answer of each panel in the panels', () => {
    const inner = (name: string): object => question('boolean', name, { visibleIf: '{panel.own} = true' })
    const panels = (name: string, first: object): object =>
      question('paneldynamic', name, { maxPanelCount: 1, templateElements: [first, inner('second')] })
    expect(found(panels('one', question('boolean', 'own')), panels('two', question('boolean', 'other')))).toEqual([
      ['unknownConditionQuestion', '/1/templateElements/1/visibleIf'],
    ])
  })
})
