import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cohensKappa, krippendorffsAlpha, type CodeLevel, type Coding, type KappaOptions } from '@klankbord/statistics'

const SEED = { seed: 20261123, numRuns: 100 }

/** Two codings with so many units in each cell of a table. */
function codingsOf(table: readonly (readonly number[])[]): readonly [number[], number[]] {
  const pairs = table.flatMap((line, row) =>
    line.flatMap((count, column) => Array.from({ length: count }, () => [row + 1, column + 1] as const)),
  )
  return [pairs.map(([row]) => row), pairs.map(([, column]) => column)]
}

function kappaOf(table: readonly (readonly number[])[], options?: KappaOptions): ReturnType<typeof made> {
  return made(...codingsOf(table), { codes: table.map((_, place) => place + 1), ...options })
}

function made(first: Coding, second: Coding, options: KappaOptions) {
  const result = cohensKappa(first, second, options)
  if ('notComputed' in result) throw new Error(result.notComputed)
  return result
}

describe('two coders of open answers', () => {
  it('agree by kappa as in the table of Fleiss, Cohen and Everitt', () => {
    const { kappa, observed, standardError } = kappaOf([
      [20, 5],
      [10, 15],
    ])
    expect([observed, kappa]).toEqual([expect.closeTo(0.7, 12), expect.closeTo(0.4, 12)])
    expect(standardError).toBeCloseTo(
      standardErrorByDifferences([
        [20, 5],
        [10, 15],
      ]),
      7,
    )
  })

  it('have the standard error that small changes of the table give, weighted or not', () => {
    const table = fc.array(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 3, maxLength: 3 }), {
      minLength: 3,
      maxLength: 3,
    })
    fc.assert(
      fc.property(table, fc.constantFrom(undefined, 'linear' as const, 'quadratic' as const), (counts, near) => {
        const { standardError } = kappaOf(counts, near && { near })
        expect(standardError).toBeCloseTo(standardErrorByDifferences(counts, near), 5)
      }),
      SEED,
    )
  })

  it('agree more when codes that lie close count for something', () => {
    const table = [
      [10, 4, 0],
      [4, 10, 4],
      [0, 4, 10],
    ]
    const [plain, linear, quadratic] = [
      kappaOf(table),
      kappaOf(table, { near: 'linear' }),
      kappaOf(table, { near: 'quadratic' }),
    ]
    expect(plain.kappa).toBeLessThan(linear.kappa)
    expect(linear.kappa).toBeLessThan(quadratic.kappa)
  })

  it('have no interval where their answers leave no spread, since nothing is that sure', () => {
    const always = [1, 2, 1, 2, 1, 2]
    const unsure = { interval: { notComputed: 'noSpread' } }
    expect(cohensKappa(always, always)).toMatchObject({ kappa: 1, ...unsure })
    expect(cohensKappa(always, [1, 1, 1, 1, 1, 1])).toMatchObject({ kappa: 0, ...unsure })
    expect(krippendorffsAlpha([always, always], { level: 'nominal' })).toMatchObject({ alpha: 1, ...unsure })
  })

  it('are compared on what both coded, and not at all without it', () => {
    expect(cohensKappa([1, 2, null, 1], [1, 2, 2, null])).toMatchObject({ n: 2, kappa: 1 })
    expect(cohensKappa([1, null], [null, 2])).toEqual({ notComputed: 'noAnswers' })
    expect(cohensKappa([1, 1], [1, 1])).toEqual({ notComputed: 'noSpread' })
    expect(() => cohensKappa([1], [1, 2])).toThrow('second has 2 entries (expected 1)')
    expect(() => cohensKappa([1, 3], [1, 2], { codes: [1, 2] })).toThrow('codebook has 1, 2')
  })
})

