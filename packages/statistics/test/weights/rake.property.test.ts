import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isProblem } from '@klankbord/model'
import { postStratify, rake, reachedMargins, trimWeights, weightSummary, type Margin } from '@klankbord/statistics'

const SEED = { seed: 20261123, numRuns: 200 }

/** A town and a sample of it that has somebody of every combination, so that weights exist. */
const townAndSample = fc
  .record({
    sizes: fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 1, maxLength: 3 }),
    picks: fc.array(fc.nat(), { minLength: 1, maxLength: 60 }),
    town: fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 64, maxLength: 64 }),
    base: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 }),
  })
  .map(({ sizes, picks, town, base }) => {
    const cells = sizes.reduce((product, size) => product * size, 1)
    const codeIn = (cell: number, variable: number): number =>
      Math.floor(cell / sizes.slice(0, variable).reduce((product, size) => product * size, 1)) % (sizes[variable] ?? 1)
    const people = [...Array.from({ length: cells }, (_, cell) => cell), ...picks.map((pick) => pick % cells)]
    const margins = sizes.map((size, variable): Margin => {
      const targets = Array.from({ length: size }, (_, code) => {
        const own = town.slice(0, cells).filter((_count, cell) => codeIn(cell, variable) === code)
        return { code, total: own.reduce((sum, count) => sum + count, 0) }
      })
      return { variable: `v${variable}`, codes: people.map((cell) => codeIn(cell, variable)), targets }
    })
    return { margins, baseWeights: people.map((_, row) => base[row % base.length] ?? 1) }
  })

describe('weights', () => {
  it('reproduce every margin they were raked to', () => {
    fc.assert(
      fc.property(townAndSample, ({ margins, baseWeights }) => {
        const { weights, largestError } = rake({ margins, baseWeights })
        expect(largestError).toBeLessThan(1e-9)
        for (const { categories } of reachedMargins(margins, weights))
          for (const { total, reached } of categories) expect(reached / total).toBeCloseTo(1, 9)
        expect(weights.every((weight) => weight > 0)).toBe(true)
      }),
      SEED,
    )
  })

  it('keep the ratio of base weights within a combination, and with one margin are those of post-stratification', () => {
    fc.assert(
      fc.property(townAndSample, ({ margins, baseWeights }) => {
        const [margin] = margins
        if (!margin) return
        const raked = rake({ margins: [margin], baseWeights }).weights
        const stratified = postStratify(margin, baseWeights)
        for (const [row, weight] of raked.entries()) expect(weight / (stratified[row] ?? 0)).toBeCloseTo(1, 9)
      }),
      SEED,
    )
  })

  it('add up to the same after trimming, within the bounds', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 2, maxLength: 40 }), (weights) => {
        const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length
        const trimmed = trimWeights(weights, { lower: mean / 2, upper: 2 * mean, rounds: 'strict' })
        expect(trimmed.reduce((sum, weight) => sum + weight, 0) / weights.length / mean).toBeCloseTo(1, 9)
        expect(Math.min(...trimmed)).toBeGreaterThanOrEqual(mean / 2)
        expect(Math.max(...trimmed)).toBeLessThanOrEqual(2 * mean)
      }),
      SEED,
    )
  })

  it('say how far they are apart', () => {
    expect(weightSummary([1, 2, 4], [1, 1, 1])).toMatchObject({ minimum: 1, maximum: 4, ratio: 4, largestFactor: 4 })
    expect(weightSummary([0])).toEqual({ notComputed: 'noWeight' })
  })
})

/** A sample with holes: combinations that nobody has, so that totals may ask for what cannot be. */
const sampleWithHoles = fc
  .record({
    cells: fc.uniqueArray(fc.nat(11), { minLength: 3, maxLength: 12 }),
    rows: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 3, maxLength: 3 }),
    split: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 4, maxLength: 4 }),
  })
  .map(({ cells, rows, split }): readonly [Margin, Margin] => {
    const codesIn = (of: (cell: number) => number): number[] => cells.map(of)
    const [a, b] = [codesIn((cell) => cell % 3), codesIn((cell) => Math.floor(cell / 3))]
    const totalsOf = (codes: readonly number[], parts: readonly number[]): Margin['targets'] => {
      const used = [...new Set(codes)]
      const sum = used.reduce((all, code) => all + (parts[code] ?? 0), 0)
      return used.map((code) => ({ code, total: (60 * (parts[code] ?? 0)) / sum }))
    }
    return [
      { variable: 'a', codes: a, targets: totalsOf(a, rows) },
      { variable: 'b', codes: b, targets: totalsOf(b, split) },
    ]
  })

