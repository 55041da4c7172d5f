import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textWords } from '../../src/personal-data/text-words.ts'

/** What a word is in any text, in the words of Unicode. */
const WORD = /['’]?\p{L}[\p{L}\p{M}]*(?:['’-][\p{L}\p{M}]+)*/gu
const signs = fc.constantFrom(...`abzAZ''--  .,5éÀ×÷ªµºßÿ¹\u00ad\n’łж\u0301😀`)

describe('the words of a text', () => {
  it('are the same whether or not some other text would need all of Unicode', () => {
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 16 }), (drawn) => {
        const text = drawn.join('')
        const expected = [...text.matchAll(WORD)].map(({ 0: word, index }) => [index, index + word.length, word])
        expect(textWords(text).map((word) => [word.start, word.end, word.text])).toEqual(expected)
      }),
      { seed: 11, numRuns: 2000 },
    )
  })

  it('know what stands before them', () => {
    const told = textWords('Bel mw. De Wit, of Jan.  Hij\nweet')
    const lines = told.map(({ lower, shape, near, next, beginsSentence: begins }) => [lower, shape, near, next, begins])
    expect(lines).toEqual([
      ['bel', 'capital', false, false, true],
      ['mw', 'small', true, true, false],
      ['de', 'capital', true, true, false],
      ['wit', 'capital', true, true, false],
      ['of', 'small', false, true, false],
      ['jan', 'capital', true, true, false],
      ['hij', 'capital', true, true, true],
      ['weet', 'small', false, true, true],
    ])
  })
})
