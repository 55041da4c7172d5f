import { reviewsFrom, type Questionnaire } from '@klankbord/model'
import { compile } from '@klankbord/questionnaire'
import { expect, it } from 'vitest'
import { barelyWrittenFindings } from '../../src/language/barely-written.ts'
import { openLanguages } from '../../src/language/language-reviews.ts'

/** Twelve questions in Dutch, of which the first ones are in English too. */
function questionnaire(inEnglish: number): Questionnaire {
  const elements = Array.from({ length: 12 }, (_, place) => ({
    type: 'comment',
    name: `q${place}`,
    title: place < inEnglish ? { nl: `Vraag ${place}`, en: `Question ${place}` } : { nl: `Vraag ${place}` },
  }))
  const made = compile({ title: { nl: 'Zorg', en: 'Care' }, locale: 'nl', pages: [{ name: 'one', elements }] })
  if (made.questionnaire === null) throw new Error('does not compile')
  return made.questionnaire
}

it('offers people no language in which hardly any question was written, and tells the author so', () => {
  expect(openLanguages(questionnaire(1), reviewsFrom([]))).toEqual(['nl'])
  expect(barelyWrittenFindings(questionnaire(1)).map(({ message, severity }) => [message, severity])).toEqual([
    ['language with hardly any text, so respondents are not offered it: en (1 of 12 questions)', 'hint'],
  ])
})

it('offers one of which a part is missing, for that part is shown in the language of the author', () => {
  expect(openLanguages(questionnaire(6), reviewsFrom([]))).toEqual(['nl', 'en'])
  expect(barelyWrittenFindings(questionnaire(6))).toEqual([])
})
