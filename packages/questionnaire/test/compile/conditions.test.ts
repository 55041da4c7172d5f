import { describe, expect, it } from 'vitest'
import { compile } from '@klankbord/questionnaire'

const elements = [
  { type: 'radiogroup', name: 'mood', title: 'x', choices: [1, 2, 3] },
  { type: 'radiogroup', name: 'word', title: 'x', choices: ['ja', 'nee'] },
  { type: 'checkbox', name: 'kinds', title: 'x', choices: [1, 2] },
  { type: 'boolean', name: 'yes', title: 'x' },
  { type: 'text', inputType: 'number', name: 'age', title: 'x', min: 0 },
  { type: 'comment', name: 'words', title: 'x' },
  { type: 'dropdown', name: 'help', title: 'x', choices: [{ value: 'ov', text: { nl: 'Vervoer' } }, 'huis'] },
]

const compiled = (visibleIf: string, property = 'visibleIf') =>
  compile({
    title: 'x',
    pages: [
      { name: 'a', elements },
      { name: 'b', elements: [{ type: 'comment', name: 'last', title: 'x', [property]: visibleIf }] },
      { name: 'c', elements: [{ type: 'boolean', name: 'later', title: 'x' }] },
    ],
  })

const treeOf = (text: string) => compiled(text).questionnaire?.questions.find(({ name }) => name === 'last')?.visibleIf

