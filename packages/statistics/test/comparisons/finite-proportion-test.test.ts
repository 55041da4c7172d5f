import { describe, expect, it } from 'vitest'
import { finiteProportionP, newcombeInterval, twoProportionTest } from '@klankbord/statistics'
import { hypergeometricChance } from '../../src/distributions/hypergeometric.ts'

describe('two shares of populations that end', () => {
  it('differ for certain where everybody of both answered, and are the same where they are', () => {
    const all = { n1: 40, population1: 40, n2: 60, population2: 60 }
    expect(finiteProportionP({ count1: 20, count2: 31, ...all })).toBe(0)
    expect(finiteProportionP({ count1: 20, count2: 30, ...all })).toBe(1)
    expect(newcombeInterval({ count1: 20, count2: 31, ...all }).high).toBeLessThan(0)
  })

  it('are tested as samples of a population without end where the populations are large', () => {
    const counts = { count1: 45, n1: 100, count2: 30, n2: 95 }
    const { continuity } = twoProportionTest(counts)
    expect(finiteProportionP(counts)).toBeCloseTo(Number(continuity.p), 12)
    const large = { ...counts, population1: 1e9, population2: 1e9 }
    expect(finiteProportionP(large)).toBeCloseTo(Number(continuity.p), 6)
  })

  it('are surer to differ the more people answered', () => {
    const p = (population: number): number =>
      finiteProportionP({ count1: 22, n1: 40, population1: population, count2: 16, n2: 40, population2: population })
    const found = [400, 100, 60, 45, 41, 40].map(p)
    expect(found).toEqual(found.toSorted((a, b) => b - a))
    expect([found[0], found.at(-1)].map((one) => Number(one) < 0.05)).toEqual([false, true])
  })

  it('differ for certain where nobody of a whole population has what somebody of another has', () => {
    const nobody = { count1: 0, n1: 40, population1: 40 }
    expect(finiteProportionP({ ...nobody, count2: 1, n2: 30, population2: 300 })).toBe(0)
    expect(finiteProportionP({ ...nobody, count2: 0, n2: 30, population2: 300 })).toBe(1)
  })

  it.each([
    [60, 40, 80, 50, 0.5],
    [60, 40, 80, 30, 0.9],
    [40, 36, 200, 60, 0.8],
    [400, 30, 200, 100, 0.95],
    [50, 50, 120, 40, 0.7],
  ])(
    'of %d people of whom %d answered and of %d of whom %d, are seldom called different when they are not',
    (...town) => {
      const [population1, n1, population2, n2, share] = town
      const chances = (population: number, n: number): readonly number[] => {
        const having = Math.round(population * share)
        return Array.from({ length: n + 1 }, (_, count) =>
          hypergeometricChance(count, { population, having, drawn: n }),
        )
      }
      const [ofFirst, ofSecond] = [chances(population1, n1), chances(population2, n2)]
      const wrongly = ofFirst.reduce(
        (sum, chance1, count1) =>
          sum +
          ofSecond.reduce((part, chance2, count2) => {
            const p = finiteProportionP({ count1, n1, population1, count2, n2, population2 })
            return p < 0.05 ? part + chance1 * chance2 : part
          }, 0),
        0,
      )
      expect(wrongly).toBeLessThanOrEqual(0.05)
    },
  )

  it('cannot be those of more people than there are', () => {
    expect(() => finiteProportionP({ count1: 1, n1: 5, population1: 4, count2: 1, n2: 5 })).toThrow(
      'population is smaller than the sample',
    )
  })
})
