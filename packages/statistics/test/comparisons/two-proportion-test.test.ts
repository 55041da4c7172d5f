import { describe, expect, it } from 'vitest'
import { holm, twoProportionTest } from '@klankbord/statistics'

describe('two shares beside each other', () => {
  // R: prop.test(c(45, 30), c(100, 95), correct = FALSE).
  it('gives the pooled z and its two-sided p', () => {
    const { difference, z, p } = twoProportionTest({ count1: 45, n1: 100, count2: 30, n2: 95 })
    expect(difference).toBeCloseTo(0.1342105263157895, 12)
    expect(z).toBeCloseTo(1.9255040351746047, 12)
    expect(p).toBeCloseTo(0.0541663316302272, 12)
  })
  it('finds no difference between equal shares', () => {
    expect(twoProportionTest({ count1: 10, n1: 40, count2: 20, n2: 80 })).toMatchObject({ difference: 0, z: 0, p: 1 })
  })
  it('has no z where nobody or everybody has the property', () => {
    expect(twoProportionTest({ count1: 0, n1: 15, count2: 0, n2: 18 })).toMatchObject({
      difference: 0,
      z: { notComputed: 'noSpread' },
      p: { notComputed: 'noSpread' },
    })
    expect(twoProportionTest({ count1: 15, n1: 15, count2: 18, n2: 18 }).p).toEqual({ notComputed: 'noSpread' })
  })
  it('refuses a count above its base', () => {
    expect(() => twoProportionTest({ count1: 2, n1: 1, count2: 0, n2: 5 })).toThrow('count out of range: 2 of 1')
  })
})

describe('several comparisons at once', () => {
  // R: p.adjust(p, 'holm').
  it('corrects by Holm, in the order given', () => {
    expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06])
    expect(holm([0.02, 0.02, 0.02, 0.5, 0.5, 1])).toEqual([0.12, 0.12, 0.12, 1, 1, 1])
  })
  it('leaves out what was not tested', () => {
    const none = { notComputed: 'noSpread' } as const
    expect(holm([0.01, none, 0.03, 0.04, none])).toEqual([0.03, none, 0.06, 0.06, none])
  })
  it('leaves one comparison as it is, and none empty', () => {
    expect(holm([0.04])).toEqual([0.04])
    expect(holm([])).toEqual([])
  })
})
