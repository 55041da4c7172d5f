// @vitest-environment jsdom
import type { LocalizedText, Questionnaire } from '@klankbord/model'
import { renderDone, renderIntroduction, renderReady, renderScreen, renderStop } from '@klankbord/pages'
import fc from 'fast-check'
import { expect, inject, it } from 'vitest'
import { CONTEXT, QUESTIONNAIRE } from './fixture.ts'
import { parsed } from './parsed.ts'

const HARD = [
  '<script>alert(1)</script>',
  '</title>',
  '</style>',
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus='x",
  '&amp;&lt;',
  '${x}',
  '{n}',
  "'{",
  '\u202Eabc',
  '\u200F',
  '\uE0000\uE001',
  ']]>',
  '<!--',
  'javascript:x',
]

/** Anything an author may write, but for what `compile` refuses and what HTML can't carry. */
const texts = fc
  .array(
    fc.oneof(fc.constantFrom(...HARD), fc.string({ unit: 'grapheme', maxLength: 20 }), fc.constant('x'.repeat(3000))),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(' ').replace(/\0/g, ''))
  .filter((text) => text.trim() !== '')

const withText = (text: string): Questionnaire => {
  const everywhere: LocalizedText = { nl: text }
  return {
    ...QUESTIONNAIRE,
    title: everywhere,
    description: everywhere,
    questions: QUESTIONNAIRE.questions.map((question) => ({
      ...question,
      title: everywhere,
      description: everywhere,
      prompt: everywhere,
      ...('options' in question
        ? { options: question.options.map((option) => ({ ...option, text: everywhere })) }
        : {}),
    })),
    screens: QUESTIONNAIRE.screens.map((screen) => ({ ...screen, title: everywhere })),
  }
}

const pagesWith = (text: string): readonly string[] => {
  const questionnaire = withText(text)
  const context = { ...CONTEXT, owner: { name: text, helpPhone: text }, studyTitle: { nl: text } }
  const screens = QUESTIONNAIRE.screens.map(({ id }) =>
    renderScreen(questionnaire, context, {
      screenId: id,
      answers: { wish: text, language: text, weeks: text },
      draft: text,
      saved: 1,
      unanswered: ['quick'],
    }),
  )
  return [
    ...screens,
    renderIntroduction(questionnaire, context),
    renderReady(questionnaire, context, { draft: text, withdrawalCode: text, answered: 1, skipped: 1 }),
    renderDone(questionnaire, context, { withdrawalCode: text }),
    renderStop(questionnaire, context, { draft: text, screenId: text }),
  ]
}

const shapeOf = (html: string): readonly string[] =>
  [...parsed(html).querySelectorAll('*')].map(({ tagName, attributes }) =>
    [tagName, ...[...attributes].map(({ name }) => name)].join(' '),
  )

it('never lets a text become markup, whatever an author or a respondent writes', () => {
  // Too long for tiles, no question at its end, and a code of three groups, like the texts it is compared with.
  const plain = pagesWith('abcdef1 z')
  fc.assert(
    fc.property(texts, (text) => {
      const pages = pagesWith(`abcdef1 ${text} z`)
      pages.forEach((page, index) => expect(shapeOf(page)).toEqual(shapeOf(plain[index] ?? '')))
    }),
    { seed: 20270101, numRuns: 25 * inject('sampleFactor') },
  )
})

it('shows every text of an author exactly as it was written', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const page = parsed(
        renderScreen(withText(text), CONTEXT, { screenId: 'alone', answers: {}, draft: null, saved: 0 }),
      )
      const lines = text.replace(/\r\n?/g, '\n')
      expect(page.querySelector('h1')?.textContent).toBe(lines)
      expect(page.querySelector('.lead')?.textContent).toBe(lines)
      expect(page.querySelector('.answer > span')?.textContent).toBe(lines)
      expect(page.title).toContain(lines.replace(/[\t\n\f\r ]+/g, ' ').trim())
    }),
    { seed: 20270101, numRuns: 100 * inject('sampleFactor') },
  )
})
