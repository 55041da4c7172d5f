import { PAGE_LANGUAGES, pageTexts } from '@klankbord/pages'
import { ourTexts } from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'
import { CATALOGUES } from '../src/messages/catalogues.ts'

const OTHERS = PAGE_LANGUAGES.filter((language) => language !== 'nl')
const SPOKEN_BY_NO_MAKER = ['pl', 'ro', 'ar', 'tr', 'uk']

const textsIn = (language: string): readonly (readonly [string, string])[] => Object.entries(CATALOGUES[language] ?? {})

/** The forms of every choice that a text makes between numbers. */
function choicesIn(text: string): readonly { readonly ordinal: boolean; readonly forms: readonly string[] }[] {
  return text
    .split(/(?=\{\w+, (?:plural|selectordinal),)/)
    .filter((part) => /^\{\w+, (?:plural|selectordinal),/.test(part))
    .map((part) => ({
      ordinal: part.includes(', selectordinal,'),
      forms: [...part.matchAll(/\b(zero|one|two|few|many|other) \{/g)].map(([, form]) => form ?? '').toSorted(),
    }))
}

/** The values that a text names, each once. */
function valuesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name ?? ''))].toSorted()
}

/** What is left of a text when the parts that are no words are taken out: values, and the name of a form. */
const wordsIn = (text: string): string =>
  text.replaceAll(/\{\w+, (?:plural|selectordinal),|\b(?:zero|one|two|few|many|other) (?=\{)|\{\w+\}/g, ' ')

describe('the interface texts', () => {
  it.each(OTHERS)('are all there in %s', (language) => {
    expect(textsIn(language).map(([key]) => key)).toEqual(textsIn('nl').map(([key]) => key))
    expect(textsIn(language).filter(([, text]) => text.trim() === '' || text !== text.trim())).toEqual([])
  })

  it.each(OTHERS)('name the same values in %s as in Dutch', (language) => {
    const named = (texts: readonly (readonly [string, string])[]): unknown =>
      Object.fromEntries(texts.map(([key, text]) => [key, valuesIn(text)]))
    expect(named(textsIn(language))).toEqual(named(textsIn('nl')))
  })

  it.each(PAGE_LANGUAGES)('have every plural form that %s has', (language) => {
    const choices = textsIn(language).flatMap(([key, text]) => choicesIn(text).map((choice) => ({ key, ...choice })))
    expect(choices.length).toBeGreaterThan(5)
    const needed = (type: Intl.PluralRuleType): string =>
      new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories.toSorted().join()
    const lacking = choices.filter(({ ordinal, forms }) => forms.join() !== needed(ordinal ? 'ordinal' : 'cardinal'))
    expect(lacking).toEqual([])
  })

  it.each(SPOKEN_BY_NO_MAKER)('count in %s where Dutch counts', (language) => {
    const counted = (one: string): readonly string[] =>
      textsIn(one).flatMap(([key, text]) => (choicesIn(text).length > 0 ? [key] : []))
    expect(counted(language)).toEqual(counted('nl'))
  })

  it.each([['ar', /\p{Script=Latin}/u] as const, ['uk', /\p{Script=Latin}/u] as const])(
    'hold no letters of ours in %s, but for an example of an address',
    (language, ours) => {
      const strange = textsIn(language).filter(([, text]) =>
        ours.test(wordsIn(text).replaceAll('name@example.org', '')),
      )
      expect(strange).toEqual([])
    },
  )

  it.each(SPOKEN_BY_NO_MAKER)('leave no Dutch or English text as it was in %s', (language) => {
    const same = textsIn(language).filter(([key, text]) =>
      [CATALOGUES['nl'], CATALOGUES['en']].some((texts) => texts?.[key as keyof typeof texts] === text),
    )
    expect(same.filter(([, text]) => /\p{L}/u.test(text))).toEqual([])
  })

  it('never shout', () => {
    const shouting = PAGE_LANGUAGES.flatMap(textsIn).filter(([, text]) => text.includes('!'))
    expect(shouting).toEqual([])
  })

  it('say "u" in Dutch', () => {
    const familiar = textsIn('nl').filter(([, text]) => /\b(je|jij|jou|jouw|jullie)\b/i.test(text))
    expect(familiar).toEqual([])
  })
})

describe('the interface texts for review', () => {
  it('stand beside their Dutch, with the promises marked', () => {
    const texts = pageTexts('pl')
    expect(texts).toEqual(expect.arrayContaining([...ourTexts('pl')]))
    expect(texts).toHaveLength(textsIn('nl').length + ourTexts('pl').length)
    expect(texts.find(({ key }) => key === 'pages/start')).toEqual({
      key: 'pages/start',
      language: 'pl',
      source: 'Meedoen',
      text: 'Biorę udział',
      promise: true,
    })
    const promises = texts.filter(({ promise }) => promise).map(({ key }) => key.split('/')[1])
    expect(promises).toEqual(
      expect.arrayContaining(['modeOpen', 'stored', 'factNoName', 'layerEraseText', 'join', 'codeUntil', 'decline']),
    )
    expect(promises.filter((key = '') => /^(?:check|hint|date|next|back|title)/.test(key))).toEqual([])
    // With these somebody consents, stops, or reads what was kept.
    expect(promises).toEqual(
      expect.arrayContaining(['yes', 'no', 'stop', 'saved', 'noticeBusyText', 'noticeExpiredText']),
    )
  })

  it('are empty in a language that has none', () => {
    expect(pageTexts('hu').every(({ text }) => text === '')).toBe(true)
  })
})
