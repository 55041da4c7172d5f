import { describe, expect, it } from 'vitest'
import { meanInterval } from '@klankbord/statistics'

describe('the mean of grades', () => {
  it('has an interval by Student’s t', () => {
    // Three answers: the t quantile for two degrees of freedom is 4.30265.
    const { interval, standardError, df } = meanInterval({ n: 3, mean: 7, sd: Math.sqrt(3) })
    expect([standardError, df]).toEqual([expect.closeTo(1, 14), 2])
    expect(interval).toEqual({ low: expect.closeTo(7 - 4.302652729749, 10), high: expect.closeTo(11.302652729749, 10) })
  })

  it('is narrower in a town, and the point when everybody answered', () => {
    const town = meanInterval({ n: 10, mean: 7, sd: 2, population: 40 })
    expect(town.standardError).toBeCloseTo(2 * Math.sqrt(0.75 / 10), 14)
    expect(town.total).toEqual({ estimate: 280, standardError: expect.closeTo(80 * Math.sqrt(0.75 / 10), 12) })
    expect(meanInterval({ n: 10, mean: 7, sd: 2, population: 10 }).interval).toEqual({ low: 7, high: 7 })
  })

  it('has none from a single answer, unless that is everybody', () => {
    const alone = meanInterval({ n: 1, mean: 7, sd: { notComputed: 'oneAnswer' }, population: 4 })
    expect(alone).toMatchObject({ interval: { notComputed: 'oneAnswer' }, standardError: { notComputed: 'oneAnswer' } })
    expect(alone.total).toEqual({ estimate: 28, standardError: { notComputed: 'oneAnswer' } })
    expect(meanInterval({ n: 1, mean: 7, sd: 0, population: 1 })).toMatchObject({ interval: { low: 7, high: 7 } })
  })

  it('has none where all say the same, since others need not, unless everybody answered', () => {
    const alike = { n: 3, mean: 7, sd: 0 }
    expect(meanInterval({ ...alike, population: 40 })).toMatchObject({
      standardError: 0,
      interval: { notComputed: 'noSpread' },
    })
    expect(meanInterval({ ...alike, population: 3 })).toMatchObject({ interval: { low: 7, high: 7 } })
  })

  it('is refused without answers, with more than there are people, or with what is no number', () => {
    expect(() => meanInterval({ n: 0, mean: 0, sd: 0 })).toThrow('count out of range')
    expect(() => meanInterval({ n: 5, mean: 7, sd: 1, population: 4 })).toThrow('smaller than the sample: 5 of 4')
    expect(() => meanInterval({ n: 5, mean: Number.NaN, sd: 1 })).toThrow('mean or sd holds what is no finite number')
    expect(() => meanInterval({ n: 5, mean: 7, sd: 1, level: 1.5 })).toThrow('level out of range: 1.5')
  })
})
