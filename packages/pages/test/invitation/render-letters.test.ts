// @vitest-environment jsdom
import { PAGE_LANGUAGES, PRINTED_LETTER_STYLE_SOURCES, renderLetters, type Letter } from '@klankbord/pages'
import { describe, expect, it } from 'vitest'
import { hashSource } from '../../src/hash-source.ts'
import { parsed, wordsOf } from '../parsed.ts'
import { INVITATION } from './invitations.ts'

const LETTER: Letter = {
  ...INVITATION,
  addressLines: ['Mw. A. de Vries', 'Lange Nieuwstraat 12 bis', '1234 AB Voorbeeldstad'],
  qr: { size: 25, path: 'M2 2h1v1h-1z' },
}

const printed = (letters: readonly Partial<Letter>[], window: 'left' | 'right' = 'left'): string =>
  renderLetters(
    letters.map((changes) => ({ ...LETTER, ...changes })),
    { date: '2027-05-03', window },
  )
const sheetsOf = (html: string): readonly Element[] => [...parsed(html).querySelectorAll('.sheet')]

describe('somebody who gets a letter', () => {
  const [sheet] = sheetsOf(printed([{}]))

  it('finds who asks, the date, the address to type, the code and whom to call', () => {
    const text = wordsOf(sheet ?? null)
    for (const told of [
      'Cliëntenraad Voorbeeldstad',
      '3 mei 2027',
      'Ervaringen met hulp 2027',
      'Beste Mw. A. de Vries,',
      'aan uw zorg of ondersteuning verandert niets',
      'tot en met 31 mei 2027',
      'Hulp nodig? Bel 0800 – 000 00 00',
      'Wilt u geen herinnering krijgen?',
      'U kunt er ook later verdergaan, uw antwoorden laten wissen en de uitkomsten lezen',
    ])
      expect(text).toContain(told)
    expect(sheet?.querySelector('.address')?.textContent).toBe('vragen.voorbeeldstad.example/hulp-2027')
    expect([...(sheet?.querySelectorAll('.code span') ?? [])].map(wordsOf)).toEqual(['K7M', 'D93', 'XWPN'])
  })

  it('is offered the web, paper, the telephone and a talk with a peer', () => {
    expect([...(sheet?.querySelectorAll('li') ?? [])].map(wordsOf)).toEqual([
      'Op papier: wij sturen u de vragen.',
      'Per telefoon: iemand stelt u de vragen.',
      'In een gesprek met een ervaringsdeskundige: iemand die zelf zorg of ondersteuning heeft gehad.',
    ])
    expect(wordsOf(sheet?.querySelector('.how') ?? null)).toContain('Ga op uw telefoon, tablet of computer naar:')
  })

  it('reads what is protected in this wave, and no more', () => {
    const confidential = wordsOf(sheetsOf(printed([{ anonymous: false }]))[0] ?? null)
    expect(confidential).toContain('Uw antwoorden zijn dus niet anoniem.')
    expect(confidential).not.toContain('los van uw antwoorden')
    expect(wordsOf(sheetsOf(printed([{ code: null }]))[0] ?? null)).toContain('U doet mee zonder code.')
  })

  it('has the address where the window of the envelope is', () => {
    expect([...(sheet?.querySelectorAll('address span') ?? [])].map(wordsOf)).toEqual(LETTER.addressLines)
    expect(sheet?.querySelector('address')?.className).toBe('window left')
    expect(sheetsOf(printed([{}], 'right'))[0]?.querySelector('address')?.className).toBe('window right')
  })
})

describe('somebody with another language', () => {
  it.each(PAGE_LANGUAGES.filter((language) => language !== 'nl'))(
    'finds all of it on a second page in %s',
    (language) => {
      const [front, back, ...more] = sheetsOf(printed([{ language, kind: 'reminder' }]))
      expect(more).toEqual([])
      expect([front?.getAttribute('lang'), back?.getAttribute('lang')]).toEqual([null, language])
      expect(back?.getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr')
      // The front tells in the language that there is another page.
      expect(front?.querySelector('.date b')?.getAttribute('lang')).toBe(language)
      for (const part of ['.code span', 'li', 'figure svg', '.address'])
        expect(back?.querySelectorAll(part).length).toBe(front?.querySelectorAll(part).length)
      expect(back?.querySelector('address')).toBeNull()
    },
  )

  it('gets Dutch alone where there are no texts in it', () => {
    expect(sheetsOf(printed([{ language: 'hu' }]))).toHaveLength(1)
  })
})

describe('a file of letters', () => {
  it('has a page for each person, in their order', () => {
    const names = sheetsOf(printed([{ recipient: 'A' }, { recipient: 'B', language: 'ar' }, { recipient: null }])).map(
      (sheet) => wordsOf(sheet.querySelector('h1 + p')),
    )
    expect(names).toEqual(['Beste A,', 'Beste B,', 'تحية طيبة، B،', 'Beste mevrouw, beste meneer,'])
    expect(printed([])).toContain('<body>')
  })

  it('fetches and runs nothing, and shows what an importer wrote as text', () => {
    const evil = '"><script>1</script><img src=x onerror=1>'
    const page = parsed(
      printed([
        { recipient: evil, addressLines: [evil], owner: { name: evil }, studyTitle: { nl: evil }, address: evil },
      ]),
    )
    expect(page.querySelectorAll('script, img, link, iframe, [src], [style], [onerror]')).toHaveLength(0)
    expect(wordsOf(page.querySelector('address'))).toBe(evil)
    expect([hashSource(page.querySelector('style')?.textContent ?? '')]).toEqual(PRINTED_LETTER_STYLE_SOURCES)
  })
})
