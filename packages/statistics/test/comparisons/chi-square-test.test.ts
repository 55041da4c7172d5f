import { describe, expect, it } from 'vitest'
import { chiSquareTest, cohensH } from '@klankbord/statistics'

describe('a table of counts', () => {
  it('gets no figure where a row, a column or everything is empty', () => {
    expect(
      chiSquareTest([
        [1, 0],
        [4, 0],
      ]),
    ).toEqual({ notComputed: 'emptyMargin' })
    expect(
      chiSquareTest([
        [0, 0],
        [4, 2],
      ]),
    ).toEqual({ notComputed: 'emptyMargin' })
    expect(
      chiSquareTest([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual({ notComputed: 'noAnswers' })
  })

  it('gives phi and Yates’s correction for two by two only', () => {
    expect(
      chiSquareTest([
        [5, 6],
        [7, 2],
        [3, 3],
      ]),
    ).toMatchObject({
      phi: { notComputed: 'notComparable' },
      yates: { notComputed: 'notComparable' },
      df: 2,
    })
  })

  it('has no corrected V where too few people leave nothing of it', () => {
    expect(
      chiSquareTest([
        [1, 0],
        [0, 1],
      ]),
    ).toMatchObject({ cramersVCorrected: { notComputed: 'tooFewAnswers' } })
  })

  it('is refused with rows of unequal length, one row, or parts of people', () => {
    expect(() => chiSquareTest([[1, 2], [3]])).toThrow('table is not rectangular: rows of 2, 1 cells')
    expect(() => chiSquareTest([[1, 2]])).toThrow('table is not rectangular')
    expect(() =>
      chiSquareTest([
        [1, 2.5],
        [3, 4],
      ]),
    ).toThrow('count out of range: 2.5')
  })
})

describe('the step between two shares', () => {
  it('is as easy to see near 0 as in the middle', () => {
    expect(cohensH({ count1: 1, n1: 2, count2: 1, n2: 2 })).toBe(0)
    expect(cohensH({ count1: 4, n1: 4, count2: 0, n2: 3 })).toBeCloseTo(Math.PI, 14)
  })
})
