import { compile } from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'
import { INSTRUMENT_TRANSLATIONS, wmoClientExperience, wmoClientExperienceFor } from '../src/index.ts'
import { translated } from '../src/translated.ts'

const LANGUAGES = ['pl', 'ro', 'ar', 'tr', 'uk']
const textsIn = (language: string): typeof INSTRUMENT_TRANSLATIONS =>
  INSTRUMENT_TRANSLATIONS.filter((text) => text.language === language)

describe.each(LANGUAGES)('the Wmo questionnaire in %s', (language) => {
  it('has the same texts as in the other languages, each beside its Dutch', () => {
    const keys = textsIn(language).map(({ key }) => key)
    expect(keys).toEqual(textsIn('pl').map(({ key }) => key))
    expect(keys.length).toBeGreaterThan(60)
    const bare = textsIn(language).filter(({ source, text }) => source === '' || text === '' || text !== text.trim())
    expect(bare).toEqual([])
  })

  it('leaves no text of the questionnaire in Dutch', () => {
    const { findings } = compile(wmoClientExperience.definition)
    expect(findings.filter(({ code }) => code === 'missingTranslation')).toEqual([])
    const same = textsIn(language).filter(({ source, text }) => source === text)
    // A centre is a centre in Polish too.
    expect(same.map(({ key }) => key)).toEqual(language === 'pl' ? ['wmo-client-experience/districtCentre'] : [])
  })

  it('gives every answer of a question its own words, and never shouts', () => {
    const scale = textsIn(language).filter(({ key }) => key.startsWith('answer-scales/'))
    expect(new Set(scale.map(({ text }) => text)).size).toBe(scale.length)
    expect(textsIn(language).filter(({ text }) => text.includes('!'))).toEqual([])
  })

  it('marks what the introduction shows as a promise', () => {
    const promises = textsIn(language).filter(({ promise }) => promise)
    expect(promises.map(({ key }) => key)).toEqual([
      'wmo-client-experience/title',
      'wmo-client-experience/description',
      'consents/takesPart',
      'consents/quotable',
      'consents/quotableNote',
      'consents/recorded',
      'consents/recordedNote',
    ])
  })
})

it.each(['ar', 'uk'])('holds no letters of ours in %s', (language) => {
  expect(textsIn(language).filter(({ text }) => /\p{Script=Latin}/u.test(text))).toEqual([])
})

it('calls a real district by its own name in languages into which nobody translated it', () => {
  const { definition } = wmoClientExperienceFor([{ value: 1, text: { nl: 'Dorp', en: 'Village' } }])
  const { questionnaire, findings } = compile(definition)
  expect(findings).toEqual([])
  expect(JSON.stringify(questionnaire)).toContain('"pl":"Dorp"')
})

it('keeps what a text says already in a language, and what nobody translated', () => {
  const yes = { key: 'x/yes', language: 'pl', source: 'Ja', text: 'Tak', promise: false }
  expect(translated([{ nl: 'Ja' }, { nl: 'Ja', pl: 'No tak' }, { nl: 'Nee' }, null, 3], [yes])).toEqual([
    { nl: 'Ja', pl: 'Tak' },
    { nl: 'Ja', pl: 'No tak' },
    { nl: 'Nee' },
    null,
    3,
  ])
})
