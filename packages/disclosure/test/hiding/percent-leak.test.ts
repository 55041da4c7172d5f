import { describe, expect, it } from 'vitest'
import { countsOfPercent, percentLeak } from '@klankbord/disclosure'

describe('a printed percentage', () => {
  it('gives a count away where the base is small and the decimals are many', () => {
    expect(percentLeak(180, 2.8, 1)).toEqual([5])
    expect(percentLeak(37, 5, 0)).toEqual([2])
    expect(percentLeak(420, 1, 0)).toEqual([3, 4, 5, 6])
  })

  it('allows both ways of rounding a half', () => {
    expect(percentLeak(200, 1, 0)).toEqual([1, 2, 3])
    expect(percentLeak(8, 12, 0)).toEqual([1])
    expect(percentLeak(8, 13, 0)).toEqual([1])
  })

  it('fits no count where it does not belong to the base', () => {
    expect(percentLeak(20, 33, 0)).toEqual([])
    expect(countsOfPercent(20, 33, 0)).toEqual({ least: 7, most: 6 })
  })

  it('is what every count of every base prints', () => {
    for (let base = 1; base <= 60; base += 1) {
      for (let count = 0; count <= base; count += 1) {
        const printed = Math.round((1000 * count) / base) / 10
        expect(percentLeak(base, printed, 1)).toContain(count)
      }
    }
  })

  it('of nobody is of nobody', () => {
    expect(percentLeak(0, 0, 0)).toEqual([0])
  })
})
