import { describe, expect, it } from 'vitest'
import {
  rangeOfKey,
  rangeOfName,
  rangeOfPointer,
  rangeOfSyntaxError,
  rangeOfText,
  type TextRange,
} from '../../src/design/pointer-position.ts'

const TEXT = `{
  "title": "Zorg",
  "pages": [
    { "name": "p1", "elements": [{ "type": "ratng", "name": "q1", "isRequired": true }] },
    { "name": "p2", "elements": [], "a/b": 1, "c~d": null }
  ]
}`

const cut = (range: TextRange | null, text = TEXT): string | null => range && text.slice(range.from, range.to)
const at = (pointer: string, text = TEXT): string | null => cut(rangeOfPointer(text, pointer), text)

describe('somebody who looks for a finding in the text', () => {
  it.each([
    ['/title', '"Zorg"'],
    ['/pages/0/elements/0/type', '"ratng"'],
    ['/pages/0/elements/0/isRequired', 'true'],
    ['/pages/1/a~1b', '1'],
    ['/pages/1/c~0d', 'null'],
  ])('finds the value at %s itself', (pointer, found) => {
    expect(at(pointer)).toBe(found)
  })

  it('finds an object or a list by its key, so that never half the page is underlined', () => {
    expect(at('/pages')).toBe('"pages"')
    expect(at('/pages/1/elements')).toBe('"elements"')
  })

  it('finds an object in a list by its first property', () => {
    expect(at('/pages/1')).toBe('"name": "p2"')
  })

  it('finds the questionnaire as a whole where it begins', () => {
    expect(at('')).toBe('{')
  })

  it('is led to the deepest place that exists', () => {
    expect(at('/pages/0/elements/0/choices/3')).toBe('"type": "ratng"')
    expect(at('/pages/9')).toBe('"pages"')
    expect(at('/pages/first')).toBe('"pages"')
  })

  it('gets the last one of a repeated key, which is the one that JSON keeps', () => {
    expect(at('/a', '{"a":1,"a":2}')).toBe('2')
  })

  it('recognises a key however it is written', () => {
    expect(at('/a', String.raw`{"\u0061":1}`)).toBe('1')
  })

  it('gets something to look at in any text, also an empty or a broken one', () => {
    expect(rangeOfPointer('', '/a')).toEqual({ from: 0, to: 0 })
    expect(at('/a', '[]')).toBe('[')
    expect(at('/pages/0/name', '{"pages":[{"name":"p1"')).toBe('"p1"')
  })
})

describe('somebody who takes a suggestion', () => {
  it('has the key replaced, quotes included', () => {
    expect(cut(rangeOfKey(TEXT, '/pages/0/elements/0/isRequired'))).toBe('"isRequired"')
    expect(cut(rangeOfKey(TEXT, '/title'))).toBe('"title"')
  })

  it('has nothing replaced when the key is not there any more', () => {
    expect(rangeOfKey(TEXT, '/titel')).toBeNull()
    expect(rangeOfKey(TEXT, '/pages/0')).toBeNull()
    expect(rangeOfKey(TEXT, '')).toBeNull()
    expect(rangeOfKey('', '/title')).toBeNull()
  })

  it('has a text replaced, and nothing but a text', () => {
    expect(cut(rangeOfText(TEXT, '/pages/0/elements/0/type'))).toBe('"ratng"')
    expect(rangeOfText(TEXT, '/pages/0/elements/0/isRequired')).toBeNull()
    expect(rangeOfText(TEXT, '/pages/0/elements/0/typo')).toBeNull()
    expect(rangeOfText('', '/type')).toBeNull()
  })
})

describe('somebody who chooses a screen', () => {
  it('is shown where its question has its name', () => {
    expect(cut(rangeOfName(TEXT, 'q1'))).toBe('"q1"')
    expect(rangeOfName(TEXT, 'q1')?.from).toBe(TEXT.indexOf('"q1"'))
  })

  it('is not led astray by a question that is gone', () => {
    expect(rangeOfName(TEXT, 'Zorg')).toBeNull()
    expect(rangeOfName('', 'q1')).toBeNull()
  })
})

describe('somebody who broke the JSON', () => {
  it.each([
    ['{"a":1,}', 6],
    ['{"a" 1}', 5],
    ['{"a":1', 5],
  ])('is shown where %s stops being JSON', (text, near) => {
    const range = rangeOfSyntaxError(text)
    expect(range?.from).toBeGreaterThanOrEqual(near - 1)
    expect(range?.from).toBeLessThanOrEqual(text.length)
  })

  it('sees no mark in a text that is JSON', () => {
    expect(rangeOfSyntaxError(TEXT)).toBeNull()
  })
})
