// @vitest-environment jsdom
import { offlineNotice, savedState, type SavedSoFar } from '@klankbord/pages/browser'
import { describe, expect, it } from 'vitest'
import { QUESTIONNAIRE } from './fixture.ts'
import { parsed, wordsOf } from './parsed.ts'

const SAVED: SavedSoFar = { everything: true, lasts: false, waiting: [], offline: false, stays: false, unkept: false }

const line = (state: Partial<SavedSoFar>, language = 'nl'): string =>
  wordsOf(parsed(savedState(language, QUESTIONNAIRE, { ...SAVED, ...state })).body)

describe('somebody whose answers are saved as they go', () => {
  it('reads in the same breath that it holds while the page is open, where closing it loses them', () => {
    expect(line({})).toBe('Alles tot nu toe is opgeslagen, zolang deze pagina open blijft')
    expect(line({}, 'en')).toBe('Everything so far is saved, as long as this page stays open')
  })

  it('reads that they are saved and no more, where they can come back to them', () => {
    expect(line({ lasts: true })).toBe('Alles tot nu toe is opgeslagen')
  })

  it('reads once how many answers are on the device only while there is no internet, and no list of numbers', () => {
    const away = { ...SAVED, everything: false, offline: true, waiting: [4, 5, 6, 7, 8, 9, 10, 12, 13, 14, 15] }
    const notice = wordsOf(parsed(offlineNotice('nl', QUESTIONNAIRE, away)).body)
    expect(notice).toContain('blijft op dit apparaat')
    expect(notice).not.toMatch(/[0-9]/)
    expect(line(away)).toBe('Nog op dit apparaat: 11 antwoorden')
    expect(line({ ...away, waiting: [4] })).toBe('Nog op dit apparaat: 1 antwoord')
    expect(line(away, 'uk')).toBe('Ще на цьому пристрої: 11 відповідей')
  })
})
