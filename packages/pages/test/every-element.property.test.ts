// @vitest-environment jsdom
import { commentKey, hasOptions, type Question } from '@klankbord/model'
import { parseForm, renderReady, renderScreen } from '@klankbord/pages'
import { check, checkScreen } from '@klankbord/questionnaire'
import fc from 'fast-check'
import { expect, inject, it } from 'vitest'
import { EVERY_ELEMENT } from './every-element.ts'
import { CONTEXT } from './fixture.ts'
import { parsed, sentBy } from './parsed.ts'

const HARD = [
  '',
  ' ',
  '6 of 7',
  '31',
  '2',
  '02',
  '2026',
  '٣',
  '1.000',
  '<b>&"\'',
  '{living}',
  '\u202Eabc',
  '-Comment',
  'x'.repeat(300),
]

const typed = fc.oneof(
  fc.constantFrom(...HARD),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[\0\r\n]/g, '')),
)

/** What a browser may send of a question: options that are on the page or not, and anything in what is typed. */
function fieldsOf(question: Question): Readonly<Record<string, fc.Arbitrary<string | string[]>>> {
  const { name } = question
  if (hasOptions(question)) {
    const value = fc.constantFrom(...question.options.map((option) => String(option.value)), '99')
    const words = question.other === undefined ? {} : { [commentKey(name)]: typed }
    return { [name]: question.type === 'checkbox' ? fc.array(value, { maxLength: 4 }) : value, ...words }
  }
  switch (question.type) {
    case 'matrix': {
      const value = fc.constantFrom(...question.columns.map((option) => String(option.value)), '99')
      return Object.fromEntries(question.rows.map((row) => [`${name}:${row.name}`, value]))
    }
    case 'ranking': {
      const value = fc.constantFrom('', ...question.options.map((option) => String(option.value)), '99')
      return Object.fromEntries([1, 2, 3].map((place) => [`${name}:${place}`, value]))
    }
    case 'multipletext':
      return Object.assign({}, ...question.items.map((item) => fieldsOf({ ...item, name: `${name}:${item.name}` })))
    case 'date':
    case 'month':
      return { [`${name}:day`]: typed, [`${name}:month`]: typed, [`${name}:year`]: typed }
    default:
      return { [name]: typed }
  }
}

const forms = fc.record(
  Object.fromEntries(
    EVERY_ELEMENT.questions.flatMap((question) =>
      Object.entries(fieldsOf(question)).filter(([field]) => field !== 'moved:day'),
    ),
  ),
  { requiredKeys: [] },
)

it('shows whatever is sent again, says something about all that is wrong, and takes the rest', () => {
  fc.assert(
    fc.property(forms, fc.constantFrom('nl', 'ar'), (form, language) => {
      const context = { ...CONTEXT, language, languages: ['nl', 'ar'] }
      const { given, findings } = parseForm(EVERY_ELEMENT, { go: 'next', ...form })
      expect(findings).toEqual([])
      let answers = {}
      for (const { id, questions } of EVERY_ELEMENT.screens) {
        const here = Object.entries(given).filter(([key]) => questions.includes(key.replace('-Comment', '')))
        const own = Object.fromEntries(here)
        const result = checkScreen(EVERY_ELEMENT, id, answers, own)
        const faults = result.ok ? [] : result.findings
        const page = parsed(
          renderScreen(EVERY_ELEMENT, context, {
            screenId: id,
            answers: { ...answers, ...own },
            draft: null,
            saved: 0,
            findings: faults,
          }),
        )
        expect([id, page.querySelectorAll('.summary li').length > 0]).toEqual([id, faults.length > 0])
        // What was refused may be shown without what is no option; what was taken comes back as it is.
        const back = parseForm(EVERY_ELEMENT, sentBy(page, 'next')).given
        expect([id, result.ok ? back : own]).toEqual([id, own])
        if (result.ok) answers = result.answers
      }
      const consented = { ...answers, consent: true }
      const checked = check(EVERY_ELEMENT, consented)
      expect(checked.ok ? [] : checked.findings.map(({ code }) => code)).toEqual([])
      const ready = renderReady(EVERY_ELEMENT, context, {
        draft: null,
        withdrawalCode: '',
        answered: 0,
        skipped: 0,
        answers: consented,
      })
      expect(parsed(ready).querySelectorAll('.given b b, .given script')).toHaveLength(0)
    }),
    { seed: 20270101, numRuns: 12 * inject('sampleFactor') },
  )
})
