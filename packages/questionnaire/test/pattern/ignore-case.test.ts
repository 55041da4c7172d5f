import { describe, expect, it } from 'vitest'
import { codePointsWith } from '../../src/pattern/code-points-with.ts'
import { ignoreCase } from '../../src/pattern/ignore-case.ts'
import { KNOWN_CATEGORIES, propertyRanges } from '../../src/pattern/property-ranges.ts'

const PLANES = Array.from({ length: 17 }, (_, plane) => plane)

const codeOf = (character: string): number => character.codePointAt(0) ?? 0

describe('what Unicode says of characters', () => {
  it('is the same here as in RegExp for every letter with case', () => {
    const cased = codePointsWith(/^\p{Changes_When_Casemapped}$/u, PLANES)
    const all = String.fromCodePoint(...cased)
    const wrong = cased.filter((code) => {
      const same = all.match(new RegExp(`\\u{${code.toString(16)}}`, 'giu'))?.map(codeOf) ?? []
      const ours = ignoreCase([[code, code]]).flatMap(([from, to]) =>
        Array.from({ length: to - from + 1 }, (_, index) => from + index),
      )
      return ours.join(' ') !== same.join(' ')
    })
    expect(cased.length).toBeGreaterThan(2500)
    expect(wrong).toEqual([])
  })

  it('leaves out no character of the categories that patterns may name', () => {
    const known = new RegExp(`^[${KNOWN_CATEGORIES.map((category) => `\\p{${category}}`).join('')}]$`, 'u')
    const ours = KNOWN_CATEGORIES.filter((category) => category.length === 1).map((category) =>
      (propertyRanges('General_Category', category) ?? []).reduce((sum, [from, to]) => sum + to - from + 1, 0),
    )
    expect(ours.reduce((sum, size) => sum + size, 0)).toBe(codePointsWith(known, PLANES).length)
  })
})
