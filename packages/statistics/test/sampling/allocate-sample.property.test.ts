import { allocateSample } from '@klankbord/statistics'
import fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'

const runs = { seed: 7, numRuns: 500 * inject('sampleFactor') }
const strata = fc.dictionary(fc.string({ minLength: 1, maxLength: 4 }), fc.nat(5000), { minKeys: 1, maxKeys: 9 })
const sum = (parts: Readonly<Record<string, number>>): number =>
  Object.values(parts).reduce((all, part) => all + part, 0)

describe('a sample is divided over strata', () => {
  it('by the largest remainder', () => {
    // 21 seats over 1,500, 2,000 and 3,500 people: 4.5, 6 and 10.5. Of the two halves the larger stratum goes first.
    expect(allocateSample(21, { A: 1500, B: 2000, C: 3500 })).toEqual({ A: 4, B: 6, C: 11 })
    expect(allocateSample(100, { Noord: 600, Oost: 390, West: 10 }, 5)).toEqual({ Noord: 58, Oost: 37, West: 5 })
    expect(allocateSample(3, { A: 10, B: 10 })).toEqual({ A: 2, B: 1 })
  })

  it('and gives each its least, or all its people, even when that is more than was asked', () => {
    expect(allocateSample(10, { A: 1000, B: 1000, C: 4 }, 8)).toEqual({ A: 8, B: 8, C: 4 })
    expect(allocateSample(50, { A: 10, B: 5 })).toEqual({ A: 10, B: 5 })
    expect(allocateSample(0, { A: 0 })).toEqual({ A: 0 })
  })

  it('so that the parts add up, none exceeds its people, and each has its least', () => {
    fc.assert(
      fc.property(fc.nat(20_000), strata, fc.nat(40), (size, people, least) => {
        const parts = allocateSample(size, people, least)
        const floors = Object.values(people).reduce((all, count) => all + Math.min(least, count), 0)
        expect(sum(parts)).toBe(Math.max(Math.min(size, sum(people)), floors))
        for (const [name, count] of Object.entries(people)) {
          expect(parts[name]).toBeLessThanOrEqual(count)
          expect(parts[name]).toBeGreaterThanOrEqual(Math.min(least, count))
        }
      }),
      runs,
    )
  })

  it('within one person of proportion where no least is asked', () => {
    fc.assert(
      fc.property(fc.nat(20_000), strata, (size, people) => {
        const all = sum(people)
        fc.pre(all > 0)
        const parts = allocateSample(size, people)
        for (const [name, count] of Object.entries(people))
          expect(Math.abs((parts[name] ?? 0) - (Math.min(size, all) * count) / all)).toBeLessThan(1)
      }),
      runs,
    )
  })

  it('the same whatever the order in which they are named', () => {
    fc.assert(
      fc.property(fc.nat(20_000), strata, fc.nat(40), (size, people, least) => {
        const turned = Object.fromEntries(Object.entries(people).toReversed())
        expect(allocateSample(size, turned, least)).toEqual(allocateSample(size, people, least))
      }),
      runs,
    )
  })
})
