import { readFileSync } from 'node:fs'
import { ConditionRunner, Model, type Question, type QuestionTextModel } from 'survey-core'
import { describe, expect, it } from 'vitest'
import type { Json, Questionnaire } from '@klankbord/model'
import { check, checkScreen, compile, evaluate, fillIn, route } from '@klankbord/questionnaire'

type Element = Readonly<Record<string, Json>>

const definitionOf = (elements: readonly Element[], more: Element = {}) => ({
  title: 'x',
  ...more,
  pages: [{ name: 'p', elements: elements.map((element) => ({ title: 'x', ...element })) }],
})

function compiled(elements: readonly Element[], more?: Element): Questionnaire {
  const { questionnaire, findings } = compile(definitionOf(elements, more))
  if (!questionnaire) throw new Error(findings.map((found) => found.message).join('\n'))
  return questionnaire
}

const modelOf = (elements: readonly Element[], more?: Element): Model => new Model(definitionOf(elements, more))

/** What survey-core says of answers that are set from outside. */
function isValid(elements: readonly Element[], answers: Readonly<Record<string, unknown>>): boolean {
  const model = modelOf(elements)
  model.data = structuredClone(answers)
  return model.validate(false)
}

const codesOf = (questionnaire: Questionnaire, answers: unknown): readonly string[] => {
  const result = check(questionnaire, answers)
  return result.ok ? [] : result.findings.map((found) => found.code)
}

const refusalOf = (elements: readonly Element[]): string | undefined =>
  compile(definitionOf(elements)).findings.find((found) => found.severity === 'block')?.code

const YES: Element = { type: 'boolean', name: 'yes' }
const NUMBER: Element = { type: 'text', inputType: 'number', name: 'number', max: 10 }

