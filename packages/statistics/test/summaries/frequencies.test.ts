import { describe, expect, it } from 'vitest'
import type { Category } from '@klankbord/model'
import { allFrequencies, crossTabulation, crossTabulations, frequencies, selectionOf } from '@klankbord/statistics'

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
    expect(frequencies(answers, scale, { selection: selectionOf(8, (row) => row < 2) }).base.total).toBe(2)
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

describe('counting with weights', () => {
  const weights = Float64Array.of(2, 1, 0.5, 3, 1, 1, 0, 4)

  it('puts sums of weights beside the counts, in every base', () => {
    const { counts, base, weighted } = frequencies(answers, scale, { weights })
    expect([counts, base.valid]).toEqual([[2, 1], 3])
    expect(weighted).toEqual({
      counts: [2.5, 1],
      base: {
        total: 12.5,
        asked: 11.5,
        answered: 10.5,
        valid: 3.5,
        empties: { dontKnow: 3, skipped: 1, notAsked: 1, refused: 0, unreadable: 4 },
      },
    })
  })
  it('counts a person once in the base of several answers, at their weight', () => {
    const ticks = { type: 'multiple', words: 1, bits: Int16Array.of(0b11, 0b10, -3) } as const
    const { counts, weighted } = frequencies(ticks, scale, { weights: Float64Array.of(2, 1, 5) })
    expect(counts).toEqual([1, 2])
    expect(weighted?.counts).toEqual([2, 3])
    expect([weighted?.base.valid, weighted?.base.answered]).toEqual([3, 8])
  })
  it.each([[-1], [Number.NaN], [Infinity]])('refuses a weight of %d', (weight) => {
    const one = { type: 'single', codes: Int16Array.of(1) } as const
    expect(() => frequencies(one, scale, { weights: Float64Array.of(weight) })).toThrow('a weight that is none')
  })
  it('refuses weights of other rows', () => {
    expect(() => frequencies(answers, scale, { weights: Float64Array.of(1) })).toThrow('8 and 1 rows')
  })
})

describe('counting several questions at once', () => {
  const ticks = { type: 'multiple', words: 1, bits: Int16Array.of(1, 3, 0, -2, -3, 2, 1, 1) } as const
  const questions = [
    { column: answers, categories: scale },
    { column: ticks, categories: scale },
  ]
  const by = { column: { type: 'single', codes: Int16Array.of(1, 1, 2, 2, 2, -2, 7, 1) }, codes: [2, 1] } as const

  it('gives for each what counting it alone gives', () => {
    expect(allFrequencies(questions)).toEqual([frequencies(answers, scale), frequencies(ticks, scale)])
    expect(crossTabulations(questions, by)).toEqual(
      questions.map(({ column }) => crossTabulation(column, scale, by.column, by.codes)),
    )
  })
  it('gives nothing for no questions', () => {
    expect(allFrequencies([])).toEqual([])
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
  it('refuses a tick and a kind of empty that the codebook does not have', () => {
    const ticks = (word: number) => ({ type: 'multiple', words: 1, bits: Int16Array.of(word) }) as const
    expect(() => frequencies(ticks(0b100), scale)).toThrow('codebook has 1, 2')
    expect(() => frequencies(ticks(-9), scale)).toThrow('codebook has 1, 2')
  })
  it('refuses columns of unequal length', () => {
    const short = { type: 'single', codes: Int16Array.of(1) } as const
    expect(() => crossTabulation(answers, scale, short, [1])).toThrow('8 and 1 rows')
  })
})