describe('a condition in a definition', () => {
  it.each([
    ["{mood} = '2'", { op: 'equal', left: { variable: 'mood' }, right: { value: 2 } }],
    ["{word} = 'JA'", { op: 'equal', left: { variable: 'word' }, right: { value: 'ja' } }],
    ["{yes} = 'true'", { op: 'equal', left: { variable: 'yes' }, right: { value: true } }],
    ['3 <= {age}', { op: 'greaterOrEqual', left: { variable: 'age' }, right: { value: 3 } }],
    ['{kinds} noneof [1]', { op: 'not', of: { op: 'anyOf', left: { variable: 'kinds' }, right: { value: [1] } } }],
    ['{age} > {mood}', { op: 'greater', left: { variable: 'age' }, right: { variable: 'mood' } }],
    ['{kinds} contains {mood}', { op: 'contains', left: { variable: 'kinds' }, right: { variable: 'mood' } }],
    ['{words} notempty', { op: 'notEmpty', left: { variable: 'words' } }],
    ['{mood} = 1 and {age} > 3 and {yes} = true', { op: 'and', of: [{}, {}, {}] }],
  ])('is read once: %s', (text, tree) => {
    expect(treeOf(text)).toMatchObject(tree)
  })

  it.each([
    ['{mood} =', 'malformedCondition'],
    ['({mood} = 1', 'malformedCondition'],
    ['{mood} = 1)', 'malformedCondition'],
    ['{mood = 1', 'malformedCondition'],
    ['x'.repeat(2001), 'malformedCondition'],
    ['{moood} = 1', 'unknownConditionQuestion'],
    ['{mood} = 4', 'unknownConditionOption'],
    ["{word} = 'neee'", 'unknownConditionOption'],
    ['{kinds} contains 9', 'unknownConditionOption'],
    ['{later} = true', 'conditionLooksAhead'],
    ['{last} notempty', 'conditionLooksAhead'],
    ['{mood}', 'unsupportedCondition'],
    ['true', 'unsupportedCondition'],
    ['1 = 1', 'unsupportedCondition'],
    ['{mood} + 1', 'unsupportedCondition'],
    ['today() > 1', 'unsupportedCondition'],
    ['iif({mood} = 1, 1, 2)', 'unsupportedCondition'],
    ['{kinds} = 1', 'unsupportedCondition'],
    ['{mood} contains 1', 'unsupportedCondition'],
    ['{mood} = [1]', 'unsupportedCondition'],
    ['{mood} anyof 1', 'unsupportedCondition'],
    ['{kinds} anyof []', 'unsupportedCondition'],
    ['{mood} = null', 'unsupportedCondition'],
    ['{mood} anyof [1, 1]', 'unsupportedCondition'],
    ['{kinds} = [1, "1"]', 'unsupportedCondition'],
    ['{word} > 1', 'unsupportedCondition'],
    ["{age} > 'oud'", 'unsupportedCondition'],
    ["{words} = 'x'", 'unsupportedCondition'],
    ['{mood} = {word}', 'unsupportedCondition'],
    ['{yes} = {mood}', 'unsupportedCondition'],
  ])('is refused where it is: %s', (text, code) => {
    for (const property of ['visibleIf', 'requiredIf']) {
      const { questionnaire, findings } = compiled(text, property)
      expect(findings.map((found) => found.code)).toEqual([code])
      expect(findings[0]?.path).toBe(`/pages/1/elements/0/${property}`)
      expect(questionnaire).toBeNull()
    }
  })

  it.each([
    ['{moood} = 1', 'mood'],
    ["{word} = 'neee'", 'nee'],
    ['{kinds} = 1', 'contains'],
    ['{mood} contains 1', '='],
    ['{mood} = [1]', 'anyof'],
    ['{mood} = null', 'empty'],
    ["{help} = 'vervoer'", 'ov'],
    ["{yes} = 'ja'", 'true'],
  ])('comes with what was probably meant: %s', (text, suggestion) => {
    expect(compiled(text).findings[0]?.suggestion).toBe(suggestion)
  })

  it.each([
    ['shown', 'shown is an expression that is only shown: use a calculated value'],
    ['prose', 'prose is a text without an answer: use a question'],
    ['group', 'group is a panel: use a question in it'],
    ['first_page', 'first_page is a page: use a question on it'],
    ['scored', 'scored is a scale, worked out afterwards: use a calculated value'],
    ['lasted', 'lasted is a duration, worked out afterwards: use a calculated value'],
  ])('says what a name stands for that has no answer: %s', (name, reason) => {
    const { findings } = compile({
      title: 'x',
      pages: [
        {
          name: 'first_page',
          elements: [
            { type: 'html', name: 'prose', html: 'x' },
            { type: 'expression', name: 'shown', title: 'x', expression: '1 + 1' },
            { type: 'panel', name: 'group', elements },
          ],
        },
        {
          name: 'b',
          elements: [{ type: 'comment', name: 'last', title: `{${name}}`, visibleIf: `{${name}} notempty` }],
        },
      ],
      scales: [
        { name: 'scored', title: 'x', method: 'mean', items: ['mood'] },
        { name: 'other', title: 'x', method: 'mean', items: ['mood', name] },
      ],
      durations: [
        { name: 'lasted', title: 'x', amount: 'age', unit: 'day' },
        { name: 'other_time', title: 'x', amount: name, unit: 'day' },
      ],
      calculatedValues: [{ name: 'total', expression: `{${name}} + 1` }],
    })
    const reasons = findings.map(({ code, details }) => [code, 'reason' in details && details.reason])
    expect(reasons).toEqual([
      ['unsupportedCondition', reason],
      ['unsupportedCondition', reason],
      ['unusableReference', false],
      ['unusableReference', false],
      ['unusablePipe', false],
    ])
    expect(findings.at(-1)?.message).toContain(`, as ${name} is `)
  })

  it('on a page looks only at screens before that page', () => {
    const page = (visibleIf: string) =>
      compile({
        title: 'x',
        pages: [
          { name: 'a', elements },
          { name: 'b', visibleIf, elements: [{ type: 'boolean', name: 'own', title: 'x' }] },
        ],
      }).findings.map((found) => [found.code, found.path])
    expect(page('{mood} = 1')).toEqual([])
    expect(page('{own} = true')).toEqual([['conditionLooksAhead', '/pages/1/visibleIf']])
  })

  it('inside a short group does not look at its own screen', () => {
    const { findings } = compile({
      title: 'x',
      pages: [
        {
          name: 'a',
          shortGroup: true,
          elements: [elements[0], { type: 'comment', name: 'why', title: 'x', visibleIf: '{mood} = 1' }],
        },
      ],
    })
    expect(findings.map((found) => found.code)).toEqual(['conditionLooksAhead'])
  })

  it('beside isRequired decides, as in survey-core, and the author is told', () => {
    const { questionnaire, findings } = compile({
      title: 'x',
      pages: [
        {
          name: 'a',
          elements: [
            elements[0],
            { type: 'comment', name: 'why', title: 'x', isRequired: true, requiredIf: '{mood} = 1' },
          ],
        },
      ],
    })
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['requiredTwice', 'hint']])
    expect(questionnaire?.questions[1]?.required).toMatchObject({ op: 'equal' })
  })
})
