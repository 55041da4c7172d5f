import { describe, expect, it } from 'vitest'
import type { FoundNumber, StudyWords } from '../../src/api/words-types.ts'
import { messagesIn } from '../../src/language/messages.ts'
import {
  decidedOn,
  formOf,
  inWords,
  isFigure,
  NEW_ACTION,
  NEW_ADVICE,
  openNumbers,
  savedWords,
} from '../../src/publication/authored-form.ts'
import { fieldWords, figureWords } from '../../src/publication/number-words.ts'

const number: FoundNumber = {
  place: 'a',
  field: 'texts/introduction',
  language: 'nl',
  words: '599',
  sentence: '599 mensen.',
}
const figure = { account: 'answered' } as const
const WORDS: StudyWords = {
  texts: { introduction: { nl: '599 mensen.', en: '599 people.' }, conclusions: [{ nl: 'Het gaat goed.' }] },
  numbers: [
    { ...number, figure },
    { ...number, place: 'b' },
    { ...number, place: 'c', figure: null },
  ],
  questions: [],
  revision: 3,
}

describe('somebody writes texts', () => {
  it('and what is said to one audience stays, though it is not typed here', () => {
    const audiences = [{ audience: 'clients', headline: { nl: 'Dit vond u ervan.' } }] as const
    expect(savedWords(formOf({ ...WORDS, audiences }), 3)).toMatchObject({ texts: WORDS.texts, audiences })
  })

  it('and what they leave as it was is saved as it was', () => {
    expect(savedWords(formOf(WORDS), 3)).toEqual({
      texts: WORDS.texts,
      numbers: [
        { place: 'a', figure },
        { place: 'c', figure: null },
      ],
      revision: 3,
    })
  })

  it('in one language, and those in others stay', () => {
    expect(inWords({ nl: 'Dag', en: 'Hi' }, 'nl', 'Hallo')).toEqual({ nl: 'Hallo', en: 'Hi' })
  })

  it('and what is left empty is not saved, nor an answer without words', () => {
    const form = {
      ...formOf(WORDS),
      texts: {
        headline: { nl: ' ' },
        conclusions: [{ nl: '' }, { nl: 'Goed.' }],
        comments: [{ theme: 'access', text: {} }],
      },
      advice: [
        { ...NEW_ADVICE, advice: { nl: 'Bel terug.', en: '' }, answer: { text: { nl: '' }, on: '2026-01-01' } },
        { ...NEW_ADVICE, to: { nl: 'De raad' } },
      ],
      actions: [{ ...NEW_ACTION, advice: { nl: 'Bel.' }, done: { nl: 'Gedaan.' } }, NEW_ACTION],
    }
    expect(savedWords(form, 4)).toEqual({
      texts: { conclusions: [{ nl: 'Goed.' }] },
      advice: [{ to: {}, advice: { nl: 'Bel terug.' }, tables: [], state: 'awaitingAnswer' }],
      actions: [{ advice: { nl: 'Bel.' }, state: 'done', done: { nl: 'Gedaan.' } }],
      numbers: savedWords(formOf(WORDS), 3).numbers,
      revision: 4,
    })
  })
})

describe('of each number somebody says what it is', () => {
  it('and those of which nobody did are counted', () => {
    expect(openNumbers(WORDS.numbers, formOf(WORDS))).toBe(1)
    expect(openNumbers(WORDS.numbers, { decided: { a: figure, b: null, c: null } })).toBe(0)
  })

  it('and can take that back', () => {
    const open = decidedOn(formOf(WORDS), 'c', undefined)
    expect(openNumbers(WORDS.numbers, open)).toBe(2)
    expect(openNumbers(WORDS.numbers, decidedOn(open, 'b', figure))).toBe(1)
  })

  it('whatever the order in which a figure is written', () => {
    expect(isFigure({ table: 'q', group: 1, answers: [4, 5] }, { answers: [4, 5], group: 1, table: 'q' })).toBe(true)
    expect(isFigure({ table: 'q', group: 1, answers: [4] }, { table: 'q', group: 2, answers: [4] })).toBe(false)
    expect(isFigure(null, undefined)).toBe(false)
  })
})

describe('in the language of who reads', () => {
  const t = messagesIn('nl')
  const text = (words: Readonly<Record<string, string>>): string => words['nl'] ?? ''

  it('the place of a number is named', () => {
    expect(fieldWords('texts/conclusions/1', t)).toBe('Wat u ziet, 2')
    expect(fieldWords('texts/introduction', t)).toBe('Inleiding')
    expect(fieldWords('advice/0/answer/text', t)).toBe('Advies, 1')
    expect(fieldWords('plan/breakdowns/0/bands/1/label', t)).toBe('Naam van een groep')
    expect(fieldWords('wave/title', t)).toBe('Tekst')
  })

  it('a figure is named with what it says', () => {
    const value = { count: 420, n: 552, share: 420 / 552 }
    const said = {
      question: { nl: 'Mijn hulp is goed.' },
      group: null,
      answers: [{ nl: 'eens' }, { nl: 'helemaal eens' }],
      value,
    }
    expect(figureWords({ ...said, figure: { table: 'good', group: null, answers: [4, 5] } }, text, t)).toBe(
      'Mijn hulp is goed. · Iedereen · eens + helemaal eens: 76% (420 van 552)',
    )
    const mean = { count: null, n: null, share: null, number: 7.256 }
    const grade = { ...said, group: { nl: 'Noord' }, answers: [], value: mean }
    expect(figureWords({ ...grade, figure: { numbers: 'grade', group: 1, value: 'mean' } }, text, t)).toBe(
      'Mijn hulp is goed. · Noord · gemiddelde: 7.26',
    )
    const all = { ...grade, question: null, group: null, value: { count: 599, n: null, share: null } }
    expect(figureWords({ ...all, figure }, text, t)).toBe('Hoeveel mensen antwoord gaven: 599')
  })
})
