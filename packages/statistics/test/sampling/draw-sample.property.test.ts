import { drawSample, normalQuantile, type DrawPlan, type FrameRow } from '@klankbord/statistics'
import fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'

const runs = { seed: 8, numRuns: 200 * inject('sampleFactor') }
const seeds = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `seed ${index}`)
const SEEDS = 3000 * inject('sampleFactor')

const strataNames = ['Noord', 'Oost', 'West'] as const
const aRow = fc.record({
  stratum: fc.constantFrom(...strataNames),
  household: fc.option(fc.integer({ min: 1, max: 12 }).map(String)),
  reason: fc.option(fc.constantFrom('invitedRecently', 'refusedForGood'), { freq: 3 }),
})
const aFrame = fc.array(aRow, { maxLength: 60 }).map((rows): DrawnFrom => ({
  frame: rows.map(({ stratum, household }, index): FrameRow => ({ id: `p${index}`, stratum, household })),
  exclude: new Map(rows.flatMap(({ reason }, index) => (reason === null ? [] : [[`p${index}`, reason] as const]))),
}))
interface DrawnFrom {
  readonly frame: readonly FrameRow[]
  readonly exclude: ReadonlyMap<string, string>
}
const sizes = fc.record({ Noord: fc.nat(30), Oost: fc.nat(30), West: fc.nat(30) })

function planFor(frame: readonly FrameRow[], wanted: Readonly<Record<string, number>>): DrawPlan['strata'] {
  const present = new Set(frame.map(({ stratum }) => stratum))
  return Object.fromEntries(Object.entries(wanted).filter(([name]) => present.has(name)))
}

/**
 * How far a share of so many draws may lie from its probability: all shares of a test together fail by chance once in a
 * million times, and since the seeds are fixed, never or always.
 */
function allowance(probability: number, draws: number, shares: number): number {
  return -normalQuantile(1e-6 / (2 * shares)) * Math.sqrt((probability * (1 - probability)) / draws) + 1e-12
}

describe('whatever the list, a draw', () => {
  it('takes nobody twice, nobody excluded, one per address, and as many as the plan and the list allow', () => {
    fc.assert(
      fc.property(aFrame, sizes, fc.boolean(), fc.string(), (people, wanted, onePerHousehold, word) => {
        const { frame, exclude } = people
        const plan = { strata: planFor(frame, wanted), onePerHousehold, exclude }
        const { drawn, record } = drawSample(frame, plan, `seed ${word.replaceAll(/[\r\n]/gu, '')}`)
        const ids = drawn.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids.some((id) => exclude.has(id))).toBe(false)
        const homes = ids.map((id) => frame.find((row) => row.id === id)?.household).filter((home) => home !== null)
        expect(onePerHousehold && new Set(homes).size < homes.length).toBe(false)
        for (const row of record.strata) {
          expect(row.frame).toBe(row.excluded + row.leftInHousehold + row.eligible)
          expect(row.drawn).toBe(Math.min(row.asked ?? row.eligible, row.eligible))
          expect(drawn.filter(({ stratum }) => stratum === row.stratum)).toHaveLength(row.drawn)
        }
        expect(Object.values(record.exclusions).reduce((sum, count) => sum + count, 0)).toBe(
          record.strata.reduce((sum, { excluded }) => sum + excluded, 0),
        )
      }),
      runs,
    )
  })

  it('is the same for the same seed, in whatever order the list stands', () => {
    fc.assert(
      fc.property(
        aFrame,
        sizes,
        fc.boolean(),
        fc.infiniteStream(fc.double()),
        (people, wanted, onePerHousehold, keys) => {
          const { frame, exclude } = people
          const plan = { strata: planFor(frame, wanted), onePerHousehold, exclude }
          const mixed = frame
            .map((row) => ({ row, key: keys.next().value ?? 0 }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ row }) => row)
          expect(drawSample(mixed, plan, 'voorjaar')).toEqual(drawSample(frame, plan, 'voorjaar'))
        },
      ),
      runs,
    )
  })

  it('stays as it is for everybody else when somebody who was not drawn leaves the list', () => {
    const frame = Array.from({ length: 40 }, (_, index) => ({ id: `p${index}`, stratum: 'Noord', household: null }))
    const plan: DrawPlan = { strata: { Noord: 10 }, onePerHousehold: false, exclude: new Map() }
    const idsOf = (rows: readonly FrameRow[]): readonly string[] =>
      drawSample(rows, plan, 'voorjaar').drawn.map(({ id }) => id)
    const left = frame.find(({ id }) => !idsOf(frame).includes(id))
    expect(idsOf(frame.filter((row) => row !== left))).toEqual(idsOf(frame))
  })
})

