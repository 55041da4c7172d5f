import { describe, expect, it } from 'vitest'
import {
  clearDifferences,
  differenceBetween,
  measurements,
  trend,
  type EstimateDifference,
} from '@klankbord/statistics'

const wave = (...values: readonly number[]): { readonly numbers: ReturnType<typeof measurements> } => ({
  numbers: measurements(values),
})

describe('a figure over the years', () => {
  const [first, second, third] = [wave(7, 8, 6, 7, 8), wave(7, 6, 6, 7, 7), wave(5, 6, 6, 5, 7)]

  it('has the difference with the wave before, and of the last with the first', () => {
    const { waves, steps, whole, breaks } = trend([first, second, third])
    expect(waves.map((one) => 'estimate' in one && one.estimate)).toEqual([7.2, 6.6, 5.8])
    expect(steps.map((step) => 'difference' in step && step.difference.toFixed(1))).toEqual(['-0.6', '-0.8'])
    expect(whole && 'difference' in whole && whole.difference).toBeCloseTo(-1.4, 12)
    expect(breaks).toEqual([])
  })

  it('is not compared across a break, however sure it would be', () => {
    const { steps, whole, breaks } = trend([first, second, { ...third, differs: ['scale'] }])
    expect(steps[1]).toEqual({ notComputed: 'notComparable' })
    expect([whole, breaks]).toEqual([undefined, [2]])
  })

  it('goes on behind the break', () => {
    const { whole } = trend([first, { ...second, differs: ['wording'] }, third, first])
    expect(whole && 'difference' in whole && whole.difference).toBeCloseTo(0.6, 12)
  })

  it('says of a wave without answers that there is nothing to compare', () => {
    const { waves, steps } = trend([first, { numbers: measurements([null]) }, third])
    expect(waves[1]).toEqual({ notComputed: 'noAnswers' })
    expect(steps).toEqual([{ notComputed: 'noAnswers' }, { notComputed: 'noAnswers' }])
    expect(trend([]).steps).toEqual([])
  })

  it('is marked by the same rule as groups', () => {
    const [step] = trend([first, third]).steps
    const marks = clearDifferences([step as EstimateDifference], { leastDifference: 0.5, leastGroup: 5 })
    expect(marks[0]?.verdict).toBe('lower')
  })
})

describe('a benchmark', () => {
  const ours = { n: 60, estimate: 7.1, standardError: 0.15 }
  const others = { n: 900, estimate: 7.5, standardError: 0.05 }

  it('is set beside our figure when both were asked alike', () => {
    const beside = differenceBetween(others, ours)
    expect('difference' in beside && beside.difference).toBeCloseTo(-0.4, 12)
    expect('p' in beside && Number(beside.p)).toBeLessThan(0.05)
  })

  it('is not when words, scale or mode differ', () => {
    expect(differenceBetween(others, ours, { differs: ['mode'] })).toEqual({ notComputed: 'notComparable' })
  })

  it('is exact, and not tested, where everybody answered on both sides', () => {
    expect(differenceBetween({ ...others, standardError: 0 }, { ...ours, standardError: 0 })).toMatchObject({
      standardError: 0,
      p: { notComputed: 'noSpread' },
    })
  })

  it('has no interval where an error is not known', () => {
    const one = { n: 1, estimate: 8, standardError: { notComputed: 'oneAnswer' } } as const
    expect(differenceBetween(others, one)).toMatchObject({ interval: one.standardError, p: one.standardError })
  })
})
