import { describe, expect, it } from 'vitest'
import {
  agrestiCoullInterval,
  clopperPearsonInterval,
  hypergeometricInterval,
  newcombeInterval,
  waldInterval,
} from '@klankbord/statistics'

describe('the share of a town', () => {
  it('is one of whole people', () => {
    expect(hypergeometricInterval({ count: 11, n: 40, population: 41 })).toEqual({
      lowCount: 11,
      highCount: 12,
      low: 11 / 41,
      high: 12 / 41,
    })
  })

  it('is known when everybody answered', () => {
    expect(hypergeometricInterval({ count: 30, n: 60, population: 60 })).toMatchObject({ low: 0.5, high: 0.5 })
    expect(hypergeometricInterval({ count: 0, n: 3, population: 3 })).toMatchObject({ low: 0, high: 0 })
  })

  it('comes near Clopper and Pearson’s when the town is large', () => {
    const endless = clopperPearsonInterval({ count: 37, n: 180 })
    const large = hypergeometricInterval({ count: 37, n: 180, population: 5_000_000 })
    expect(large.low).toBeCloseTo(endless.low, 5)
    expect(large.high).toBeCloseTo(endless.high, 5)
  })

  it('is refused for part of a person, and for more answers than people', () => {
    expect(() => hypergeometricInterval({ count: 1, n: 4, population: 10.5 })).toThrow('population out of range: 10.5')
    expect(() => hypergeometricInterval({ count: 1, n: 4, population: 3 })).toThrow('smaller than the sample: 4 of 3')
  })
})

describe('intervals without end', () => {
  it('end at 0 and 1 where nobody or everybody has the property', () => {
    expect(clopperPearsonInterval({ count: 0, n: 9 }).low).toBe(0)
    expect(clopperPearsonInterval({ count: 9, n: 9 }).high).toBe(1)
    const { low, high, unclamped } = agrestiCoullInterval({ count: 0, n: 9 })
    expect([low, unclamped.low < 0, high === unclamped.high]).toEqual([0, true, true])
  })

  it('of the textbook have no width there, which is why it is not used', () => {
    expect(waldInterval({ count: 0, n: 9 })).toEqual({ low: 0, high: 0, standardError: 0 })
  })
})

describe('the difference of two shares', () => {
  it('keeps its width where nobody has the property, and stays within −1 to 1', () => {
    const { low, high } = newcombeInterval({ count1: 0, n1: 15, count2: 0, n2: 18 })
    expect([low < -0.1, high > 0.1]).toEqual([true, true])
    expect(newcombeInterval({ count1: 5, n1: 5, count2: 0, n2: 4 }).high).toBe(1)
  })

  it('is narrower for towns, and the point when everybody answered', () => {
    const shares = { count1: 12, n1: 30, count2: 20, n2: 40 }
    const endless = newcombeInterval(shares)
    const towns = newcombeInterval({ ...shares, population1: 45, population2: 50 })
    expect(towns.high - towns.low).toBeLessThan(endless.high - endless.low)
    const known = newcombeInterval({ ...shares, population1: 30, population2: 40 })
    expect([known.low, known.high]).toEqual([expect.closeTo(-0.1, 15), expect.closeTo(-0.1, 15)])
  })
})