describe(`over ${SEEDS} seeds`, () => {
  const alone = (id: string, stratum: string): FrameRow => ({ id, stratum, household: null })
  const together = (household: string, ids: readonly string[], stratum: string): readonly FrameRow[] =>
    ids.map((id) => ({ id, stratum, household }))

  it('everybody, and every pair, is drawn as often as simple random sampling says', () => {
    const frame = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => alone(id, 'Noord'))
    const plan: DrawPlan = { strata: { Noord: 3 }, onePerHousehold: false, exclude: new Map() }
    const draws = seeds(SEEDS).map((seed) => new Set(drawSample(frame, plan, seed).drawn.map(({ id }) => id)))
    for (const { id: one } of frame) {
      for (const { id: other } of frame) {
        const share = draws.filter((ids) => ids.has(one) && ids.has(other)).length / SEEDS
        const probability = one === other ? 3 / 6 : (3 * 2) / (6 * 5)
        expect(Math.abs(share - probability)).toBeLessThan(allowance(probability, SEEDS, 21))
      }
    }
  })

  it('each person of a household is drawn as often as the probability beside the name says', () => {
    const frame = [
      ...together('family', ['f1', 'f2', 'f3'], 'Noord'),
      ...together('couple', ['c1', 'c2'], 'Noord'),
      ...['n1', 'n2', 'n3'].map((id) => alone(id, 'Noord')),
      ...['o1', 'o2', 'o3'].map((id) => alone(id, 'Oost')),
    ]
    // Five addresses in Noord, of which two are drawn; one of three in Oost.
    const expected = new Map([
      ...['f1', 'f2', 'f3'].map((id) => [id, (1 / 3) * (2 / 5)] as const),
      ...['c1', 'c2'].map((id) => [id, (1 / 2) * (2 / 5)] as const),
      ...['n1', 'n2', 'n3'].map((id) => [id, 2 / 5] as const),
      ...['o1', 'o2', 'o3'].map((id) => [id, 1 / 3] as const),
    ])
    const plan: DrawPlan = { strata: { Noord: 2, Oost: 1 }, onePerHousehold: true, exclude: new Map() }
    const times = new Map<string, number>()
    for (const seed of seeds(SEEDS)) {
      for (const { id, probability } of drawSample(frame, plan, seed).drawn) {
        times.set(id, (times.get(id) ?? 0) + 1)
        expect(probability).toBeCloseTo(expected.get(id) ?? 0, 12)
      }
    }
    for (const [id, probability] of expected) {
      const share = (times.get(id) ?? 0) / SEEDS
      expect(Math.abs(share - probability)).toBeLessThan(allowance(probability, SEEDS, expected.size))
    }
  })

  it('the weights count everybody, also where the people of one address are in two strata', () => {
    const frame = [
      { id: 'm1', stratum: 'Noord', household: 'mixed' },
      { id: 'm2', stratum: 'Oost', household: 'mixed' },
      { id: 'x1', stratum: 'Noord', household: 'other' },
      { id: 'x2', stratum: 'Oost', household: 'other' },
      { id: 'x3', stratum: 'Oost', household: 'other' },
      ...['n1', 'n2', 'n3'].map((id) => alone(id, 'Noord')),
      ...['o1', 'o2', 'o3'].map((id) => alone(id, 'Oost')),
    ]
    const plan: DrawPlan = { strata: { Noord: 2, Oost: 2 }, onePerHousehold: true, exclude: new Map() }
    const totals = seeds(SEEDS).map((seed) => {
      const { drawn, record } = drawSample(frame, plan, seed)
      expect(record.householdsInSeveralStrata).toBe(2)
      // What nobody can know from the size of the list alone: a number that differs per person.
      return drawn.reduce((sum, { id, probability }) => sum + weightOf(id) / probability, 0)
    })
    const mean = totals.reduce((sum, total) => sum + total, 0) / SEEDS
    const variance = totals.reduce((sum, total) => sum + (total - mean) ** 2, 0) / (SEEDS - 1)
    const truth = frame.reduce((sum, { id }) => sum + weightOf(id), 0)
    expect(Math.abs(mean - truth)).toBeLessThan(-normalQuantile(5e-7) * Math.sqrt(variance / SEEDS))
  })
})

/** A number that differs per person, larger for those who share an address. */
function weightOf(id: string): number {
  return id.charCodeAt(0) - 100 + Number(id.slice(1)) * 3
}
