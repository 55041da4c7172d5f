import { describe, expect, it } from 'vitest'
import { computed, type Figure } from '@klankbord/model'
import {
  anova,
  chiSquareTest,
  clearDifferences,
  fisherExactP,
  fisherTableTest,
  mannWhitneyTest,
  raoScottTest,
  studentTest,
  twoProportionTest,
  welchAnova,
  welchTest,
} from '@klankbord/statistics'
import { binomialChances } from './binomial-chances.ts'
import { normalFrom, uniformFrom } from './random.ts'
import { tell } from './tell.ts'

const FULL = process.env['KLANKBORD_TIER'] === 'full'

/** The largest distance between the distribution of p-values and the uniform one (Kolmogorov 1933). */
function distanceFromUniform(values: readonly number[]): number {
  return values
    .toSorted((a, b) => a - b)
    .reduce((most, p, at) => Math.max(most, Math.abs(p - at / values.length), (at + 1) / values.length - p), 0)
}

function pOf(result: { readonly p: number } | { readonly notComputed: string }): number {
  return 'p' in result ? result.p : Number.NaN
}

describe('where nothing differs, p is as likely to be small as it says', () => {
  const runs = FULL ? 40_000 : 4000
  const tests: readonly [string, (normal: () => number) => number][] = [
    ['Student’s t', (x) => pOf(studentTest(draw(8, x), draw(13, x)))],
    ['Welch’s t, equal spread', (x) => pOf(welchTest(draw(20, x), draw(31, x)))],
    ['Welch’s t, three times the spread', (x) => pOf(welchTest(draw(20, x, 3), draw(31, x)))],
    ['analysis of variance', (x) => pOf(anova([draw(5, x), draw(9, x), draw(14, x), draw(6, x)]))],
    ['Welch’s analysis of variance', (x) => pOf(welchAnova([draw(20, x, 2), draw(25, x), draw(40, x)]))],
  ]
  it.each(tests)('of %s', { timeout: 120_000 }, (name, p) => {
    const normal = normalFrom(uniformFrom(20261123))
    const distance = distanceFromUniform(Array.from({ length: runs }, () => p(normal)))
    tell(`${name}: distance of p from uniform ${distance.toFixed(4)} in ${runs} runs`)
    // Beyond this with a chance of one in a thousand, if p is uniform.
    expect(distance).toBeLessThan(1.95 / Math.sqrt(runs))
  })
})

function draw(n: number, normal: () => number, spread = 1): number[] {
  return Array.from({ length: n }, () => spread * normal())
}

/** P(p ≤ a) at each p that occurs, less a: above 0 the test marks more than it says. */
function excess(outcomes: readonly { readonly p: number; readonly chance: number }[]): number {
  let below = 0
  return outcomes
    .toSorted((a, b) => a.p - b.p)
    .reduce((most, { p, chance }, at, all) => {
      below += chance
      const next = all[at + 1]?.p ?? 2
      // Equal chances that were added up in another order are one p.
      return next - p > 1e-9 ? Math.max(most, below - p) : most
    }, -1)
}

describe('an exact test marks no more than it says, counted over everything that can happen', () => {
  it.each([
    [3, 5, 0.3],
    [10, 12, 0.5],
    [8, 40, 0.95],
    [30, 30, 0.8],
  ])('Fisher’s, with %d and %d people and a share of %d', (n1, n2, p) => {
    const [chances1, chances2] = [binomialChances(n1, p), binomialChances(n2, p)]
    const outcomes = [...chances1].flatMap((chance1, count1) =>
      [...chances2].map((chance2, count2) => ({
        p: fisherExactP({ count1, n1, count2, n2 }),
        chance: chance1 * chance2,
      })),
    )
    expect(excess(outcomes)).toBeLessThanOrEqual(1e-9)
  })

  it('Mann and Whitney’s, with many equal answers, over every way to divide them', () => {
    const answers = [1, 2, 2, 2, 3, 3, 4, 4, 4, 5, 5]
    const divisions = Array.from({ length: 2 ** answers.length }, (_, bits) => bits).filter(
      (bits) => bitsIn(bits) === 4,
    )
    const outcomes = divisions.map((bits) => {
      const inFirst = (at: number): boolean => ((bits >> at) & 1) === 1
      const test = mannWhitneyTest(
        answers.filter((_, at) => inFirst(at)),
        answers.filter((_, at) => !inFirst(at)),
      )
      return { p: computed<{ pExact: Figure }>(test) ? Number(test.pExact) : Number.NaN, chance: 1 / divisions.length }
    })
    expect(outcomes.every(({ p }) => p > 0 && p <= 1)).toBe(true)
    expect(excess(outcomes)).toBeLessThanOrEqual(1e-9)
  })

  it('Fisher’s for larger tables, over tables drawn at random', () => {
    const uniform = uniformFrom(8)
    const ps = Array.from({ length: FULL ? 10_000 : 600 }, () => Number(fisherTableTest(randomTable(18, uniform))))
    const made = ps.filter((p) => !Number.isNaN(p))
    for (const a of [0.01, 0.05, 0.1, 0.2, 0.5]) {
      const often = made.filter((p) => p <= a).length / made.length
      expect(often).toBeLessThanOrEqual(a + 3 * Math.sqrt((a * (1 - a)) / made.length))
    }
  })
})

function bitsIn(bits: number): number {
  return bits.toString(2).replaceAll('0', '').length
}