/** Whether the totals were met, or else whether the categories that are named forbid it, as anybody can check. */
function outcomeOf(margins: readonly [Margin, Margin]): 'met' | 'forbidden' | 'neither' {
  try {
    return rake({ margins }).largestError < 1e-9 ? 'met' : 'neither'
  } catch (error) {
    // Of two margins the categories can always be named.
    if (!isProblem(error, 'marginsNotReachable')) throw error
    const { variable, codes, wanted, besideCodes, there } = error.details
    const [own, beside] = variable === 'a' ? margins : [margins[1], margins[0]]
    const totalOf = ({ targets }: Margin, chosen: readonly number[]): number =>
      targets.reduce((sum, { code, total }) => sum + (chosen.includes(code) ? total : 0), 0)
    const told = Math.abs(totalOf(own, codes) - wanted) + Math.abs(totalOf(beside, besideCodes) - there) < 1e-9
    const elsewhere = Array.from(
      own.codes,
      (code, row) => codes.includes(code) && !besideCodes.includes(beside.codes[row] ?? -1),
    )
    return told && wanted >= there - 1e-6 && !elsewhere.includes(true) ? 'forbidden' : 'neither'
  }
}

describe('two margins of a sample with holes', () => {
  it('are met, or refused with categories that show why they cannot be', () => {
    const outcomes = fc.sample(sampleWithHoles, { seed: SEED.seed, numRuns: 400 }).map(outcomeOf)
    expect(new Set(outcomes)).toEqual(new Set(['met', 'forbidden']))
    expect(outcomes.filter((outcome) => outcome === 'forbidden').length).toBeGreaterThan(100)
    expect(outcomes.filter((outcome) => outcome === 'met').length).toBeGreaterThan(20)
  })
})

describe('margins that no weights can meet', () => {
  const margin = (variable: string, codes: readonly number[], totals: readonly number[]): Margin => ({
    variable,
    codes,
    targets: totals.map((total, at) => ({ code: at + 1, total })),
  })
  /** What is refused, with its details. */
  function refusal(margins: readonly Margin[]): unknown {
    try {
      rake({ margins, mostRounds: 500 })
    } catch (error) {
      if (isProblem(error)) return { problem: error.code, ...error.details }
    }
    return 'not refused'
  }

  it('are refused with the category whose people are all elsewhere', () => {
    // Nobody is 2 of a and 1 of b, so b is 1 for at most the 30 people of a = 1.
    const margins = [margin('a', [1, 1, 2], [30, 70]), margin('b', [1, 2, 2], [40, 60])]
    expect(refusal(margins)).toEqual({
      problem: 'marginsNotReachable',
      variable: 'a',
      codes: [2],
      wanted: 70,
      beside: 'b',
      besideCodes: [2],
      there: 60,
    })
  })

  it('are refused where somebody would have to weigh nothing', () => {
    const margins = [margin('a', [1, 1, 2], [40, 60]), margin('b', [1, 2, 2], [40, 60])]
    expect(refusal(margins)).toMatchObject({ problem: 'marginsNotReachable' })
  })

  it('are refused with the category that is farthest off where three variables make it impossible together', () => {
    const codes = [
      [1, 1, 2, 2],
      [1, 2, 1, 2],
      [1, 2, 2, 1],
    ]
    // Any two of these can be met; all three would need a weight below nothing.
    const [a, b, c] = codes
    const margins = [margin('a', a ?? [], [90, 10]), margin('b', b ?? [], [90, 10]), margin('c', c ?? [], [50, 50])]
    expect(refusal(margins)).toMatchObject({ problem: 'marginNotReached' })
  })

  it('are refused before any weighting when they cannot be right', () => {
    const sex = margin('sex', [1, 1, 2], [10, 10])
    expect(refusal([sex, margin('age', [1, 2, 2], [5, 16])])).toMatchObject({ problem: 'marginsDisagree' })
    expect(refusal([margin('sex', [1, 1], [10, 10])])).toMatchObject({ variable: 'sex', code: 2 })
    expect(refusal([margin('sex', [1, 3, 2], [10, 10])])).toMatchObject({ variable: 'sex', code: 3 })
    expect(refusal([margin('sex', [1, -1, 2], [10, 10])])).toMatchObject({ problem: 'marginMissingValues', missing: 1 })
    expect(refusal([margin('sex', [1, 1, 2], [10, 0])])).toMatchObject({ problem: 'argumentOutOfRange' })
  })

  it('are refused for trimming between bounds that leave no room', () => {
    expect(() => trimWeights([1, 2, 3], { lower: 3, upper: 4, rounds: 'strict' })).toThrow('their mean, 2')
  })
})
