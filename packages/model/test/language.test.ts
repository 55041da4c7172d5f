import { describe, expect, it } from 'vitest'
import { directionOf, isProblem, localize, translator } from '@klankbord/model'

describe('a text in several languages', () => {
  it('shows the wanted language, else the source language, else whatever there is', () => {
    expect(localize({ nl: 'Ja', en: 'Yes' }, 'en', 'nl')).toBe('Yes')
    expect(localize({ nl: 'Ja', en: 'Yes' }, 'ar', 'nl')).toBe('Ja')
    expect(localize({ tr: 'Evet' }, 'ar', 'nl')).toBe('Evet')
    expect(localize({}, 'ar', 'nl')).toBe('')
  })

  it('is set from right to left where the language is', () => {
    expect(['nl', 'ar', 'fa-AF'].map(directionOf)).toEqual(['ltr', 'rtl', 'rtl'])
  })
})

describe('a translator', () => {
  const catalogues = {
    nl: { left: 'Nog {n, plural, one {# minuut} other {# minuten}}', only: 'Alleen hier <b>' },
    en: { left: '{n, plural, one {# minute} other {# minutes}} left' },
  }

  it('fills in numbers by the rules of the language', () => {
    const t = translator(catalogues, 'nl')
    expect([t('left', { n: 1 }), t('left', { n: 2 })]).toEqual(['Nog 1 minuut', 'Nog 2 minuten'])
  })

  it('fills in a value wherever it is named, and leaves alone what is quoted or doubled', () => {
    const texts = {
      plain: '{ who } zegt: {who}',
      quoted: "zet '{who}' om {who}",
      doubled: "'s avonds {who}, ''{who}''",
    }
    const t = translator({ nl: texts }, 'nl')
    const said = (['plain', 'quoted', 'doubled'] as const).map((key) => t(key, { who: 'wij', more: 1 }))
    expect(said).toEqual(['wij zegt: wij', 'zet {who} om wij', "'s avonds wij, 'wij'"])
  })

  it('refuses a text whose value is not given, or that is not closed', () => {
    const t = translator({ nl: { missing: 'Nog {n}', open: 'Nog {n' } }, 'nl')
    expect(() => t('missing')).toThrow('"n" was not provided')
    expect(() => t('open', { n: 1 })).toThrow('EXPECT_ARGUMENT_CLOSING_BRACE')
  })

  it('falls back on the first catalogue, text by text, and leaves markup alone', () => {
    const t = translator(catalogues, 'en')
    expect([t('left', { n: 1 }), t('only')]).toEqual(['1 minute left', 'Alleen hier <b>'])
    expect(translator(catalogues, 'pl')('left', { n: 2 })).toBe('Nog 2 minuten')
  })

  it('refuses a key that no catalogue has', () => {
    const t = translator<string>(catalogues, 'nl')
    let thrown: unknown
    try {
      t('gone')
    } catch (error) {
      thrown = error
    }
    expect(isProblem(thrown, 'unknownMessage')).toBe(true)
  })
})
