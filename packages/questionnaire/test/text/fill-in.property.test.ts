import fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'
import type { Questionnaire } from '@klankbord/model'
import { compile, fillIn, fillInHtml } from '@klankbord/questionnaire'

const questionnaire = compile({
  title: 'Hulp',
  pages: [
    {
      name: 'p',
      elements: [
        { type: 'comment', name: 'words', title: 'Waarom?' },
        {
          type: 'radiogroup',
          name: 'kind',
          title: 'Welke?',
          choices: [{ value: 1, text: 'a <i>{words}</i> & "b"' }],
          showOtherItem: true,
        },
        { type: 'multipletext', name: 'parts', title: 'Wie?', items: [{ name: 'one', title: 'Een' }] },
      ],
    },
  ],
}).questionnaire as Questionnaire

/** What people type to break out of a text, and whatever else they type. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '&',
        '&lt;',
        '<script>',
        '-->',
        '{words}',
        '{kind}',
        '{',
        '}',
        '$&',
        '$1',
        '`',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''))

/** The text that a browser shows for escaped markup. */
const decoded = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

describe('prose with hostile answers in it', () => {
  it('has no markup but its own, and shows exactly what was answered', () => {
    const html = { nl: '<p title="x">[{words}|{kind}|{parts.one}]</p>' }
    const plain = { nl: '[{words}|{kind}|{parts.one}]' }
    fc.assert(
      fc.property(hostile, hostile, hostile, fc.boolean(), (words, beside, one, other) => {
        const choice = other ? { kind: 'other', 'kind-Comment': beside } : { kind: 1 }
        const answers = { words, ...choice, parts: { one } }
        const shown = fillInHtml(questionnaire, html, answers, 'nl')
        const inside = shown.slice('<p title="x">'.length, -'</p>'.length)
        expect(shown).toBe(`<p title="x">${inside}</p>`)
        expect(inside).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/)
        const expected = `[${words}|${other ? beside : `a <i>${words}</i> & "b"`}|${one}]`
        expect(decoded(inside)).toBe(expected)
        expect(fillIn(questionnaire, plain, answers, 'nl')).toBe(expected)
      }),
      { seed: 20260513, numRuns: 500 * inject('sampleFactor') },
    )
  })
})
