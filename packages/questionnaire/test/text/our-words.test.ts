import type { Questionnaire } from '@klankbord/model'
import { compile, fillIn, ourTexts } from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'

const LANGUAGES = ['nl', 'en', 'pl', 'ro', 'ar', 'tr', 'uk']

const DEFINITION = {
  locale: 'nl',
  title: { nl: 'Thuis', ar: 'البيت' },
  pages: [
    {
      name: 'one',
      elements: [
        { type: 'boolean', name: 'alone', title: { nl: 'Alleen?', ar: 'وحدكم؟' } },
        {
          type: 'radiogroup',
          name: 'with',
          title: { nl: 'Met wie?', ar: 'مع من؟' },
          choices: [{ value: 1, text: { nl: 'Kind', ar: 'طفل' } }],
          showOtherItem: true,
        },
        { type: 'comment', name: 'why', title: { nl: 'U zei: {late}', ar: 'قلتم: {late}' }, maxLength: 100 },
      ],
    },
  ],
  calculatedValues: [{ name: 'late', expression: '{alone} = true' }],
}

function compiled(): Questionnaire {
  const { questionnaire, findings } = compile(DEFINITION)
  if (questionnaire === null) throw new Error(JSON.stringify(findings))
  return questionnaire
}

const ourOptions = ({ questions }: Questionnaire): readonly (readonly string[])[] =>
  questions.flatMap((question) =>
    question.type === 'boolean' || question.type === 'radiogroup'
      ? question.options.filter(({ value }) => value !== 1).map(({ text }) => Object.keys(text).toSorted())
      : [],
  )

describe('an author who leaves yes, no and "other" to us', () => {
  it('has them in every language that the pages speak', () => {
    expect(ourOptions(compiled())).toEqual(Array.from({ length: 3 }, () => LANGUAGES.toSorted()))
  })

  it('makes no language of the questionnaire with them', () => {
    expect(compiled().languages).toEqual(['nl', 'ar'])
    expect(compile(DEFINITION).findings).toEqual([])
  })

  it('reads a yes back in the language of the sentence that it stands in', () => {
    const questionnaire = compiled()
    const title = questionnaire.questions.find(({ name }) => name === 'why')?.title ?? {}
    expect(fillIn(questionnaire, title, { alone: true }, 'ar')).toBe('قلتم: نعم')
    expect(fillIn(questionnaire, title, { alone: false }, 'nl')).toBe('U zei: Nee')
  })
})

describe('our own words for review', () => {
  it.each(LANGUAGES.slice(2))('stand in %s beside their Dutch, yes and no as promises', (language) => {
    const texts = ourTexts(language)
    expect(texts.map(({ source, promise }) => [source, promise])).toEqual([
      ['Ja', true],
      ['Nee', true],
      ['Niet gegeven', true],
      ['Anders, namelijk', false],
    ])
    expect(new Set(texts.map(({ text }) => text)).size).toBe(4)
    expect(texts.filter(({ text, source }) => text === '' || text === source)).toEqual([])
  })

  it('are empty in a language that we have none in', () => {
    expect(ourTexts('hu').map(({ text }) => text)).toEqual(['', '', '', ''])
  })
})
