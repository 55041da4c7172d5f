import fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'
import { sentencesOf } from '../../src/coach/sentences-of.ts'

const WORDS = ['Hoe', 'gaat', 'het', 'o.a', 'bijv', 'Wlz', '3', '12', '0.5', 'é', 'U.S', 'Zoë', 'd.d', '113']
const BETWEEN = [
  ' ',
  ' ',
  ' ',
  '. ',
  '? ',
  '! ',
  '?',
  '.',
  '...',
  '.) ',
  '?” ',
  '. “',
  '. (',
  ', ',
  ': ',
  '; ',
  '\n',
  '.\n',
  '?!',
  '?  ',
  ' - ',
]
const segmenter = new Intl.Segmenter('nl', { granularity: 'sentence' })

describe('sentences', () => {
  it('end where the rules of Unicode end them', () => {
    const text = fc
      .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...BETWEEN)), { maxLength: 10 })
      .map((pairs) => pairs.flat().join(''))
    fc.assert(
      fc.property(text, (written) => {
        const expected = [...segmenter.segment(written)].map(({ segment }) => segment.trim())
        expect(sentencesOf(written)).toEqual(expected.filter((sentence) => sentence !== ''))
      }),
      { seed: 20_260_722, numRuns: 3000 * inject('sampleFactor') },
    )
  })
})
