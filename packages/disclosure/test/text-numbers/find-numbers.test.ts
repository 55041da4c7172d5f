import { describe, expect, it } from 'vitest'
import { findNumbers } from '../../src/text-numbers/find-numbers.ts'
import { sentencesOf } from '../../src/text-numbers/sentences.ts'

const wordsIn = (text: string, language = 'nl'): readonly string[] =>
  findNumbers(text, language).map(({ words }) => words)

describe('a number in a Dutch text', () => {
  it.each([
    ['In Oost zijn 3 van de 4 mensen tevreden', ['3 van de 4']],
    ['Drie van de vier, ruim vier van de tien, 1 op de 5', ['Drie van de vier', 'vier van de tien', '1 op de 5']],
    [
      'driekwart, drie kwart, een kwart, de helft, tweederde',
      ['driekwart', 'drie kwart', 'een kwart', 'helft', 'tweederde'],
    ],
    ['Eén bewoner en een enkeling', ['Eén', 'een enkeling']],
    ['Slechts een was boos, een van de drie niet', ['een', 'een van de drie']],
    ['een bewoner klaagde', ['een']],
    ['12%, 12 procent, twaalf procent en 3 promille', ['12%', '12 procent', 'twaalf procent', '3 promille']],
    ['1.204, 1,5 en 1 204', ['1.204', '1,5', '1 204']],
    ['drieëntwintig, honderd twaalf, tweehonderddrie', ['drieëntwintig', 'honderd twaalf', 'tweehonderddrie']],
    ["met z'n vieren, een drietal, tweemaal", ['vieren', 'een drietal', 'tweemaal']],
    ['de derde, de twaalfde, de 12e', ['derde', 'twaalfde', '12e']],
    ['niemand, iedereen, alle bewoners, geen enkele cliënt', ['niemand', 'iedereen', 'alle', 'geen', 'enkele']],
    ['op 2 juni 2026 of 31-12-2025, bel 06-12345678', ['2 juni 2026', '31-12-2025', '06-12345678']],
  ])('is found in “%s”', (text, words) => {
    expect(wordsIn(text)).toEqual(words)
  })

  it.each([
    ['Een brief is eenvoudig, en ik ben het er eens'],
    ['Wij zijn heel eenzaam achter het vierkant'],
    ['geen mening'],
  ])('is not seen in “%s”', (text) => {
    expect(wordsIn(text)).toEqual([])
  })
})

describe('a number in an English text', () => {
  it.each([
    ['three quarters, two thirds, half of them', ['three quarters', 'two thirds', 'half']],
    ['a dozen, two dozen, a hundred and twelve', ['a dozen', 'two dozen', 'a hundred and twelve']],
    ['3 out of 4, one in five, twenty-three, 1,204', ['3 out of 4', 'one in five', 'twenty-three', '1,204']],
    ['a resident said so, nobody else, both of us', ['a', 'nobody', 'both']],
    ['the third letter of 2 June 2026', ['third', '2 June 2026']],
  ])('is found in “%s”', (text, words) => {
    expect(wordsIn(text, 'en')).toEqual(words)
  })

  it('is not seen in a letter', () => {
    expect(wordsIn('I sent a letter to an office', 'en')).toEqual([])
  })

  it('and means by its point what English means by it', () => {
    expect(findNumbers('1.204', 'en')[0]?.readings).toEqual([{ kind: 'count', value: 1.204, decimals: 3 }])
    expect(findNumbers('1.204', 'nl')[0]?.readings).toEqual([{ kind: 'count', value: 1204, decimals: 0 }])
  })
})

describe('a number in disguise', () => {
  it.each([
    ['full-width digits', '１２', 12],
    ['a joiner of no width between its digits', '1\u200D2', 12],
    ['a soft hyphen in its word', 'twa\u00ADalf', 12],
    ['Arabic digits', '١٢', 12],
    ['Persian digits', '۱۲', 12],
    ['Devanagari digits', '१२', 12],
    ['digits for mathematics', '𝟏𝟐', 12],
    ['capitals', 'TWAALF', 12],
    ['a circled sign', '⑫', 12],
    ['a key of a telephone', '3\uFE0F\u20E3', 3],
  ])('of %s is read', (_, text, value) => {
    expect(findNumbers(`In Oost waren ${text} mensen boos.`, 'nl').map(({ readings }) => readings[0])).toEqual([
      { kind: 'count', value, decimals: 0 },
    ])
  })

  it('of Roman letters or signs is found, and can be no figure', () => {
    expect(findNumbers('XII, xii, Ⅻ', 'nl').map(({ readings }) => readings)).toEqual([[], [], []])
    expect(findNumbers('三 en 🔟', 'nl')).toHaveLength(2)
  })

  it('is found whatever sign of Unicode it is', () => {
    const signs = Array.from({ length: 0x2_0000 }, (_, code) => code)
      .filter((code) => code < 0xd800 || code > 0xdfff)
      .map((code) => String.fromCodePoint(code))
      .filter((sign) => /\p{N}/u.test(sign))
    expect(signs.length).toBeGreaterThan(1500)
    expect(signs.filter((sign) => findNumbers(`bij ${sign} mensen`, 'nl').length === 0)).toEqual([])
  })
})

describe('a text in a language whose number words are not known here', () => {
  it('has its digits found, and each sentence whole for somebody who reads it', () => {
    expect(wordsIn('3 kişi geldi. Üç kişi memnun değil.', 'tr')).toEqual([
      '3',
      '3 kişi geldi.',
      'Üç kişi memnun değil.',
    ])
  })
})

describe('a sentence', () => {
  it('ends at a stop before white space, not within a number or an address', () => {
    const text = 'Zie www.stad.nl. Er zijn 1.204 mensen! Echt?\nJa'
    expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end).trim())).toEqual([
      'Zie www.stad.nl.',
      'Er zijn 1.204 mensen!',
      'Echt?',
      'Ja',
    ])
  })
})
