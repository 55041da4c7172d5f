import { describe, expect, it } from 'vitest'
import type { Question } from '@klankbord/model'
import { compile } from '@klankbord/questionnaire'
import { asking, question } from '../definitions/asking.ts'

/** What a question becomes, without what every question has. */
function compiled(element: object, ...before: unknown[]): unknown {
  const { questionnaire, findings } = compile(asking(...before, element))
  expect(findings).toEqual([])
  const last = questionnaire?.questions.at(-1)
  const { name, path, title, required, sensitive, ...rest } = last as Question
  expect({ name, title, required, sensitive }).toEqual({
    name: 'q',
    title: { nl: 'x' },
    required: false,
    sensitive: false,
  })
  expect(path).toBe(`/pages/0/elements/${before.length}`)
  return rest
}

const of = (type: string, more: object = {}): object => question(type, 'q', more)
const option = (value: number | string, code: number, more: object = {}): object => ({
  value,
  code,
  text: { nl: String(value) },
  ...more,
})
const empty = { value: -3, text: 'Weet ik niet', missingReason: 'dontKnow' }
const unknown = { value: -3, code: -3, text: { nl: 'Weet ik niet' }, empty: 'dontKnow' }

describe('an element becomes a question', () => {
  it.each([
    ['dropdown', of('dropdown', { choices: ['a', 7] }), { options: [option('a', 1), option(7, 7)] }],
    ['email', of('text', { inputType: 'email' }), { type: 'email', maxLength: 250 }],
    ['text', of('text', { maxLength: 9 }), { maxLength: 9 }],
    ['comment', of('comment'), { maxLength: 4000 }],
    ['number', of('text', { inputType: 'number', min: 0, step: 0.5 }), { type: 'number', min: 0, step: 0.5 }],
    [
      'date on a leap day',
      of('text', { inputType: 'date', min: '2024-02-29', max: '2024-02-29' }),
      { type: 'date', min: '2024-02-29', max: '2024-02-29' },
    ],
    ['month', of('text', { inputType: 'month', max: '2024-12' }), { type: 'month', max: '2024-12' }],
    [
      'ranking of all',
      of('ranking', { choices: [1, 2, 3] }),
      { options: [option(1, 1), option(2, 2), option(3, 3)], minSelected: 3, maxSelected: 3 },
    ],
    [
      'ranking of some',
      of('ranking', { choices: [1, 2], selectToRankEnabled: true, maxSelectedChoices: 2 }),
      { options: [option(1, 1), option(2, 2)], minSelected: 1, maxSelected: 2 },
    ],
    [
      'imagepicker',
      of('imagepicker', { choices: [{ value: 'a', text: 'A', imageLink: '/a.svg' }] }),
      { options: [option('a', 1, { text: { nl: 'A' }, image: '/a.svg' })] },
    ],
    [
      'imagepicker of several',
      of('imagepicker', {
        multiSelect: true,
        choices: [{ value: 'a', text: 'A', imageLink: '/a.svg', exclusive: true }],
      }),
      {
        type: 'checkbox',
        images: true,
        options: [option('a', 1, { text: { nl: 'A' }, image: '/a.svg', exclusive: true })],
      },
    ],
    [
      'matrix',
      of('matrix', { rows: [2, 'b', { value: 'c', text: 'C' }], columns: [1, empty], eachRowRequired: true }),
      {
        rows: [
          { name: '2', text: { nl: '2' } },
          { name: 'b', text: { nl: 'b' } },
          { name: 'c', text: { nl: 'C' } },
        ],
        columns: [option(1, 1), unknown],
        eachRowRequired: true,
      },
    ],
    ['signaturepad', of('signaturepad'), { maxLength: 200_000 }],
  ])('of type %s', (_, element, expected) => {
    expect(compiled(element)).toEqual({ type: (element as { type: string }).type, ...expected })
  })

  it('with "other" at its end, in the words of the author or our own', () => {
    const choices = [1, 2]
    const other = { value: 'other', code: 32_767, other: true }
    expect(compiled(of('radiogroup', { choices, showOtherItem: true, otherText: 'Iets anders' }))).toEqual({
      type: 'radiogroup',
      options: [option(1, 1), option(2, 2), { ...other, text: { nl: 'Iets anders' } }],
      other: { maxLength: 250 },
    })
    const ours = expect.objectContaining({ nl: 'Anders, namelijk', en: 'Other, namely', tr: 'Başka, yani' }) as unknown
    expect(compiled(of('checkbox', { choices, showOtherItem: true, otherPlaceholder: 'Wat?' }))).toEqual({
      type: 'checkbox',
      options: [option(1, 1), option(2, 2), { ...other, text: ours }],
      other: { maxLength: 250, placeholder: { nl: 'Wat?' } },
    })
  })

  it('with a drawing, a recording in one language, and a level of measurement', () => {
    const more = { pictogram: 'hand', audio: { ar: '/a.mp3' }, measurement: 'interval', blocking: true }
    expect(compiled(of('comment', more))).toEqual({
      type: 'comment',
      maxLength: 4000,
      pictogram: 'hand',
      audio: { ar: '/a.mp3' },
      measurement: 'interval',
      blocking: true,
    })
  })

  it('with conditions on its options, its rows and itself', () => {
    const first = question('boolean', 'first')
    const holds = { op: 'equal', left: { variable: 'first' }, right: { value: true } }
    const guarded = { visibleIf: '{first} = true', enableIf: '{first} = true' }
    const conditions = { visibleIf: holds, enableIf: holds }
    expect(compiled(of('radiogroup', { choices: [1, { value: 2, ...guarded }], ...guarded }), first)).toEqual({
      type: 'radiogroup',
      options: [option(1, 1), option(2, 2, conditions)],
      ...conditions,
    })
    expect(compiled(of('matrix', { rows: ['a', { value: 'b', ...guarded }], columns: [1] }), first)).toMatchObject({
      rows: [{ name: 'a' }, { name: 'b', ...conditions }],
    })
  })

  it('with items, of which each has its own limits, sensitive where their question is', () => {
    const items = [
      { name: 'a', title: 'A', inputType: 'number', max: 3, isRequired: true },
      { name: 'b', title: 'B', validators: [{ type: 'text', minLength: 2 }] },
    ]
    const { questionnaire } = compile(asking(of('multipletext', { items, sensitive: true })))
    const path = '/pages/0/elements/0/items'
    expect(questionnaire?.questions[0]).toMatchObject({
      items: [
        { name: 'a', path: `${path}/0`, title: { nl: 'A' }, type: 'number', max: 3, required: true, sensitive: true },
        {
          name: 'b',
          path: `${path}/1`,
          title: { nl: 'B' },
          type: 'text',
          maxLength: 250,
          required: false,
          sensitive: true,
          validators: [{ type: 'length', min: 2, path: `${path}/1/validators/0` }],
        },
      ],
    })
  })

  it('with questions for each panel, which look at each other and at earlier screens', () => {
    const first = question('boolean', 'first')
    const inner = [
      question('boolean', 'own'),
      question('comment', 'why', { visibleIf: '{panel.own} = true and {first} = false' }),
    ]
    expect(compiled(of('paneldynamic', { maxPanelCount: 2, templateElements: inner }), first)).toMatchObject({
      minPanels: 0,
      maxPanels: 2,
      questions: [
        { name: 'own', type: 'boolean' },
        {
          name: 'why',
          visibleIf: {
            op: 'and',
            of: [
              { op: 'equal', left: { variable: 'own', panel: true }, right: { value: true } },
              { op: 'equal', left: { variable: 'first' }, right: { value: false } },
            ],
          },
        },
      ],
    })
  })

  it('and only an interviewer or a kiosk can ask for a signature or for panels', () => {
    expect(compile(asking(of('comment'))).questionnaire?.richOnly).toBeUndefined()
    expect(compile(asking(of('signaturepad'))).questionnaire?.richOnly).toBe(true)
  })
})
