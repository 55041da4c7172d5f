import { describe, expect, it } from 'vitest'
import { fisherExactP, fisherExactTest, fisherTableTest } from '@klankbord/statistics'

describe('Fisher’s test of two shares', () => {
  // Odds ratio and both bounds by bisection in arithmetic of 40 digits (mpmath); R stops its search at 1.2e-4.
  it.each([
    [45, 100, 30, 95, 1.7674804159572595, 0.9488693551665996, 3.324932288056343],
    [0, 20, 6, 22, 0, 0, 0.8128284292908876],
    [10, 40, 20, 80, 1, 0.3691546134164058, 2.58283340665104],
    [1, 3, 4, 5, 0.17288297278136835, 0.0017035939485682099, 6.333630104872464],
  ])('for %d of %d and %d of %d estimates the odds ratio exactly', (count1, n1, count2, n2, ratio, low, high) => {
    const { oddsRatio, interval } = fisherExactTest({ count1, n1, count2, n2 })
    expect(oddsRatio).toBeCloseTo(ratio, 12)
    expect(interval.low).toBeCloseTo(low, 12)
    expect(interval.high).toBeCloseTo(high, 12)
  })

  it('is the same turned around, with the odds upside down', () => {
    const one = fisherExactTest({ count1: 12, n1: 20, count2: 5, n2: 24 })
    const other = fisherExactTest({ count1: 5, n1: 24, count2: 12, n2: 20 })
    expect(other.p).toBeCloseTo(one.p, 14)
    expect(Number(other.oddsRatio) * Number(one.oddsRatio)).toBeCloseTo(1, 12)
    expect(other.interval.low * one.interval.high).toBeCloseTo(1, 12)
    expect(fisherExactP({ count1: 12, n1: 20, count2: 5, n2: 24 })).toBe(one.p)
  })

  it('has no estimate where the odds are endless, and any ratio would do where nobody has it', () => {
    const all = fisherExactTest({ count1: 5, n1: 5, count2: 1, n2: 6 })
    expect(all).toMatchObject({ oddsRatio: { notComputed: 'perfectSeparation' }, interval: { high: Infinity } })
    expect(all.sampleOddsRatio).toEqual({ notComputed: 'perfectSeparation' })
    const none = fisherExactTest({ count1: 0, n1: 15, count2: 0, n2: 18 })
    expect(none).toMatchObject({ p: 1, interval: { low: 0, high: Infinity } })
    expect(none.sampleOddsRatio).toEqual({ notComputed: 'noSpread' })
  })

  it('gives a wider interval at a higher level, and refuses what is no count', () => {
    const shares = { count1: 7, n1: 20, count2: 12, n2: 24 }
    const [wide, narrow] = [fisherExactTest({ ...shares, level: 0.99 }), fisherExactTest({ ...shares, level: 0.9 })]
    expect(wide.interval.low).toBeLessThan(narrow.interval.low)
    expect(wide.interval.high).toBeGreaterThan(narrow.interval.high)
    expect(() => fisherExactP({ count1: 3, n1: 2, count2: 0, n2: 5 })).toThrow('count out of range: 3 of 2')
    expect(() => fisherExactTest({ ...shares, level: 0 })).toThrow('level out of range: 0')
  })
})

describe('Fisher’s test of a table', () => {
  it('is that of two shares for two by two', () => {
    expect(
      fisherTableTest([
        [3, 1],
        [1, 3],
      ]),
    ).toBe(fisherExactP({ count1: 3, n1: 4, count2: 1, n2: 4 }))
  })

  it('adds up the chances of all tables as unlikely as this one', () => {
    // Rows of 2, 1 and 1 people, columns of 2 and 2: 12 divisions of 4 people; the first row both in column one: 1 of 6.
    expect(
      fisherTableTest([
        [2, 0],
        [0, 1],
        [0, 1],
      ]),
    ).toBeCloseTo(1 / 3, 12)
    expect(
      fisherTableTest([
        [1, 1],
        [1, 0],
        [0, 1],
      ]),
    ).toBeCloseTo(1, 12)
  })

  it('does not mind which way the table lies', () => {
    const table = [
      [4, 1, 0],
      [2, 3, 6],
      [5, 2, 3],
      [0, 4, 1],
    ]
    const turned = [0, 1, 2].map((c) => table.map((row) => row[c] ?? 0))
    expect(fisherTableTest(turned)).toBeCloseTo(Number(fisherTableTest(table)), 12)
  })

  it('says so when there are too many tables, or nobody in a row', () => {
    const large = [
      [68, 20, 15, 5],
      [119, 84, 54, 29],
      [26, 17, 14, 14],
      [7, 94, 10, 16],
    ]
    expect(fisherTableTest(large)).toEqual({ notComputed: 'tooMuchWork' })
    expect(
      fisherTableTest([
        [0, 0],
        [3, 4],
      ]),
    ).toEqual({ notComputed: 'emptyMargin' })
    expect(
      fisherTableTest([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual({ notComputed: 'noAnswers' })
  })
})
