import { releaseOf, reviewLanguage, reviewsFrom, type TextRelease, type TranslatedText } from '@klankbord/model'
import { describe, expect, it } from 'vitest'

const START: TranslatedText = {
  key: 'pages/start',
  language: 'pl',
  source: 'Meedoen',
  text: 'Biorę udział',
  promise: true,
}
const NEXT: TranslatedText = { key: 'pages/next', language: 'pl', source: 'Verder', text: 'Dalej', promise: false }
const ANIA = { by: 'Ania', on: '2026-11-22' }

describe('a text in a language that the makers do not speak', () => {
  it('is unreviewed until somebody who speaks it releases it, and then says who and when', () => {
    expect(reviewsFrom([])(START)).toEqual({ state: 'unreviewed' })
    expect(reviewsFrom([releaseOf(START, ANIA)])(START)).toEqual({ state: 'released', ...ANIA })
    expect(reviewsFrom([releaseOf(START, ANIA)])(NEXT)).toEqual({ state: 'unreviewed' })
  })

  it('is outdated once its source or its own words changed', () => {
    const reviewOf = reviewsFrom([releaseOf(START, ANIA)])
    expect(reviewOf({ ...START, source: 'Ik doe mee' })).toEqual({ state: 'outdated', ...ANIA })
    expect(reviewOf({ ...START, text: 'Wezmę udział' })).toEqual({ state: 'outdated', ...ANIA })
  })

  it('is released again when the words that were released come back', () => {
    const releases = [releaseOf(START, ANIA), releaseOf({ ...START, text: 'Wezmę udział' }, ANIA)]
    expect(reviewsFrom(releases)(START).state).toBe('released')
  })

  it('is released wherever the same words stand for the same source, and in no other language', () => {
    const reviewOf = reviewsFrom([releaseOf(START, ANIA)])
    expect(reviewOf({ ...START, key: 'questionnaire/title' }).state).toBe('released')
    expect(reviewOf({ ...START, language: 'uk' }).state).toBe('unreviewed')
  })

  it('is unreviewed again when the release is taken back, until it is released once more', () => {
    const released = releaseOf(START, ANIA)
    const back: TextRelease = { ...released, takenBack: true }
    expect(reviewsFrom([released, back])(START)).toEqual({ state: 'unreviewed' })
    expect(reviewsFrom([released, back, released])(START).state).toBe('released')
  })

  it('cannot be released while it has no words', () => {
    const none = { ...START, text: '' }
    expect(reviewsFrom([releaseOf(none, ANIA)])(none)).toEqual({ state: 'unreviewed' })
  })
})

describe('how far a language is', () => {
  it('is counted in different texts, and the promises among them apart', () => {
    const twice = { ...NEXT, key: 'pages/again' }
    expect(reviewLanguage('pl', [START, NEXT, twice], reviewsFrom([]))).toEqual({
      language: 'pl',
      texts: 2,
      unreviewed: 2,
      outdated: 0,
      promises: 1,
    })
    const reviewOf = reviewsFrom([releaseOf(START, ANIA), releaseOf({ ...NEXT, text: 'Naprzód' }, ANIA)])
    expect(reviewLanguage('pl', [START, NEXT, twice], reviewOf)).toEqual({
      language: 'pl',
      texts: 2,
      unreviewed: 1,
      outdated: 1,
      promises: 0,
    })
  })
})
