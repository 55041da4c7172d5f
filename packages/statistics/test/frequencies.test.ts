import { describe, expect, it } from 'vitest'
import type { Category } from '@klankbord/model'
import { crossTabulation, frequencies } from '@klankbord/statistics'

const scale: readonly Category[] = [
  { code: 1, value: 1, label: { nl: 'Eens' } },
  { code: 2, value: 2, label: { nl: 'Oneens' } },
  { code: -3, value: -3, label: { nl: 'Weet ik niet' }, empty: 'dontKnow' },
]
const answers = { type: 'single', codes: Int16Array.of(1, 2, 1, -3, -2, -1, -4, -6) } as const

describe('counting a single choice', () => {
  it('counts answers in codebook order and states who is left out', () => {
    expect(frequencies(answers, scale)).toEqual({
      counts: [2, 1],
      base: {
        total: 8,
        asked: 7,
        answered: 6,
        valid: 3,
        empties: { dontKnow: 1, skipped: 1, notAsked: 1, refused: 1, unreadable: 1 },
      },
    })
  })
  it('counts the selected rows only', () => {
    expect(frequencies(answers, scale, (row) => row < 2).base.total).toBe(2)
  })
  it('gives zeros for nobody', () => {
    expect(frequencies({ type: 'single', codes: new Int16Array() }, scale)).toEqual({
      counts: [0, 0],
      base: { total: 0, asked: 0, answered: 0, valid: 0, empties: {} },
    })
  })
  it('refuses a code that the codebook does not have', () => {
    expect(() => frequencies({ type: 'single', codes: Int16Array.of(1, 9) }, scale)).toThrow('codebook has 1, 2')
  })
})

describe('counting several answers', () => {
  const options = Array.from({ length: 17 }, (_, index) => ({
    code: index + 1,
    value: index + 1,
    label: { nl: `${index}` },
  }))
  // Person 1 ticked the first and the sixteenth option, person 2 the second, person 3 skipped.
  const ticks = { type: 'multiple', words: 2, bits: Int16Array.of(0b1, 0b1, 0b10, 0, -2, 0) } as const

  it('counts ticks over the words, and people once in the base', () => {
    const { counts, base } = frequencies(ticks, options)
    expect(counts.slice(0, 2)).toEqual([1, 1])
    expect(counts[15]).toBe(1)
    expect(base).toEqual({ total: 3, asked: 3, answered: 2, valid: 2, empties: { skipped: 1 } })
  })
})

describe('counting by group', () => {
  const by = { type: 'single', codes: Int16Array.of(1, 1, 2, 2, 2, -2, 7, 1) } as const

  it('gives each group its own bases and leaves out people in none', () => {
    const [first, second, third] = crossTabulation(answers, scale, by, [1, 2, 3])
    expect(first?.counts).toEqual([1, 1])
    expect(first?.base.total).toBe(3)
    expect(second?.base).toEqual({ total: 3, asked: 3, answered: 2, valid: 1, empties: { dontKnow: 1, skipped: 1 } })
    expect(third?.base.total).toBe(0)
  })
  it('refuses columns of unequal length', () => {
    const short = { type: 'single', codes: Int16Array.of(1) } as const
    expect(() => crossTabulation(answers, scale, short, [1])).toThrow('8 and 1 rows')
  })
})