/** The delta method with derivatives by small steps, as a check on the formula. */
function standardErrorByDifferences(table: readonly (readonly number[])[], near?: 'linear' | 'quadratic'): number {
  const n = table.flat().reduce((sum, count) => sum + count, 0)
  const shares = table.flat().map((count) => count / n)
  const size = table.length
  const weight = (cell: number): number => {
    const distance = Math.abs(Math.floor(cell / size) - (cell % size)) / (size - 1)
    return near === 'linear' ? 1 - distance : near === 'quadratic' ? 1 - distance ** 2 : distance === 0 ? 1 : 0
  }
  const kappa = (cells: readonly number[]): number => {
    const all = cells.reduce((sum, cell) => sum + cell, 0)
    const side = (of: (cell: number) => number, at: number): number =>
      cells.reduce((sum, share, cell) => sum + (of(cell) === at ? share / all : 0), 0)
    const rows = Array.from({ length: size }, (_, at) => side((cell) => Math.floor(cell / size), at))
    const columns = Array.from({ length: size }, (_, at) => side((cell) => cell % size, at))
    const observed = cells.reduce((sum, share, cell) => sum + (weight(cell) * share) / all, 0)
    const expected = cells.reduce(
      (sum, _, cell) => sum + weight(cell) * (rows[Math.floor(cell / size)] ?? 0) * (columns[cell % size] ?? 0),
      0,
    )
    return (observed - expected) / (1 - expected)
  }
  const step = 1e-5
  const slopes = shares.map((_, at) => {
    const moved = (by: number): number => kappa(shares.map((share, cell) => (cell === at ? share + by : share)))
    return (moved(step) - moved(-step)) / (2 * step)
  })
  const mean = shares.reduce((sum, share, cell) => sum + share * (slopes[cell] ?? 0), 0)
  const squares = shares.reduce((sum, share, cell) => sum + share * (slopes[cell] ?? 0) ** 2, 0)
  return Math.sqrt((squares - mean ** 2) / n)
}

describe('several coders who did not all code everything', () => {
  /** The example of Krippendorff (2011), Computing Krippendorff’s Alpha-Reliability, part C. */
  const coders: readonly Coding[] = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
    [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
  ]

  it.each([
    ['nominal', '0.743'],
    ['ordinal', '0.815'],
    ['interval', '0.849'],
  ] as const)('agree by %s alpha as published', (level: CodeLevel, alpha) => {
    const result = krippendorffsAlpha(coders, { level })
    if ('notComputed' in result) throw new Error(result.notComputed)
    expect([result.units, result.codings, result.alpha.toFixed(3)]).toEqual([11, 40, alpha])
    const { interval, standardError } = result
    if ('notComputed' in interval) throw new Error(interval.notComputed)
    expect(interval.low).toBeLessThan(result.alpha)
    expect(interval.high).toBeLessThanOrEqual(1)
    expect(Number(standardError)).toBeGreaterThan(0)
  })

  it('agree fully when they always do, and not by chance when they do not', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 30 }), (codes) => {
        fc.pre(new Set(codes).size > 1)
        expect(krippendorffsAlpha([codes, codes, codes], { level: 'nominal' })).toMatchObject({ alpha: 1 })
        const turned = krippendorffsAlpha([codes, codes.map((code) => 5 - code)], { level: 'interval' })
        expect('alpha' in turned && turned.alpha).toBeLessThan(1)
      }),
      SEED,
    )
  })

  it('have no alpha where nothing was coded twice or all got one code', () => {
    expect(
      krippendorffsAlpha(
        [
          [1, null],
          [null, 2],
        ],
        { level: 'nominal' },
      ),
    ).toEqual({ notComputed: 'noAnswers' })
    expect(krippendorffsAlpha([], { level: 'nominal' })).toEqual({ notComputed: 'noAnswers' })
    expect(
      krippendorffsAlpha(
        [
          [1, 1],
          [1, 1],
        ],
        { level: 'ordinal' },
      ),
    ).toEqual({ notComputed: 'noSpread' })
    const once = krippendorffsAlpha(
      [
        [1, 1, 2],
        [1, 1, 2],
      ],
      { level: 'nominal' },
    )
    expect(once).toMatchObject({ alpha: 1, standardError: { notComputed: 'tooFewAnswers' } })
    expect(() => krippendorffsAlpha([[1], [1, 2]], { level: 'nominal' })).toThrow('coder 2 has 2 entries')
  })
})