/** People who are given a row and a column without regard to each other. */
function randomTable(people: number, uniform: () => number): number[][] {
  const table = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ]
  for (let person = 0; person < people; person += 1) {
    const row = table[Math.floor(uniform() * 3)]
    const column = Math.floor(uniform() ** 2 * 3)
    if (row) row[column] = (row[column] ?? 0) + 1
  }
  return table
}

describe('a test that leans on large numbers marks about as often as it says', () => {
  it('of two shares, and with Yates’s correction no more', () => {
    const found = [0.5, 0.8, 0.9].map((p) => {
      const [chances1, chances2] = [binomialChances(100, p), binomialChances(95, p)]
      let [plain, corrected] = [0, 0]
      for (const [count1, chance1] of chances1.entries()) {
        for (const [count2, chance2] of chances2.entries()) {
          const test = twoProportionTest({ count1, n1: 100, count2, n2: 95 })
          if (computed<number>(test.p) && test.p <= 0.05) plain += chance1 * chance2
          if (computed<number>(test.continuity.p) && test.continuity.p <= 0.05) corrected += chance1 * chance2
        }
      }
      return { p, plain, corrected }
    })
    for (const { p, plain, corrected } of found) {
      tell(`two shares of ${p}, 100 and 95 people: p ≤ 0.05 in ${plain.toFixed(4)}, with Yates ${corrected.toFixed(4)}`)
      expect(plain).toBeLessThan(0.06)
      expect(corrected).toBeLessThanOrEqual(0.05)
    }
  })

  it('of a table, also with weights by Rao and Scott', () => {
    const uniform = uniformFrom(1981)
    const runs = FULL ? 8000 : 800
    const slack = 3 * Math.sqrt((0.05 * 0.95) / runs)
    let [plain, weighted] = [0, 0]
    for (let run = 0; run < runs; run += 1) {
      const people = Array.from({ length: 240 }, () => uniform())
      const row = people.map(() => Math.floor(uniform() * 3))
      const column = people.map(() => Math.floor(uniform() * 2))
      // Weights that go with the row alone: nothing differs between the columns.
      const weights = people.map((_, at) => (row[at] === 0 ? 4 : 1) * (0.5 + uniform()))
      const table = [0, 1, 2].map((r) => [0, 1].map((c) => row.filter((at, i) => at === r && column[i] === c).length))
      if (pOf(chiSquareTest(table)) <= 0.05) plain += 1
      if (pOf(raoScottTest({ row, column, rows: 3, columns: 2, weights })) <= 0.05) weighted += 1
    }
    tell(
      `chi-square: ${(plain / runs).toFixed(4)}, Rao-Scott with weights from 0.5 to 6: ${(weighted / runs).toFixed(4)} of ${runs} runs`,
    )
    expect(plain / runs).toBeLessThan(0.05 + slack)
    expect(weighted / runs).toBeLessThan(0.055 + slack)
    expect(Math.min(plain, weighted) / runs).toBeGreaterThan(0.05 - slack - 0.005)
  })
})

describe('a report in which nothing differs', () => {
  /** The chance that one comparison gets p at most a. */
  function chanceOfMark(n1: number, n2: number, share: number, p: (count1: number, count2: number) => number): number {
    const [chances1, chances2] = [binomialChances(n1, share), binomialChances(n2, share)]
    let sum = 0
    for (const [count1, chance1] of chances1.entries()) {
      for (const [count2, chance2] of chances2.entries()) {
        const chance = chance1 * chance2
        if (chance > 1e-13 && p(count1, count2) < 0.05 / 200) sum += chance
      }
    }
    return sum
  }

  it.each([
    [30, 1000, 0.7],
    [30, 1000, 0.95],
    [30, 300, 0.9],
    [100, 95, 0.5],
  ])('with 200 comparisons of %d and %d people, %d content, marks anything at most once in twenty', (n1, n2, share) => {
    const exact = chanceOfMark(n1, n2, share, (count1, count2) => fisherExactP({ count1, n1, count2, n2 }))
    const z = chanceOfMark(n1, n2, share, (count1, count2) => Number(twoProportionTest({ count1, n1, count2, n2 }).p))
    const any = (one: number): number => 1 - (1 - one) ** 200
    tell(
      `200 comparisons of ${n1} and ${n2} people, ${share} content: any mark ${any(exact).toFixed(4)} (with normal shares ${any(z).toFixed(4)})`,
    )
    // Holm's first step; each next one only comes when this one marked.
    expect(any(exact)).toBeLessThanOrEqual(0.05)
  })

  it('with 200 grades that are compared, and every group in it twice, marks anything at most once in twenty', () => {
    const uniform = uniformFrom(1979)
    const normal = normalFrom(uniform)
    const runs = FULL ? 1500 : 200
    let marked = 0
    for (let run = 0; run < runs; run += 1) {
      const groups = Array.from({ length: 101 }, () => draw(12, normal))
      // Each group beside the next two: neighbours share a group, so comparisons depend on each other.
      const comparisons = groups.slice(0, 100).flatMap((group, at) =>
        [1, 2].map((step) => {
          const other = groups[(at + step) % groups.length] ?? []
          const test = studentTest(group, other)
          return { difference: 1, p: pOf(test), n1: group.length, n2: other.length }
        }),
      )
      expect(comparisons).toHaveLength(200)
      const rule = { leastDifference: 0.05, leastGroup: 10 }
      if (clearDifferences(comparisons, rule).some(({ verdict }) => verdict !== 'noClearDifference')) marked += 1
    }
    tell(`200 dependent comparisons: any mark in ${(marked / runs).toFixed(4)} of ${runs} reports`)
    expect(marked / runs).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / runs))
  })
})
