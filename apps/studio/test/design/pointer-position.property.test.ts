import { pointer } from '@klankbord/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rangeOfPointer, rangeOfSyntaxError } from '../../src/design/pointer-position.ts'

const SEED = 20261122

/** Every plain value of a JSON value, with the pointer that leads to it. */
function leaves(value: unknown, path = ''): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, pointer(path, index)))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, item]) => leaves(item, pointer(path, key)))
  return [[path, value]]
}

describe('a pointer into any definition', () => {
  it('leads to the text of exactly the value that it names', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        for (const [path, leaf] of leaves(JSON.parse(text))) {
          const { from, to } = rangeOfPointer(text, path)
          expect(JSON.parse(text.slice(from, to))).toEqual(leaf)
        }
      }),
      { seed: SEED, numRuns: 200 },
    )
  })

  it('leads to a place inside the text, however broken text and pointer are', () => {
    const pieces = fc.array(fc.constantFrom('{', '}', '[', ']', '"', 'a', ':', ',', '1', '\\', ' ', '\n', 'é', '😀'))
    fc.assert(
      fc.property(pieces, fc.string({ maxLength: 12 }), (broken, path) => {
        const text = broken.join('')
        for (const range of [rangeOfPointer(text, path), rangeOfSyntaxError(text)]) {
          if (range === null) continue
          expect(range.from).toBeGreaterThanOrEqual(0)
          expect(range.to).toBeGreaterThanOrEqual(range.from)
          expect(range.to).toBeLessThanOrEqual(text.length)
        }
      }),
      { seed: SEED, numRuns: 500 },
    )
  })

  it('finds a fault in a text exactly when it is no JSON', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 3 }), fc.nat(), (text, place) => {
        expect(rangeOfSyntaxError(text)).toBeNull()
        const broken = text.slice(0, place % text.length)
        fc.pre(!isJson(broken) && broken.trim() !== '')
        expect(rangeOfSyntaxError(broken)).not.toBeNull()
      }),
      { seed: SEED, numRuns: 200 },
    )
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
