import { describe, expect, it } from 'vitest'
import { compile, type Compiled } from '@klankbord/questionnaire'

const asking = (title: unknown, extra: object = {}): Compiled =>
  compile({
    title: 'Hulp',
    pages: [
      {
        name: 'p',
        elements: [
          { type: 'text', name: 'who', title: 'Wie?' },
          {
            type: 'matrix',
            name: 'views',
            title: 'Wat?',
            columns: [1, 2],
            rows: [{ value: 'clear', text: 'Duidelijk' }],
          },
          { type: 'comment', name: 'now', title, ...extra },
          { type: 'comment', name: 'later', title: 'Later?' },
        ],
      },
    ],
    calculatedValues: [{ name: 'total', expression: '1 + 1' }],
  })

describe('a name between braces in a text', () => {
  it.each(['Hallo {who}', '{ who } en {total}', 'Was {views.clear} duidelijk?', 'Geen {} naam, { } of }{'])(
    'is taken where it is known by then: %s',
    (title) => {
      expect(asking(title).findings).toEqual([])
    },
  )

  it.each([
    ['Hallo {whom}', 'unknownPipe', 'who'],
    ['Hallo {views.claer}', 'unknownPipe', 'views.clear'],
    ['Hallo {total.x}', 'unknownPipe', 'total'],
    ['Hallo {who.first}', 'unknownPipe', undefined],
    ['Hallo {__proto__}', 'unknownPipe', undefined],
    ['Hallo {later}', 'pipeLooksAhead', undefined],
    ['Hallo {now}', 'pipeLooksAhead', undefined],
    ['Hallo {views}', 'unusablePipe', undefined],
    [Array.from({ length: 21 }, () => '{who}').join(' '), 'definitionTooLarge', undefined],
  ])('is refused where there is nothing to show: %s', (title, code, suggestion) => {
    const { questionnaire, findings } = asking(title)
    expect(findings).toMatchObject([{ code, path: '/pages/0/elements/2/title' }])
    expect(findings[0]?.suggestion).toBe(suggestion)
    expect(questionnaire).toBeNull()
  })

  it('is looked for in each language, and in each text that people read', () => {
    expect(asking({ nl: 'Hallo {who}', en: 'Hello {whom}' }).findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['unknownPipe']),
    )
    expect(asking('Hallo', { description: 'over {whom}' }).findings).toMatchObject([
      { code: 'unknownPipe', path: '/pages/0/elements/2/description' },
    ])
  })
})
