import { describe, expect, it } from 'vitest'
import { compile } from '@klankbord/questionnaire'
import { asking, question } from '../definitions/asking.ts'

const translated = (count: number): readonly object[] =>
  Array.from({ length: count }, (_, place) => question('comment', `q${place}`, { title: { nl: 'Wat?', en: 'What?' } }))

const found = (...elements: unknown[]) =>
  compile({ ...asking(...elements), title: { nl: 'Hulp', en: 'Help' } }).findings

describe('a language that hardly any text has', () => {
  it('is one finding with the language that was meant, and is missed nowhere', () => {
    const slip = question('comment', 'last', { title: { nl: 'Wat?', eng: 'What?' } })
    expect(found(...translated(20), slip)).toMatchObject([
      {
        code: 'rareLanguage',
        severity: 'hint',
        path: '/pages/0/elements/20/title/eng',
        message: 'language of hardly any text: eng (1 of 22 texts, first title of comment last)',
        suggestion: 'en',
      },
    ])
  })

  it('may be a translation that was only begun', () => {
    const begun = question('comment', 'last', { title: { nl: 'Wat?', en: 'What?', tr: 'Ne?' } })
    const findings = found(...translated(20), begun)
    expect(findings.map(({ code, suggestion }) => [code, suggestion])).toEqual([['rareLanguage', undefined]])
  })

  it('is missed at each other text where there are only a few', () => {
    const slip = question('comment', 'last', { title: { nl: 'Wat?', en: 'What?', tr: 'Ne?' } })
    expect(found(...translated(3), slip).map(({ code }) => code)).toEqual(
      Array.from({ length: 4 }, () => 'missingTranslation'),
    )
  })
})
