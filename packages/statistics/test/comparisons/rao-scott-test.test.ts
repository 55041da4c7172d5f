import { describe, expect, it } from 'vitest'
import { chiSquareTest, raoScottTest } from '@klankbord/statistics'

/** One entry per person of a table. */
function peopleOf(table: readonly (readonly number[])[]): { row: number[]; column: number[] } {
  const cells = table.flatMap((line, r) => line.flatMap((count, c) => Array.from({ length: count }, () => [r, c])))
  return { row: cells.map(([r = 0]) => r), column: cells.map(([, c = 0]) => c) }
}

const SHAPE = { rows: 2, columns: 3 }
const TABLE = [
  [12, 7, 9],
  [4, 11, 15],
]

describe('a table of weighted people', () => {
  it('gives Pearson’s chi-square, all but exactly, when everybody weighs the same', () => {
    const plain = chiSquareTest(TABLE)
    const even = raoScottTest({ ...peopleOf(TABLE), ...SHAPE, weights: Array.from({ length: 58 }, () => 2.5) })
    expect('chiSquare' in even && 'chiSquare' in plain && even.chiSquare - plain.chiSquare).toBeCloseTo(0, 12)
    // The variance is over n − 1 here, so that effects are n/(n − 1).
    expect('f' in even && even.chiSquare / (even.f * 2)).toBeCloseTo(58 / 57, 12)
    expect('df1' in even && even.df1).toBeCloseTo(2, 12)
  })

  it('counts for less when some weigh much more than others', () => {
    const people = peopleOf(TABLE)
    const weights = people.row.map((_, at) => (at % 5 === 0 ? 8 : 1))
    const [even, uneven] = [raoScottTest({ ...people, ...SHAPE }), raoScottTest({ ...people, ...SHAPE, weights })]
    expect('f' in uneven && uneven.f * 2 * 1.5 < uneven.chiSquare).toBe(true)
    expect('df1' in uneven && 'df1' in even && uneven.df1 < even.df1).toBe(true)
  })

  it('counts for more when much of the town was asked', () => {
    const people = peopleOf(TABLE)
    const populations = people.row.map(() => 87)
    const [endless, town] = [raoScottTest({ ...people, ...SHAPE }), raoScottTest({ ...people, ...SHAPE, populations })]
    expect('f' in town && 'f' in endless && town.f / endless.f).toBeCloseTo(1 / (1 - 58 / 87), 10)
  })

  it('has no test where it cannot have one, and says why', () => {
    const people = peopleOf(TABLE)
    const everybody = people.row.map(() => 58)
    expect(raoScottTest({ ...people, ...SHAPE, populations: everybody })).toEqual({ notComputed: 'noSpread' })
    const strata = people.row.map((_, at) => (at === 0 ? 1 : 2))
    expect(raoScottTest({ ...people, ...SHAPE, strata })).toEqual({ notComputed: 'oneInStratum' })
    expect(raoScottTest({ ...people, rows: 2, columns: 4 })).toEqual({ notComputed: 'emptyMargin' })
    expect(raoScottTest({ row: [], column: [], ...SHAPE })).toEqual({ notComputed: 'noAnswers' })
    expect(raoScottTest({ row: [0, 1], column: [0, 1], ...SHAPE, weights: [0, 0] })).toEqual({
      notComputed: 'noWeight',
    })
  })

  it('refuses weights below nothing, places outside the table, and lists that do not fit', () => {
    const people = peopleOf(TABLE)
    const weights = people.row.map(() => -1)
    expect(() => raoScottTest({ ...people, ...SHAPE, weights })).toThrow('weights holds a weight that is none')
    expect(() => raoScottTest({ ...people, rows: 2, columns: 2 })).toThrow('cell out of range: 2')
    expect(() => raoScottTest({ ...people, ...SHAPE, strata: [1, 2] })).toThrow('strata has 2 entries (expected 58)')
    const populations = people.row.map(() => 57)
    expect(() => raoScottTest({ ...people, ...SHAPE, populations })).toThrow('smaller than the sample: 58 of 57')
  })
})
