import { describe, expect, it } from 'vitest'
import {
  clopperPearsonInterval,
  hypergeometricChance,
  hypergeometricInterval,
  wilsonInterval,
  type Interval,
} from '@klankbord/statistics'
import { hypergeometricRange } from '../../src/distributions/hypergeometric.ts'
import { binomialChances } from './binomial-chances.ts'
import { tell } from './tell.ts'

const FULL = process.env['KLANKBORD_TIER'] === 'full'

/** Bounds and shares are made in different ways; a share on a bound is in the interval. */
const ON_BOUND = 1e-12

interface Coverage {
  readonly mean: number
  readonly least: number
  readonly at: string
}

/** How often the interval holds the share of a town, for each number of people that may have the property. */
function coverageInTown(population: number, n: number, intervals: readonly Interval[]): Coverage {
  let [sum, least, at] = [0, 2, '']
  for (let having = 0; having <= population; having += 1) {
    const draw = { population, having, drawn: n }
    const [first, last] = hypergeometricRange(draw)
    let held = 0
    for (let count = first; count <= last; count += 1) {
      if (holds(intervals[count], having / population)) held += hypergeometricChance(count, draw)
    }
    sum += held
    if (held < least) [least, at] = [held, `${n} asked of ${population}, ${having} have it`]
  }
  return { mean: sum / (population + 1), least, at }
}

function coverageAt(p: number, n: number, intervals: readonly Interval[]): number {
  return binomialChances(n, p).reduce((sum, chance, count) => sum + (holds(intervals[count], p) ? chance : 0), 0)
}

function holds(interval: Interval | undefined, share: number): boolean {
  return interval !== undefined && interval.low - ON_BOUND <= share && share <= interval.high + ON_BOUND
}

function everyCount(n: number, interval: (count: number) => Interval): readonly Interval[] {
  return Array.from({ length: n + 1 }, (_, count) => interval(count))
}

describe('an exact interval holds the share at least as often as stated', () => {
  it.each([
    [1, 0.95],
    [2, 0.95],
    [7, 0.95],
    [12, 0.9],
    [25, 0.95],
    [40, 0.95],
    [40, 0.99],
  ])('in every town of %d people, whoever is asked, at %d', (population, level) => {
    for (let n = 1; n <= population; n += 1) {
      const intervals = everyCount(n, (count) => hypergeometricInterval({ count, n, population, level }))
      expect(coverageInTown(population, n, intervals).least).toBeGreaterThanOrEqual(level - 1e-9)
    }
  })

  it('in towns of any size up to 40', { timeout: 120_000 }, () => {
    const sizes = FULL ? Array.from({ length: 40 }, (_, size) => size + 1) : [3, 10, 33]
    for (const population of sizes) {
      for (let n = 1; n <= population; n += 1) {
        for (const level of [0.8, 0.95, 0.99]) {
          const intervals = everyCount(n, (count) => hypergeometricInterval({ count, n, population, level }))
          expect(coverageInTown(population, n, intervals).least).toBeGreaterThanOrEqual(level - 1e-9)
        }
      }
    }
  })

  it.each([1, 2, 5, 10, 37, 60, 150])('among people without end, for every share, with %d answers', (n) => {
    for (const level of [0.9, 0.95, 0.99]) {
      const intervals = everyCount(n, (count) => clopperPearsonInterval({ count, n, level }))
      // It is least just beyond a bound, where one count more leaves the share out.
      const steps = Array.from({ length: 201 }, (_, step) => step / 200)
      const beyond = intervals.flatMap(({ low, high }) => [low - 1e-9, low + 1e-9, high - 1e-9, high + 1e-9])
      const least = [...steps, ...beyond]
        .filter((p) => p >= 0 && p <= 1)
        .reduce((found, p) => Math.min(found, coverageAt(p, n, intervals)), 1)
      expect(least).toBeGreaterThanOrEqual(level - 1e-9)
    }
  })
})

describe('Wilson’s interval at 95 %', () => {
  it.each([40, 100])('is at most a point below on average over a town of %d, however many are asked', (population) => {
    let worst: Coverage = { mean: 2, least: 2, at: '' }
    let deepest = worst
    for (let n = 1; n <= population; n += 1) {
      const coverage = coverageInTown(
        population,
        n,
        everyCount(n, (count) => wilsonInterval({ count, n, population })),
      )
      if (coverage.mean < worst.mean) worst = coverage
      if (coverage.least < deepest.least) deepest = coverage
    }
    tell(
      `Wilson, town of ${population}: least mean coverage ${worst.mean.toFixed(4)}; least of all ${deepest.least.toFixed(4)} (${deepest.at})`,
    )
    expect(worst.mean).toBeGreaterThanOrEqual(0.94)
    expect(deepest.least).toBeGreaterThan(0.79)
  })

  it('is at most a point below on average over all shares, among people without end', { timeout: 120_000 }, () => {
    const grid = FULL ? 4000 : 400
    const sizes = FULL ? Array.from({ length: 200 }, (_, n) => n + 1) : [1, 2, 5, 10, 20, 40, 100, 200]
    let [worst, deepest, at] = [2, 2, '']
    for (const n of sizes) {
      const intervals = everyCount(n, (count) => wilsonInterval({ count, n }))
      let sum = 0
      for (let step = 0; step < grid; step += 1) {
        const p = (step + 0.5) / grid
        const held = coverageAt(p, n, intervals)
        sum += held
        if (held < deepest) [deepest, at] = [held, `${n} answers, share ${p.toFixed(4)}`]
      }
      worst = Math.min(worst, sum / grid)
    }
    tell(`Wilson, without end: least mean coverage ${worst.toFixed(4)}; least of all ${deepest.toFixed(4)} (${at})`)
    expect(worst).toBeGreaterThanOrEqual(0.94)
  })
})