/** Each shows what survey-core does and what we do. */
const DIFFERENCES: Readonly<Record<string, () => void>> = {
  'An answer behind a closed door opens no other door': () => {
    const elements = [
      { type: 'boolean', name: 'first' },
      { type: 'boolean', name: 'second', visibleIf: '{first} = true' },
      { type: 'boolean', name: 'third', visibleIf: '{second} = true' },
    ]
    const answers = { first: false, second: true }
    const model = modelOf(elements)
    model.data = { ...answers }
    expect(model.getQuestionByName('third').isVisible).toBe(true)
    expect([...route(compiled(elements), answers).asked]).toEqual(['first'])
  },

  'The answer to a question that is closed does not count': () => {
    const elements = [
      YES,
      { type: 'boolean', name: 'closed', enableIf: '{yes} = true' },
      { type: 'boolean', name: 'after', visibleIf: '{closed} = true' },
    ]
    const answers = { yes: false, closed: true }
    const model = modelOf(elements)
    model.data = { ...answers }
    expect(model.getQuestionByName('after').isVisible).toBe(true)
    expect(model.doComplete()).toBe(true)
    expect(model.data).toEqual(answers)
    expect([...route(compiled(elements), answers).asked]).toEqual(['yes'])
    expect(codesOf(compiled(elements), answers)).toEqual(['answerNotAsked'])
  },

  'A row that is closed has no answer': () => {
    const rows = ['a', { value: 'b', enableIf: '{yes} = true' }, { value: 'c', visibleIf: '{yes} = true' }]
    const elements = [YES, { type: 'matrix', name: 'rows', columns: [1, 2], rows }]
    const model = modelOf(elements)
    model.data = { yes: false, rows: { a: 1, b: 1, c: 1 } }
    expect(model.doComplete()).toBe(true)
    expect(model.data).toEqual({ yes: false, rows: { a: 1, b: 1 } })
    const questionnaire = compiled(elements)
    expect(codesOf(questionnaire, { yes: false, rows: { a: 1, b: 1 } })).not.toEqual([])
    expect(codesOf(questionnaire, { yes: false, rows: { a: 1, c: 1 } })).not.toEqual([])
    expect(codesOf(questionnaire, { yes: false, rows: { a: 1 } })).toEqual([])
  },

  'Answers mean the same when they are set at once': () => {
    const choices = ['x', 'y', { value: 'z', visibleIf: '{yes} = true' }]
    const elements = [YES, { type: 'ranking', name: 'order', choices }]
    const model = modelOf(elements)
    model.data = { yes: true, order: ['z', 'x', 'y'] }
    expect(model.data).toEqual({ yes: true, order: ['x', 'y', 'z'] })
    const result = check(compiled(elements), { yes: true, order: ['z', 'x', 'y'] })
    expect(result.ok && result.checked.answers['order']).toEqual(['z', 'x', 'y'])
  },

  'A number outside its limits is not seen by conditions': () => {
    const elements = [NUMBER, { type: 'comment', name: 'words' }]
    const calculatedValues = [{ name: 'above', expression: '{number} > 10' }]
    const model = modelOf(elements, { calculatedValues })
    ;(model.getQuestionByName('number') as QuestionTextModel).inputValue = '55'
    model.setValue('words', 'x')
    expect(model.data).toEqual({ words: 'x' })
    expect(model.calculatedValues[0]?.value).toBe(true)
    model.getQuestionByName('number').clearValue()
    expect(model.calculatedValues[0]?.value).toBe(true)
    const questionnaire = compiled(elements, { calculatedValues })
    expect(codesOf(questionnaire, { number: 55, words: 'x' })).toEqual(['aboveMaximum'])
    expect(route(questionnaire, { words: 'x' }).derived['above']).toBe(false)
  },

  'An order of preference of one option is given by the respondent': () => {
    const choices = ['x', { value: 'y', visibleIf: '{yes} = true' }]
    const elements = [YES, { type: 'ranking', name: 'order', choices }]
    expect([...(modelOf(elements).getQuestionByName('order').value as string[])]).toEqual(['x'])
    const result = check(compiled(elements), { yes: false })
    expect(result.ok && result.checked.answers).toEqual({ yes: false })
  },

  'Required means asked once more': () => {
    const elements = [{ ...YES, isRequired: true }]
    expect(modelOf(elements).validate(false)).toBe(false)
    const questionnaire = compiled(elements)
    expect(codesOf(questionnaire, {})).toEqual([])
    const screen = checkScreen(questionnaire, 'yes', {}, {})
    expect(screen.ok && screen.unanswered).toEqual(['yes'])
    expect(codesOf(compiled([{ ...YES, blocking: true }]), {})).toEqual(['blockingAnswerMissing'])
  },

  'Other without words is an answer': () => {
    const elements = [{ type: 'radiogroup', name: 'one', choices: [1, 2], showOtherItem: true }]
    const model = modelOf(elements)
    model.data = { one: 'other' }
    expect(model.validate(false)).toBe(false)
    const result = check(compiled(elements), { one: 'other' })
    expect(result.ok && result.checked.empties).toEqual({ one__other: 'skipped' })
  },

  'Words without other are refused': () => {
    const elements = [{ type: 'radiogroup', name: 'one', choices: [1, 2], showOtherItem: true }]
    const model = modelOf(elements)
    model.data = { one: 1, 'one-Comment': 'words' }
    expect(model.validate(false)).toBe(true)
    expect(model.doComplete()).toBe(true)
    expect(model.data).toEqual({ one: 1 })
    expect(codesOf(compiled(elements), { one: 1, 'one-Comment': 'words' })).toEqual(['wordsWithoutOther'])
  },

  'An option that stands alone stands alone': () => {
    const choices = [1, 2, { value: 3, exclusive: true }]
    const elements = [{ type: 'checkbox', name: 'many', choices }]
    const model = modelOf(elements)
    model.data = { many: [1, 3] }
    expect(model.validate(false)).toBe(true)
    expect(model.doComplete()).toBe(true)
    expect(model.data).toEqual({ many: [1, 3] })
    expect(codesOf(compiled(elements), { many: [1, 3] })).toEqual(['exclusiveOption'])
  },

  'Values that are worked out are not taken from outside': () => {
    const elements = [NUMBER, { type: 'expression', name: 'more', expression: '{number} + 1' }, YES]
    const calculatedValues = [{ name: 'twice', expression: '{number} * 2', includeIntoResult: true }]
    const model = modelOf(elements, { calculatedValues })
    model.data = { number: 1, more: 99, twice: 98 }
    expect(model.data).toEqual({ number: 1, more: 2, twice: 2 })
    const questionnaire = compiled(elements, { calculatedValues })
    expect(codesOf(questionnaire, { number: 1, more: 2 })).toEqual(['unknownAnswer'])
    expect(codesOf(questionnaire, { number: 1, twice: 2 })).toEqual(['unknownAnswer'])
    const result = check(questionnaire, { number: 1 })
    expect(result.ok && result.checked.derived).toEqual({ more: 2, twice: 2 })
  },

  'An answer that is not stored is not handed over': () => {
    const elements = [
      { ...NUMBER, outcomeOnly: true },
      { ...YES, visibleIf: '{low}' },
    ]
    const calculatedValues = [{ name: 'low', expression: '{number} < 5', includeIntoResult: true }]
    const model = modelOf(elements, { calculatedValues })
    model.data = { number: 1, yes: true }
    expect(model.data).toEqual({ number: 1, yes: true, low: true })
    const result = check(compiled(elements, { calculatedValues }), { number: 1, yes: true })
    expect(result.ok && result.checked).toEqual({ answers: { yes: true }, empties: {}, derived: { low: true } })
  },

  'Panels that were left empty are no answer': () => {
    const templateElements = [{ type: 'text', name: 'name', title: 'x' }]
    const elements = [
      { type: 'paneldynamic', name: 'people', minPanelCount: 1, maxPanelCount: 3, templateElements },
    ] as const
    expect(modelOf(elements).data).toEqual({ people: [{}] })
    const questionnaire = compiled(elements)
    expect(codesOf(questionnaire, { people: [{}] })).toEqual(['wrongAnswerType'])
    expect(codesOf(questionnaire, {})).toEqual([])
    expect(codesOf(questionnaire, { people: [{}, { name: 'x' }] })).toEqual([])
  },

  'What nobody was asked for is not worked out': () => {
    const elements = [YES, { ...NUMBER, visibleIf: '{yes} = true' }]
    const calculatedValues = [{ name: 'same', expression: '{number} + 0', includeIntoResult: true }]
    const model = modelOf(elements, { calculatedValues })
    model.data = { yes: false }
    expect(model.calculatedValues[0]?.value).toBe(0)
    const questionnaire = compiled(elements, { calculatedValues })
    expect(route(questionnaire, { yes: false }).derived).toEqual({ same: 0 })
    const result = check(questionnaire, { yes: false })
    expect(result.ok && result.checked.derived).toBe(undefined)
    expect(result.ok && result.checked.empties['same']).toBe('notAsked')
  },

  'A skipped answer counts in a calculation as it does there': () => {
    const asked = (expression: string) => {
      const calculatedValues = [{ name: 'more', expression, includeIntoResult: true }]
      const model = modelOf([YES, NUMBER], { calculatedValues })
      model.data = { yes: true }
      const result = check(compiled([YES, NUMBER], { calculatedValues }), { yes: true })
      const ours = result.ok ? result.checked.derived?.['more'] : 'refused'
      return [model.getVariable('more') ?? model.getValue('more'), ours] as const
    }
    expect(asked('{number} + 1')).toEqual([1, 1])
    expect(asked('iif({number} notempty, {number} + 1, {number})')).toEqual([undefined, undefined])
  },

  'A step counts from the lowest number': () => {
    const elements = [{ ...NUMBER, min: 1, max: 9, step: 2 }]
    expect([1, 2, 3].map((number) => isValid(elements, { number }))).toEqual([false, true, false])
    const questionnaire = compiled(elements)
    expect([1, 2, 3].map((number) => check(questionnaire, { number }).ok)).toEqual([true, false, true])
  },

  'No more is asked for than is offered': () => {
    const choices = [1, { value: 2, visibleIf: '{yes} = true' }]
    const elements = [YES, { type: 'checkbox', name: 'many', minSelectedChoices: 2, choices }]
    const answers = { yes: false, many: [1] }
    expect(isValid(elements, answers)).toBe(false)
    expect(codesOf(compiled(elements), answers)).toEqual([])
    expect(codesOf(compiled(elements), { ...answers, yes: true })).toEqual(['tooFewSelected'])
  },

  'There are as many panels as there must be': () => {
    const templateElements = [{ type: 'text', name: 'name', title: 'x' }]
    const elements = [{ type: 'paneldynamic', name: 'people', minPanelCount: 2, maxPanelCount: 3, templateElements }]
    expect(isValid(elements, { people: [{ name: 'x' }] })).toBe(true)
    expect(codesOf(compiled(elements), { people: [{ name: 'x' }] })).toEqual(['tooFewPanels'])
  },

  'A line is one line': () => {
    const elements = [{ type: 'text', name: 'line' }]
    expect(isValid(elements, { line: 'a\nb' })).toBe(true)
    expect(codesOf(compiled(elements), { line: 'a\nb' })).toEqual(['notOneLine'])
  },

  'No digits means none': () => {
    const elements = [{ type: 'text', name: 'line', validators: [{ type: 'text', allowDigits: false }] }]
    expect(['a1', '1a'].map((line) => isValid(elements, { line }))).toEqual([false, true])
    expect(['a1', '1a', 'a'].map((line) => check(compiled(elements), { line }).ok)).toEqual([false, false, true])
  },

  'An address has no name in quotation marks': () => {
    const elements = [{ type: 'text', inputType: 'email', name: 'mail' }]
    for (const mail of ['"a b"@example.org', `${'a'.repeat(300)}@example.org`]) {
      expect(isValid(elements, { mail })).toBe(true)
      expect(check(compiled(elements), { mail }).ok).toBe(false)
    }
  },

  'A pattern is read as Unicode': () => {
    const elementsOf = (regex: string) => [{ type: 'text', name: 'line', validators: [{ type: 'regex', regex }] }]
    for (const [regex, line] of [
      ['^.$', '🙂'],
      ['^\\p{L}$', 'é'],
    ] as const) {
      expect(isValid(elementsOf(regex), { line })).toBe(false)
      expect(codesOf(compiled(elementsOf(regex)), { line })).toEqual([])
    }
  },

  'Only a number is compared with limits': () => {
    const elements = [{ type: 'text', name: 'line', validators: [{ type: 'numeric', minValue: 2 }] }]
    expect(['12', 'x'].map((line) => isValid(elements, { line }))).toEqual([true, false])
    expect(refusalOf(elements)).toBeDefined()
  },

  'A name in a text is known, and an open answer is an ellipsis': () => {
    const who = { type: 'text', name: 'who' }
    const model = modelOf([who, { ...YES, title: 'Hello {who} {nobody}' }])
    expect(model.getQuestionByName('yes').locTitle.renderedHtml).toBe('Hello  {nobody}')
    expect(refusalOf([who, { ...YES, title: 'Hello {nobody}' }])).toBe('unknownPipe')
    expect(fillIn(compiled([who, YES]), { nl: 'Hello {who}' }, {}, 'nl')).toBe('Hello …')
  },

  'An open answer of two quotation marks is an answer': () => {
    const answers = { words: "''" }
    expect(new ConditionRunner('{words} empty').runValues({ ...answers })).toBe(true)
    expect(evaluate({ op: 'empty', left: { variable: 'words' } }, answers)).toBe(false)
  },

  'A bracket must be closed': () => {
    expect(new ConditionRunner('({q} = 1').runValues({ q: 1 })).toBe(true)
    const { findings } = compile(definitionOf([{ ...YES, visibleIf: '({q} = 1' }]))
    expect(findings[0]?.message).toBe('condition cannot be read: visibleIf of boolean yes (a ) is missing)')
  },

  'An open yes or no closes a question': () => {
    const elements = [
      YES,
      { type: 'boolean', name: 'shown', visibleIf: '{yes}' },
      { type: 'boolean', name: 'open', enableIf: '{yes}' },
    ]
    const model = modelOf(elements)
    expect(model.getQuestionByName('shown').isVisible).toBe(false)
    expect(model.getQuestionByName('open').isReadOnly).toBe(false)
    model.setValue('yes', false)
    expect(model.getQuestionByName('open').isReadOnly).toBe(true)
    const { visible, enabled } = route(compiled(elements), {})
    expect([visible.has('shown'), enabled.has('open')]).toEqual([false, false])
  },

  'A value is worked out where nothing can be filled in': () => {
    const inside = [
      { type: 'expression', name: 'more', title: 'x', expression: '{number} + 1' },
      { type: 'comment', name: 'words', title: 'x' },
    ]
    const elements = [NUMBER, { type: 'panel', name: 'panel', enableIf: '{number} > 5', elements: inside }]
    const model = modelOf(elements)
    model.data = { number: 1 }
    expect(model.getQuestionByName('more').isVisible).toBe(true)
    expect(model.getQuestionByName('more').value).toBe(undefined)
    expect(route(compiled(elements), { number: 1 }).derived).toEqual({ more: 2 })
  },

  'The date is an argument': () => {
    const elements = [YES, { type: 'expression', name: 'day', expression: 'today()' }]
    const model = modelOf(elements)
    expect(model.getQuestionByName('day').value).toBeInstanceOf(Date)
    const questionnaire = compiled(elements)
    expect(() => route(questionnaire, {})).toThrow(expect.objectContaining({ code: 'clockMissing' }) as Error)
    expect(route(questionnaire, {}, { today: '2026-05-31' }).derived['day']).toBe('2026-05-31')
  },

  'A condition looks at earlier screens only': () => {
    const elements = [{ type: 'boolean', name: 'before', visibleIf: '{yes} = true' }, YES]
    const model = modelOf(elements)
    const isVisible = (name: string): boolean => (model.getQuestionByName(name) as Question).isVisible
    expect(isVisible('before')).toBe(false)
    model.setValue('yes', true)
    expect(isVisible('before')).toBe(true)
    expect(refusalOf(elements)).toBe('conditionLooksAhead')
  },

  'Nothing is converted': () => {
    expect(new ConditionRunner('{a} = {b}').runValues({ a: 1, b: '1' })).toBe(true)
    expect(new ConditionRunner("{words} contains 'a'").runValues({ words: 'Ja' })).toBe(true)
    const words = { type: 'comment', name: 'words' }
    const digits = { type: 'radiogroup', name: 'digits', choices: ['1', '2'] }
    expect(refusalOf([words, { ...YES, visibleIf: "{words} contains 'a'" }])).toBe('unsupportedCondition')
    expect(refusalOf([NUMBER, digits, { ...YES, visibleIf: '{number} = {digits}' }])).toBe('unsupportedCondition')
  },
}

describe('a listed difference from survey-core', () => {
  for (const [name, show] of Object.entries(DIFFERENCES)) it(`is: ${name}`, show)

  it('stands in the list, and everything in the list is shown here', () => {
    const list = readFileSync(new URL('../../docs/differences.md', import.meta.url), 'utf8')
    expect([...list.matchAll(/^### (.+)$/gm)].map(([, name]) => name)).toEqual(Object.keys(DIFFERENCES))
  })
})
