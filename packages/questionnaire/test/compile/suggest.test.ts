import { describe, expect, it } from 'vitest'
import { nearest } from '../../src/compile/suggest.ts'

const WORDS = ['title', 'choices', 'isRequired', 'visibleIf', 'name']

describe('the word that was probably meant', () => {
  it.each([
    ['titel', 'title'],
    ['choises', 'choices'],
    ['chioces', 'choices'],
    ['isrequired', 'isRequired'],
    ['visbleIf', 'visibleIf'],
    ['nme', 'name'],
  ])('by %s is %s', (written, meant) => {
    expect(nearest(written, WORDS)).toBe(meant)
  })

  it.each(['', 'x', 'onClick', 'abcdefgh', 'x'.repeat(1_000_000)])(
    'is not guessed where nothing is near',
    (written) => {
      expect(nearest(written, WORDS)).toBeUndefined()
    },
  )
})
