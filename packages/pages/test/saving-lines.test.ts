// @vitest-environment jsdom
import { savedState, type SavedSoFar } from '@klankbord/pages/browser'
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
})
