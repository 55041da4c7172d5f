import { asPressedBefore } from '@klankbord/pages'
import { describe, expect, it } from 'vitest'

describe('a form that comes back from a page that says why it was not taken', () => {
  it('is as it was pressed first, in the language or the look that was pressed now', () => {
    const came = { 'go.before': 'submit', language: 'nl', look: '', age: '34' }
    expect(asPressedBefore({ ...came, go: 'language:ar' })).toMatchObject({ go: 'submit', language: 'ar', age: '34' })
    expect(asPressedBefore({ ...came, go: 'look:large' })).toMatchObject({
      go: 'submit',
      language: 'nl',
      look: 'large open',
    })
  })

  it('is as it was pressed first where the browser names no button', () => {
    expect(asPressedBefore({ 'go.before': 'submit', age: '34' })).toEqual({ go: 'submit', age: '34' })
  })

  it('is what is pressed on it where that is a button of its own, and stays as it is where nothing was pressed before', () => {
    expect(asPressedBefore({ go: 'back', 'go.before': 'next', age: '34' })).toEqual({ go: 'back', age: '34' })
    expect(asPressedBefore({ age: '34' })).toEqual({ age: '34' })
  })
})
