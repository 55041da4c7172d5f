import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { translator } from '@klankbord/model'
import { PAGE_LANGUAGES, pageTexts } from '@klankbord/pages'
import { ourTexts } from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'
import { CATALOGUES } from '../src/messages/catalogues.ts'

const OTHERS = PAGE_LANGUAGES.filter((language) => language !== 'nl')
const SPOKEN_BY_NO_MAKER = ['pl', 'ro', 'ar', 'tr', 'uk']

/** Keys that the code makes of two parts. */
const PUT_TOGETHER = /^(?:(?:hint|check)Number(?:Range|Least|Most)?|fact\w+Note|look\.\w+|help\.\w+)$/

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

  it.each(OTHERS)('give in %s the example of a date as in Dutch, and no more of it', (language) => {
    const figures = (key: string, texts = textsIn(language)): unknown =>
      texts.find(([one]) => one === key)?.[1].match(/\p{N}+/gu)
    for (const key of ['hintDate', 'hintMonth']) expect(figures(key)).toEqual(figures(key, textsIn('nl')))
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

  it.each(PAGE_LANGUAGES)('say every number in %s, but for words of its own for none, one and two', (language) => {
    const rules = new Intl.PluralRules(language)
    const silent = textsIn(language)
      .filter(([, text]) => choicesIn(text).length > 0)
      .flatMap(([key, text]) => {
        const say = translator<string>({ [language]: { [key]: text } }, language)
        return [0, 1, 2, 3, 5, 11, 21, 22, 100, 101].flatMap((n) => {
          const said = say(key, Object.fromEntries(valuesIn(text).map((name) => [name, n])))
          const own = language === 'ar' && ['zero', 'one', 'two'].includes(rules.select(n))
          return said.includes('{') || !(own || said.includes(String(n))) ? [[key, n, said]] : []
        })
      })
    expect(silent).toEqual([])
  })

  it.each([
    ['pl', { 1: 'jeszcze 1 minuta', 2: 'jeszcze 2 minuty', 5: 'jeszcze 5 minut', 22: 'jeszcze 22 minuty' }],
    ['uk', { 1: 'ще 1 хвилина', 3: 'ще 3 хвилини', 11: 'ще 11 хвилин', 21: 'ще 21 хвилина' }],
    ['ro', { 1: 'încă 1 minut', 2: 'încă 2 minute', 19: 'încă 19 minute', 20: 'încă 20 de minute' }],
    ['ar', { 1: 'بقيت دقيقة واحدة', 2: 'بقيت دقيقتان', 3: 'بقيت 3 دقائق', 11: 'بقيت 11 دقيقة' }],
    ['tr', { 1: '1 dakika kaldı', 2: '2 dakika kaldı' }],
  ])('count the minutes in %s as its grammar does', (language, minutes: Readonly<Record<number, string>>) => {
    const say = translator(CATALOGUES, language)
    expect(Object.keys(minutes).map((n) => say('minutesLeft', { n: Number(n) }))).toEqual(Object.values(minutes))
  })

  it('are marked in Arabic with the marks of Arabic, and open what they close', () => {
    const strange = textsIn('ar').filter(([, text]) => /[,;?"'“”]/.test(wordsIn(text)))
    expect(strange).toEqual([])
    const uneven = PAGE_LANGUAGES.flatMap(textsIn).filter(([key, text]) => {
      const count = (mark: string): number => text.split(mark).length
      return !key.startsWith('quote') && (count('«') !== count('»') || count('(') !== count(')'))
    })
    expect(uneven).toEqual([])
  })

  it('show an address of e-mail that is nobody’s', () => {
    const shown = PAGE_LANGUAGES.flatMap(textsIn).flatMap(([, text]) => text.match(/@[\w.]*\w/g) ?? [])
    expect([...new Set(shown)].toSorted()).toEqual(['@example.org', '@voorbeeld.nl'])
  })

  it.each(SPOKEN_BY_NO_MAKER)('leave no Dutch or English text as it was in %s', (language) => {
    const same = textsIn(language).filter(([key, text]) =>
      [CATALOGUES['nl'], CATALOGUES['en']].some((texts) => texts?.[key as keyof typeof texts] === text),
    )
    expect(same.filter(([, text]) => /\p{L}/u.test(text))).toEqual([])
  })

  it('are each said by some page', async () => {
    const folder = fileURLToPath(new URL('../src', import.meta.url))
    const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'))
    const code = (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).join('\n')
    const silent = textsIn('nl').filter(([key]) => !code.includes(`'${key}'`) && !PUT_TOGETHER.test(key))
    expect(silent).toEqual([])
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
    const promises = texts.filter(({ promise }) => promise).map(({ key }) => key.replace(/^\w+\//, ''))
    expect(promises).toEqual(
      expect.arrayContaining(['modeOpen', 'stored', 'factNoName', 'layerEraseText', 'join', 'codeUntil', 'decline']),
    )
    expect(promises.filter((key) => /^(?:check|hint|date|next|back|title)/.test(key))).toEqual([])
    // With these somebody consents, stops, or reads what was kept.
    expect(promises).toEqual(
      expect.arrayContaining(['yes', 'no', 'stop', 'saved', 'noticeBusyText', 'noticeExpiredText']),
    )
  })

  it('are empty in a language that has none', () => {
    expect(pageTexts('hu').every(({ text }) => text === '')).toBe(true)
  })
})
