import { finding } from '@klankbord/model'
import { expect, it } from 'vitest'
import { missingTranslations, untranslatedOffered } from '../../src/design/missing-translations.ts'

const missing = (language: string, place: number): ReturnType<typeof finding> =>
  finding(
    'missingTranslation',
    `/pages/0/elements/${place}/title`,
    { language, element: `q${place}` },
    { severity: 'hint' },
  )

it('tells what a language lacks once, with the place of the first text, and leaves all other findings', () => {
  const other = finding('noQuestions', '', { pages: 1 })
  const [first, second, third] = [missing('pl', 1), missing('tr', 1), missing('pl', 2)]
  expect(missingTranslations([first, other, second, third])).toEqual({
    others: [other],
    untranslated: [
      { language: 'pl', texts: 2, elements: ['q1', 'q2'], first },
      { language: 'tr', texts: 1, elements: ['q1'], first: second },
    ],
  })
})

it('tells before a round which questions people would read in another language, in languages they can choose', () => {
  const findings = [missing('en', 1), missing('en', 1), missing('pl', 1), missing('en', 2)]
  const review = { language: 'pl', texts: 90, unreviewed: 90, outdated: 0, promises: 12 }
  const offered = untranslatedOffered({ findings, languages: ['nl', 'en', 'pl'], reviews: [review] })
  expect(offered.map(({ language, elements }) => [language, elements])).toEqual([['en', ['q1', 'q2']]])
  const released = untranslatedOffered({
    findings,
    languages: ['nl', 'en', 'pl'],
    reviews: [{ ...review, promises: 0 }],
  })
  expect(released.map(({ language }) => language)).toEqual(['en', 'pl'])
})
