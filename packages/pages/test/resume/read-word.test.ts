import { PAGE_LANGUAGES, RESUME_WORDS } from '@klankbord/pages'
import { describe, expect, it } from 'vitest'
import { readWord, wordsInOneField } from '../../src/resume/read-word.ts'
import { wordIn } from '../../src/resume/resume-words.ts'

describe('a word that somebody copies from a note', () => {
  it.each(PAGE_LANGUAGES)('is understood in %s, in capitals and without accents too', (language) => {
    for (const word of RESUME_WORDS) {
      const written = wordIn(word, language)
      const known = { kind: 'known', name: word.name }
      expect(readWord(written, language)).toEqual(known)
      expect(readWord(` ${written.toLocaleUpperCase(language)}. `, language)).toEqual(known)
      expect(readWord(written.normalize('NFD').replace(/\p{M}/gu, ''), language)).toEqual(known)
    }
  })

  it.each([
    ['de Tafel', 'picnic-table'],
    ['tafels', 'picnic-table'],
    ['katten', 'cat'],
    ['regn', 'cloud-rain'],
    ['vgoel', 'bird'],
    ['t a f e l', 'picnic-table'],
    ['parapluu', 'umbrella'],
  ])('is understood as it was meant: %s', (typed, name) => {
    expect(readWord(typed, 'nl')).toEqual({ kind: 'known', name })
  })

  it.each([
    ['deszcz', 'nl', 'cloud-rain'],
    ['شجرة', 'en', 'tree'],
    ['الشجرة', 'nl', 'tree'],
    ['дощ', 'ar', 'cloud-rain'],
    ['yağmur', 'uk', 'cloud-rain'],
    ['YAGMUR', 'nl', 'cloud-rain'],
    ['ploaie', 'tr', 'cloud-rain'],
  ])('is understood on a page in another language: %s', (typed, language, name) => {
    expect(readWord(typed, language)).toEqual({ kind: 'known', name })
  })

  it('means what it means in the language of the page, whatever it means elsewhere', () => {
    expect(readWord('sofa', 'nl')).toEqual({ kind: 'known', name: 'sofa' })
    expect(readWord('radio', 'ar')).toEqual({ kind: 'known', name: 'radio' })
  })

  it('is asked back when it could be two things in two languages', () => {
    const unclear = RESUME_WORDS.flatMap((word) =>
      PAGE_LANGUAGES.map((language) => readWord(wordIn(word, language), 'nl')),
    )
    expect(unclear.some((one) => one.kind === 'unknown' && one.near.length > 1)).toBe(true)
  })

  it('is asked back when it is no word of ours, with what it may be', () => {
    expect(readWord('paraplutje', 'nl')).toEqual({ kind: 'unknown', near: ['paraplu'] })
    expect(readWord('kwispelstaart', 'nl')).toEqual({ kind: 'unknown', near: [] })
    expect(readWord(' , ', 'nl')).toEqual({ kind: 'missing' })
  })

  it.each([
    ['regen tafel vogel', ['regen', 'tafel', 'vogel']],
    ['1. Regen, 2. tafel en 3. de vogel', ['Regen', 'tafel', 'vogel']],
    ['مطر، طاولة، عصفور', ['مطر', 'طاولة', 'عصفور']],
    ['regen tafel', null],
  ])('is found among three in one field: %s', (typed, words) => {
    expect(wordsInOneField(typed)).toEqual(words)
  })
})
