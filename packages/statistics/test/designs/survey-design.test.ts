import { describe, expect, it } from 'vitest'
import {
  designMean,
  designShare,
  groupEstimate,
  kishDesignEffect,
  measurements,
  momentsOf,
  selectionOf,
  surveyDesign,
} from '@klankbord/statistics'

const everybody = (rows: number): ReturnType<typeof selectionOf> => selectionOf(rows, () => true)

describe('a mean under a design', () => {
  it('of a simple sample has the standard error of any textbook, times what is left of a town', () => {
    const values = [7, 8, 6.5, 9, 5]
    const sd = Number(momentsOf(values).sd)
    const error = (design: Parameters<typeof surveyDesign>[0]): unknown => {
      const mean = designMean(surveyDesign(design), measurements(values))
      return 'notComputed' in mean ? mean : mean.standardError
    }
    expect(error({ rows: 5 })).toBeCloseTo(sd / Math.sqrt(5), 12)
    expect(error({ rows: 5, populations: [20, 20, 20, 20, 20] })).toBeCloseTo((sd / Math.sqrt(5)) * Math.sqrt(0.75), 12)
    expect(error({ rows: 5, populations: [5, 5, 5, 5, 5] })).toBe(0)
  })

  it('counts each stratum for the people it has', () => {
    const design = surveyDesign({ rows: 4, strata: [1, 1, 2, 2], populations: [30, 30, 10, 10] })
    expect(designMean(design, measurements([6, 8, 4, 4]))).toMatchObject({
      estimate: 6.25,
      df: 2,
      total: { estimate: 250 },
    })
  })

  it('has a standard error that is right on average over all samples that a town can have', () => {
    const town = [
      [3, 8, 6, 7],
      [9, 4, 5],
    ]
    const pairs = town.map((stratum) =>
      stratum.flatMap((one, at) => stratum.slice(at + 1).map((other) => [one, other])),
    )
    const estimates = (pairs[0] ?? []).flatMap((first) =>
      (pairs[1] ?? []).map((second) => {
        const design = surveyDesign({ rows: 4, strata: [1, 1, 2, 2], populations: [4, 4, 3, 3] })
        const mean = designMean(design, measurements([...first, ...second]))
        if ('notComputed' in mean) throw new Error(mean.notComputed)
        return { total: mean.total.estimate, variance: Number(mean.total.standardError) ** 2 }
      }),
    )
    const average = (of: (one: (typeof estimates)[number]) => number): number =>
      estimates.reduce((sum, one) => sum + of(one), 0) / estimates.length
    expect(average(({ total }) => total)).toBeCloseTo(42, 9)
    expect(average(({ variance }) => variance)).toBeCloseTo(
      average(({ total }) => (total - 42) ** 2),
      9,
    )
  })

  it('says that one person cannot show the spread of a stratum, unless told what to do then', () => {
    const input = { rows: 3, strata: [1, 1, 2], populations: [30, 30, 8] }
    const numbers = measurements([7, 8, 2])
    expect(designMean(surveyDesign(input), numbers)).toMatchObject({ standardError: { notComputed: 'oneInStratum' } })
    const errorWith = (loneStratum: 'aroundAll' | 'leaveOut'): number => {
      const mean = designMean(surveyDesign({ ...input, loneStratum }), numbers)
      return 'notComputed' in mean ? Number.NaN : Number(mean.standardError)
    }
    expect(errorWith('aroundAll')).toBeGreaterThan(errorWith('leaveOut'))
  })

  it('of a domain keeps who falls outside in the design', () => {
    const values = [7, 8, 6, 9, 5, 4]
    const design = surveyDesign({ rows: 6, populations: values.map(() => 12) })
    const domain = selectionOf(6, (row) => row < 3)
    const inside = designMean(design, measurements(values), { domain })
    const alone = designMean(surveyDesign({ rows: 3, populations: [6, 6, 6] }), measurements(values.slice(0, 3)))
    expect(inside).toMatchObject({ estimate: 7, n: 3, df: 5 })
    expect(alone).toMatchObject({ estimate: 7, n: 3, df: 2 })
    expect('total' in inside && 'total' in alone && [inside.total.standardError, alone.total.standardError]).toEqual([
      expect.closeTo(Math.sqrt(0.5 * 6 * 4 * (149 / 5 - (21 * 21) / 30)), 9),
      expect.closeTo(Math.sqrt(0.5 * 3 * 4), 9),
    ])
  })

  it('does not say that a domain of one person is sure, unless everybody there was asked', () => {
    const numbers = measurements([7, 8, 6, 9])
    const domain = selectionOf(4, (row) => row === 1)
    expect(designMean(surveyDesign({ rows: 4 }), numbers, { domain })).toMatchObject({
      estimate: 8,
      standardError: { notComputed: 'oneAnswer' },
      interval: { notComputed: 'oneAnswer' },
    })
    const counted = surveyDesign({ rows: 4, populations: [4, 4, 4, 4] })
    expect(designMean(counted, numbers, { domain })).toMatchObject({ standardError: 0, interval: { low: 8, high: 8 } })
  })

  it('is not computed of nobody, and refuses a town that is smaller than its sample', () => {
    expect(designMean(surveyDesign({ rows: 1 }), measurements([null]))).toEqual({ notComputed: 'noAnswers' })
    expect(designMean(surveyDesign({ rows: 1, weights: [0] }), measurements([4]))).toEqual({ notComputed: 'noWeight' })
    expect(() => surveyDesign({ rows: 2, populations: [1, 1] })).toThrow('population')
    expect(() => surveyDesign({ rows: 2, populations: [5, 6] })).toThrow('the same for everybody of a stratum')
    expect(() => surveyDesign({ rows: 2, strata: [1] })).toThrow('strata has 1 entries (expected 2)')
  })

  it('has no error to tell of one person, unless that is the whole group', () => {
    const numbers = measurements([7])
    expect(groupEstimate({ numbers })).toEqual({ n: 1, estimate: 7, standardError: { notComputed: 'oneAnswer' } })
    expect(groupEstimate({ numbers, population: 1 })).toEqual({ n: 1, estimate: 7, standardError: 0 })
  })

  it('sees that all say the same, whatever they weigh', () => {
    const weights = Float64Array.of(0.3, 0.7, 1.1, 0.13)
    const numbers = measurements([7.1, 7.1, 7.1, 7.1])
    expect(groupEstimate({ numbers, weights })).toMatchObject({
      estimate: 7.1,
      standardError: { notComputed: 'noSpread' },
    })
    expect(momentsOf([0.1, 0.1, 0.1])).toMatchObject({ mean: 0.1, squares: 0, sd: 0 })
  })

  it('does not call a group sure in which all say the same, unless that is the whole group', () => {
    const numbers = measurements([7, null, 7])
    expect(groupEstimate({ numbers })).toEqual({ n: 2, estimate: 7, standardError: { notComputed: 'noSpread' } })
    expect(groupEstimate({ numbers, population: 2 })).toEqual({ n: 2, estimate: 7, standardError: 0 })
    expect(groupEstimate({ numbers: measurements([null]) })).toEqual({ notComputed: 'noAnswers' })
  })
})

