import { describe, expect, it } from 'vitest'
import { roundDeviation, roundMean, type MeanRule } from '../../src/numbers/round-mean.ts'
import { drawFrom, type Draw } from '../random-tables.ts'

const GROUPS = 100

/** The numbers that the attacker tries for the one person whose number is not known. */
const TRIED = 80

describe('somebody who knows the numbers of a whole group but one', () => {
  it('finds that one no closer than two standard deviations of everybody, from the mean and its interval', () => {
    const draw = drawFrom(2026)
    const widths = Array.from({ length: GROUPS }, () => {
      const { values, rule } = randomGroup(draw)
      const own = values[0] ?? 0
      const published = JSON.stringify(meanOf(values, rule))
      return (
        widthOf(own, 6 * rule.deviation, (tried) => JSON.stringify(meanOf(values.with(0, tried), rule)) === published) /
        rule.deviation
      )
    })
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(1.9)
  })

  it('finds it hardly ever closer than nine tenths of one where the group is everybody, whose deviation is told, too', () => {
    const draw = drawFrom(7)
    const widths = Array.from({ length: GROUPS }, () => {
      const { values, rule } = randomGroup(draw)
      const all = (numbers: readonly number[]): string => {
        const deviation = roundDeviation(deviationOf(numbers), numbers.length)
        return JSON.stringify([deviation, meanOf(numbers, { ...rule, deviation })])
      }
      const [published, sd] = [all(values), deviationOf(values)]
      return widthOf(values[0] ?? 0, 6 * sd, (tried) => all(values.with(0, tried)) === published) / sd
    })
    expect(quantile(widths, 0.05)).toBeGreaterThanOrEqual(0.9)
    expect(Math.min(...widths)).toBeGreaterThan(0.2)
  })

  it('finds no closer what the last of those gave who joined between two editions', () => {
    const draw = drawFrom(11)
    const widths = Array.from({ length: GROUPS }, () => {
      const { values, rule } = randomGroup(draw)
      const joined = Array.from({ length: 10 + draw(20) }, () => values[draw(values.length)] ?? 0)
      const later = [...joined, ...values]
      const published = JSON.stringify([meanOf(values, rule), meanOf(later, rule)])
      const same = (tried: number): boolean =>
        JSON.stringify([meanOf(values, rule), meanOf(later.with(0, tried), rule)]) === published
      return widthOf(joined[0] ?? 0, 6 * rule.deviation, same) / rule.deviation
    })
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(1.9)
  })

  it('finds the sum of a hidden group from everybody minus the others no closer than that of a shown one', () => {
    const rule: MeanRule = { range: { low: null, high: null }, deviation: 10 }
    // One group of 12 is hidden: its sum is known to within what is rounded away of all others.
    const roundedAway = (n: number): number => n * stepAt(n, rule)
    expect(roundedAway(12)).toBeGreaterThanOrEqual(20)
    expect(roundedAway(60) + roundedAway(48)).toBeGreaterThanOrEqual(40)
  })

  it('would find it from a mean in one decimal, which is what the rounding is for', () => {
    const known = [7, 8, 6, 9, 7, 8, 5, 7, 8]
    const mean = (last: number): string => ([...known, last].reduce((sum, one) => sum + one, 0) / 10).toFixed(1)
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].filter((tried) => mean(tried) === mean(10))).toEqual([10])
  })
})

describe('a rounded mean', () => {
  it('is as fine as a reader needs in a large group, and coarse in a small one', () => {
    const rule: MeanRule = { range: { low: 1, high: 10 }, deviation: 1.6 }
    expect(stepAt(1000, rule)).toBe(0.1)
    expect(stepAt(40, rule)).toBe(0.1)
    expect(stepAt(20, rule)).toBe(0.2)
    expect(stepAt(10, rule)).toBe(0.5)
  })

  it('lies in its interval, and so does the mean that was rounded', () => {
    const draw = drawFrom(3)
    for (let at = 0; at < GROUPS; at += 1) {
      const { values, rule } = randomGroup(draw)
      const { estimate, low, high } = meanOf(values, rule)
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      expect(low).toBeLessThanOrEqual(Math.min(mean, estimate))
      expect(high).toBeGreaterThanOrEqual(Math.max(mean, estimate))
    }
  })
})

/** From the lowest to the highest number around somebody's own with which the same would have been published. */
function widthOf(own: number, reach: number, same: (tried: number) => boolean): number {
  const tried = Array.from({ length: TRIED + 1 }, (_, at) => own - reach + (2 * reach * at) / TRIED)
  const fitting = [own, ...tried.filter(same)]
  return Math.max(...fitting) - Math.min(...fitting) + (2 * reach) / TRIED
}

/** The step of a mean of so many people, from two means that are rounded to neighbours. */
function stepAt(n: number, rule: MeanRule): number {
  const of = (mean: number): number =>
    roundMean({ n, mean, effectiveSize: n, largestPart: 1 / n, population: null }, rule).estimate
  const rounded = Array.from({ length: 4001 }, (_, at) => of(4 + at / 1000))
  const differences = rounded.slice(1).map((value, at) => value - (rounded[at] ?? 0))
  return Number(Math.max(...differences).toFixed(6))
}

function meanOf(values: readonly number[], rule: MeanRule): ReturnType<typeof roundMean> {
  const n = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  return roundMean({ n, mean, effectiveSize: n, largestPart: 1 / n, population: null }, rule)
}

function deviationOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}

function quantile(numbers: readonly number[], p: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(p * numbers.length)] ?? 0
}

/** A group from 10 people on: grades, scale scores or amounts with a few that are far off. */
function randomGroup(draw: Draw): { readonly values: readonly number[]; readonly rule: MeanRule } {
  const n = 10 + draw(draw(3) === 0 ? 200 : 30)
  const range = { low: null, high: null }
  const kind = draw(3)
  if (kind === 0) {
    return { values: Array.from({ length: n }, () => Math.min(10, 4 + draw(8))), rule: { range, deviation: 1.6 } }
  }
  if (kind === 1) return { values: Array.from({ length: n }, () => 1 + draw(9) / 2), rule: { range, deviation: 1.2 } }
  return {
    values: Array.from({ length: n }, () => 7 * draw(draw(12) === 0 ? 100 : 15)),
    rule: { range, deviation: 60 },
  }
}
