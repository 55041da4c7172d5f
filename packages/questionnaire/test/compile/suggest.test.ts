import { describe, expect, it } from 'vitest'
import { editDistance, nearest } from '../../src/compile/suggest.ts'

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

describe('how much two words differ', () => {
  it.each([
    ['geholpen', 'gehoplen', 1],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
    ['abcdefgh', 'cdefghij', 4],
  ])('%s and %s: %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance)
    expect(editDistance(b, a)).toBe(distance)
    expect(editDistance(a, b, distance)).toBe(distance)
    expect(editDistance(a, b, distance - 1)).toBe(Infinity)
  })
})