describe('a share under a design', () => {
  it('has intervals within 0 and 1, on three scales', () => {
    const known = everybody(20)
    const share = designShare(surveyDesign({ rows: 20 }), { having: selectionOf(20, (row) => row === 0), known })
    if ('notComputed' in share) throw new Error(share.notComputed)
    expect('low' in share.interval && share.interval.low).toBeLessThan(0)
    for (const interval of [share.logitInterval, share.arcsineInterval, share.betaInterval]) {
      if ('notComputed' in interval) throw new Error(interval.notComputed)
      expect(interval.low).toBeGreaterThanOrEqual(0)
      expect(interval.high).toBeGreaterThan(0.1)
      expect(interval.high).toBeLessThan(0.4)
    }
  })

  it('has none of these where nobody has the property', () => {
    const share = designShare(surveyDesign({ rows: 3 }), { having: selectionOf(3, () => false), known: everybody(3) })
    const none = { notComputed: 'noSpread' }
    expect(share).toMatchObject({ estimate: 0, interval: none, normalInterval: none, logitInterval: none })
    const design = surveyDesign({ rows: 3, populations: [3, 3, 3] })
    const counted = designShare(design, { having: selectionOf(3, () => false), known: everybody(3) })
    expect(counted).toMatchObject({ estimate: 0, interval: { low: 0, high: 0 } })
  })

  it('belongs to one list of people', () => {
    const [three, four] = [everybody(3), everybody(4)]
    expect(() => designShare(surveyDesign({ rows: 3 }), { having: four, known: three })).toThrow('3')
    expect(() => designMean(surveyDesign({ rows: 4 }), measurements([1, 2, 3]))).toThrow('4')
  })
})

describe('Kish’s design effect', () => {
  it('tells how many equally weighted people would say as much', () => {
    expect(kishDesignEffect([1, 1, 1, 1, 2, 2, 3])).toMatchObject({
      n: 7,
      effectiveSize: expect.closeTo(121 / 21, 12) as number,
    })
    expect(kishDesignEffect([0, 2, 2])).toMatchObject({ n: 2, designEffect: 1, effectiveSize: 2, variation: 0 })
    expect(kishDesignEffect([0])).toEqual({ notComputed: 'noWeight' })
    expect(() => kishDesignEffect([-1])).toThrow('weight that is none')
  })
})
