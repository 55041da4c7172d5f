import type { Json } from '@klankbord/model'
import { compile } from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'
import { AGE, AGREES, door, doorOf, HELP, MAY, STOP, WHO } from '../definitions/door.ts'

const found = (definition: unknown): readonly string[] =>
  compile(definition).findings.map(({ severity, code, path, suggestion }) =>
    [severity, code, path, ...(suggestion === undefined ? [] : [suggestion])].join(' '),
  )

const valued = (...calculatedValues: readonly Json[]): Json =>
  doorOf([WHO, AGE, AGREES, STOP, HELP], { calculatedValues })

describe('answers that are not stored', () => {
  it('may decide about each other, about prose and about what is kept of them', () => {
    expect(found(door)).toEqual([])
    const { questionnaire } = compile(door)
    expect(questionnaire?.calculatedValues).toMatchObject([{ name: 'may', kept: true, outcome: true }])
    expect(questionnaire?.questions.map(({ outcomeOnly }) => outcomeOnly === true)).toEqual([false, true, true, false])
  })

  it('may go through a value that is not kept', () => {
    const child = { name: 'child', expression: '{age} < 16' }
    const may = { ...MAY, expression: '{who} = 2 or !{child} or {agrees} = 1' }
    expect(found(valued(child, may))).toEqual([])
  })

  it.each<readonly [string, Json, string]>([
    ['asks', { ...HELP, visibleIf: '{age} >= 16' }, '/pages/4/elements/0/visibleIf {may}'],
    ['opens', { ...HELP, enableIf: '{agrees} = 1' }, '/pages/4/elements/0/enableIf {may}'],
    ['requires', { ...HELP, requiredIf: '{age} >= 16' }, '/pages/4/elements/0/requiredIf {may}'],
    ['names in a text', { ...HELP, title: 'Je bent {age}. Hoe is de hulp?' }, '/pages/4/elements/0/title {may}'],
    [
      'offers an option of',
      { type: 'radiogroup', name: 'help', title: 'x', choices: [1, 2, { value: 3, visibleIf: '{age} > 11' }] },
      '/pages/4/elements/0/choices/2/visibleIf {may}',
    ],
    [
      'judges the answer of',
      {
        type: 'text',
        inputType: 'number',
        name: 'help',
        title: 'x',
        validators: [{ type: 'expression', expression: '{help} <= {age}' }],
      },
      '/pages/4/elements/0/validators/0/expression {may}',
    ],
    [
      'shows a number that would be stored beside',
      { type: 'expression', name: 'left', title: 'x', expression: '16 - {age}' },
      '/pages/4/elements/0/expression {may}',
    ],
  ])('never %s a question that is stored', (_, element, place) => {
    expect(found(doorOf([WHO, AGE, AGREES, STOP, element as never]))).toEqual([`block answerNotStored ${place}`])
  })

  it('never decide about a page on which something is stored', () => {
    const page = { name: 'last', visibleIf: '{agrees} = 1', elements: [HELP] }
    const { pages } = doorOf([WHO, AGE, AGREES]) as { pages: Json[] }
    expect(found(doorOf([], { pages: [...pages, page] }))).toEqual(['block answerNotStored /pages/3/visibleIf {may}'])
    const prose = { ...page, elements: [STOP] }
    expect(found(doorOf([], { pages: [...pages, prose] }))).toEqual([])
  })

  it('are part of no scale and no duration', () => {
    const agrees = { ...AGREES, showOtherItem: false }
    const durations = [{ name: 'since', title: 'x', amount: 'age', unit: 'week', censoredIf: '{agrees} = 1' }]
    const scales = [{ name: 'mean', title: 'x', method: 'mean', items: ['agrees'] }]
    expect(found(doorOf([WHO, AGE, agrees, HELP], { durations, scales }))).toEqual([
      'block answerNotStored /scales/0/items/0 {may}',
      'block answerNotStored /durations/0/amount {may}',
      'block answerNotStored /durations/0/censoredIf {may}',
    ])
  })

  it('are said to be needed by whom, in a sentence', () => {
    const { findings } = compile(doorOf([WHO, AGE, AGREES, { ...HELP, visibleIf: '{age} >= 16' }]))
    expect(findings.map(({ message }) => message)).toEqual([
      'answer that is not stored: age (needed by visibleIf of rating help; expected a kept calculated value, yes or no)',
    ])
  })

  it('have no variable, and so nothing that says something of one', () => {
    const labelled = { ...AGE, sensitive: true, benchmarkKey: 'x', scale: 'y', measurement: 'ratio', topic: 'T1' }
    expect(found(doorOf([WHO, labelled, AGREES, HELP]))).toEqual(
      ['sensitive', 'benchmarkKey', 'scale', 'measurement', 'topic'].map(
        (property) => `block propertyNotHere /pages/1/elements/0/${property}`,
      ),
    )
  })

  it('are of whole questions, and not of one in panels', () => {
    const panels = { type: 'paneldynamic', name: 'children', title: 'x', maxPanelCount: 2, templateElements: [AGE] }
    expect(found(doorOf([WHO, panels], { calculatedValues: [] }))).toContain(
      'block propertyNotHere /pages/1/elements/0/templateElements/0/outcomeOnly',
    )
  })

  it('that nothing uses are asked for nothing', () => {
    const unused = { ...WHO, name: 'unused', outcomeOnly: true }
    expect(found(doorOf([WHO, AGE, AGREES, HELP, unused]))).toEqual([
      'hint answerUsedNowhere /pages/4/elements/0/outcomeOnly',
    ])
  })
})

describe('an outcome', () => {
  it.each([
    ['the number itself', '{age}', ''],
    ['a number that is made of it', '{age} + 1', ''],
    ['one of several numbers', 'iif({age} < 12, 1, 2)', ''],
  ])('is never %s', (_, expression, suggestion) => {
    const copy = { name: 'copy', expression, includeIntoResult: true }
    expect(found(valued(MAY, copy))).toEqual([`block outcomeNotYesNo /calculatedValues/1/expression${suggestion}`])
  })

  it('is no yes or no that is taken over as it was answered, but a comparison with it', () => {
    const alone = { type: 'boolean', name: 'alone', title: 'x', outcomeOnly: true }
    const kept = (expression: string): Json =>
      doorOf([alone], { calculatedValues: [{ name: 'copy', expression, includeIntoResult: true }] })
    expect(found(kept('{alone}'))).toEqual(['block outcomeNotYesNo /calculatedValues/0/expression {alone} = true'])
    expect(found(kept('{alone} = true'))).toEqual([])
  })

  it('does not hide behind a value that is not kept', () => {
    const years = { name: 'years', expression: '{age} * 1' }
    const copy = { name: 'copy', expression: '{years}', includeIntoResult: true }
    expect(found(valued(MAY, years, copy))).toEqual(['block outcomeNotYesNo /calculatedValues/2/expression'])
  })

  it('is no value that only reads another outcome: that can be worked out again', () => {
    const both = { name: 'both', expression: '{may} and {who} = 1', includeIntoResult: true }
    expect(compile(valued(MAY, both)).questionnaire?.calculatedValues?.map(({ outcome }) => outcome === true)).toEqual([
      true,
      false,
    ])
  })
})
