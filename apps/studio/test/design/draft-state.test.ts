import { describe, expect, it } from 'vitest'
import { decodeFailure } from '../../src/api/api-failure.ts'
import { draftAfter, isUnsaved, openDraft, type DraftEvent, type DraftState } from '../../src/design/draft-state.ts'

const CHECKED = { findings: [], screens: [], languages: ['nl'], reviews: [], changed: true }
const OPENED = openDraft({ text: 'a', revision: 1 }, CHECKED)
const after = (...events: readonly DraftEvent[]): DraftState => events.reduce(draftAfter, OPENED)

const typed = (text: string): DraftEvent => ({ type: 'typed', text })
const sending: DraftEvent = { type: 'sending' }
const saved = (revision: number): DraftEvent => ({ type: 'saved', revision, checked: CHECKED, at: 1000 })
const failed = (status: number): DraftEvent => {
  const failure = decodeFailure(status, {})
  return { type: 'failed', failure, passing: status >= 500 }
}
const theirs = { text: 'theirs', revision: 7 }
const overtaken: DraftEvent = { type: 'overtaken', theirs, checked: CHECKED }

describe('somebody who types', () => {
  it('sees everything saved once the server has the text', () => {
    expect(OPENED).toMatchObject({ phase: 'saved', savedAt: null })
    expect(after(typed('ab')).phase).toBe('changed')
    expect(after(typed('ab'), sending).phase).toBe('saving')
    expect(after(typed('ab'), sending, saved(2))).toMatchObject({ phase: 'saved', revision: 2, savedAt: 1000 })
  })

  it('keeps what was typed while a save was on its way, as still to be saved', () => {
    const state = after(typed('ab'), sending, typed('abc'), saved(2))
    expect(state).toMatchObject({ phase: 'changed', text: 'abc', sent: 'ab', revision: 2 })
  })

  it('has nothing to save after putting in the same text', () => {
    expect(after(typed('a'))).toBe(OPENED)
  })

  it('reads that it is tried again when the server is away, and that it was refused when it says no', () => {
    expect(after(typed('ab'), sending, failed(503)).phase).toBe('retrying')
    expect(after(typed('ab'), sending, failed(422))).toMatchObject({ phase: 'refused', failure: { status: 422 } })
    expect(after(typed('ab'), sending, failed(422), typed('abc')).phase).toBe('changed')
    expect(after(typed('ab'), sending, failed(422), sending).failure).toBeNull()
  })
})

describe('somebody whose text was changed by somebody else', () => {
  it('has both texts and chooses', () => {
    const state = after(typed('mine'), sending, overtaken)
    expect(state).toMatchObject({ phase: 'stale', text: 'mine', theirs })
    expect(isUnsaved(state)).toBe(true)
  })

  it('may keep on typing before choosing', () => {
    const state = after(typed('mine'), sending, overtaken, typed('mine too'))
    expect(state).toMatchObject({ phase: 'stale', text: 'mine too' })
  })

  it('keeps the own text, on top of the revision of the other', () => {
    const state = after(typed('mine'), sending, overtaken, { type: 'keptMine' })
    expect(state).toMatchObject({ phase: 'changed', text: 'mine', revision: 7, theirs: null })
  })

  it('takes the other text', () => {
    const state = after(typed('mine'), sending, overtaken, { type: 'tookTheirs' })
    expect(state).toMatchObject({ phase: 'saved', text: 'theirs', revision: 7, theirs: null })
  })

  it('has nothing to choose when both typed the same', () => {
    expect(after(typed('theirs'), sending, overtaken)).toMatchObject({ phase: 'saved', text: 'theirs', revision: 7 })
  })

  it('has nothing happen by a choice that is not asked', () => {
    expect(after({ type: 'keptMine' })).toBe(OPENED)
    expect(after({ type: 'tookTheirs' })).toBe(OPENED)
  })
})

describe('somebody who comes back to the page', () => {
  const refreshed = (text: string, revision: number): DraftEvent => ({
    type: 'refreshed',
    definition: { text, revision },
    checked: CHECKED,
  })

  it('gets a newer text of the server', () => {
    expect(after(refreshed('newer', 3))).toMatchObject({ phase: 'saved', text: 'newer', revision: 3 })
  })

  it('keeps unsaved words, and is not thrown back by an older answer', () => {
    expect(after(typed('mine'), refreshed('newer', 3)).text).toBe('mine')
    expect(after(typed('ab'), sending, saved(4), refreshed('a', 3)).text).toBe('ab')
  })
})
