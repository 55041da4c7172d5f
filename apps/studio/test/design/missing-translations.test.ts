import { finding } from '@klankbord/model'
import { expect, it } from 'vitest'
import { missingTranslations } from '../../src/design/missing-translations.ts'

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
      { language: 'pl', texts: 2, first },
      { language: 'tr', texts: 1, first: second },
    ],
  })
})
