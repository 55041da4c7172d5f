import { beforeAll, describe, expect, inject, it } from 'vitest'
import { hideCoarsely, loadSolver, solveHere, type HidingOutcome, type Solving } from '@klankbord/disclosure'
import { triedRanges } from './brute-force.ts'
import { familyOf, type RandomFamily } from './random-families.ts'

/** Three hundred in every run, ten thousand where all the time is taken. */
const FAMILIES = inject('sampleFactor') > 1 ? 10_000 : 300

interface Hidden {
  readonly family: RandomFamily
  readonly outcome: HidingOutcome
  readonly milliseconds: number
}

describe(`${FAMILIES} families of tables at random`, () => {
  let solving: Solving
  const all: Hidden[] = []

  beforeAll(
    async () => {
      solving = solveHere(await loadSolver(), { seconds: 20, now: () => performance.now() })
      for (let seed = 1; seed <= FAMILIES; seed += 1) {
        const family = familyOf(seed)
        const start = performance.now()
        const outcome = await solving.hide(family.task)
        all.push({ family, outcome, milliseconds: performance.now() - start })
      }
    },
    60_000 * inject('sampleFactor'),
  )

  it('hide something in most, and never a total or a real zero', () => {
    const primaries = all.filter(({ family }) => family.task.hidden.length > 0)
    expect(primaries.length).toBeGreaterThan(FAMILIES / 2)
    for (const { family, outcome } of all) {
      const shown = new Set(family.task.shown)
      expect(outcome.hidden.filter((cell) => shown.has(cell))).toEqual([])
      expect(family.task.hidden.filter((cell) => !outcome.hidden.includes(cell))).toEqual([])
    }
  })

  it('protect every small cell, as the audit finds', async () => {
    for (const { family, outcome } of all)
      expect([family.seed, await narrow(solving, family, outcome.hidden)]).toEqual([family.seed, []])
  })

  it('protect every small cell, as trying all numbers finds, and the audit finds the same', async () => {
    let tried = 0
    for (const { family, outcome } of all) {
      if (family.people > 22) continue
      const found = triedRanges(family.task, outcome.hidden, family.people)
      if (!found) continue
      tried += 1
      const wanted = outcome.hidden.map((cell) => ({ cell, enough: null }))
      const ranges = await solving.ranges({ ...family.task, hidden: outcome.hidden, wanted })
      expect([family.seed, ranges]).toEqual([family.seed, found])
      for (const { cell, span } of family.task.protections) {
        const range = found.find((each) => each.cell === cell)
        expect((range?.most ?? 0) - (range?.least ?? 0)).toBeGreaterThanOrEqual(span)
      }
    }
    expect(tried).toBeGreaterThan(FAMILIES / 10)
  })

  it('are protected without a solver as well, and never for less', async () => {
    for (const { family, outcome } of all) {
      const coarse = hideCoarsely(family.task)
      expect([family.seed, await narrow(solving, family, coarse.hidden)]).toEqual([family.seed, []])
      expect(coarse.cost).toBeGreaterThanOrEqual(outcome.cost)
    }
  })

  it('cannot do with one cell less where the search says so', async () => {
    const provable = all.filter(({ outcome }) => outcome.method === 'exact' && outcome.cost > 0 && outcome.cost <= 3)
    expect(provable.length).toBeGreaterThan(10)
    for (const { family, outcome } of provable.slice(0, 40)) {
      const { cells, hidden, shown } = family.task
      const free = [...cells.keys()].filter((cell) => !hidden.includes(cell) && !shown.includes(cell))
      for (const extra of choices(free, outcome.cost - 1)) {
        expect(await narrow(solving, family, [...hidden, ...extra])).not.toEqual([])
      }
    }
  })

  it('says what was measured', () => {
    const times = all.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b)
    const total = (of: (hidden: Hidden) => number) => all.reduce((sum, hidden) => sum + of(hidden), 0)
    const figures = {
      families: FAMILIES,
      secondaries: total(({ outcome }) => outcome.cost),
      fewestPossibleAtLeast: total(({ outcome }) => outcome.bound),
      coarse: total(({ family }) => hideCoarsely(family.task).cost),
      provenFewest: all.filter(({ outcome }) => outcome.method === 'exact').length,
      medianMilliseconds: Math.round(times[Math.floor(times.length / 2)] ?? 0),
      slowestMilliseconds: Math.round(times.at(-1) ?? 0),
    }
    process.stdout.write(`${JSON.stringify({ figure: 'hiding random families', ...figures })}\n`)
    expect(figures.secondaries).toBeLessThanOrEqual(figures.coarse)
    expect(figures.provenFewest).toBeGreaterThan(0.95 * FAMILIES)
  })
})

/** The small cells that are known too well under a pattern. */
async function narrow(solving: Solving, { task }: RandomFamily, hidden: readonly number[]): Promise<readonly string[]> {
  const wanted = task.protections.map(({ cell, span }) => ({ cell, enough: span }))
  const ranges = await solving.ranges({ ...task, hidden, wanted })
  return ranges.flatMap(({ cell, least, most }, at) =>
    most - least < (task.protections[at]?.span ?? 0) ? [`${task.cells[cell]?.id}: ${least} to ${most}`] : [],
  )
}

function choices(from: readonly number[], count: number): readonly (readonly number[])[] {
  if (count === 0) return [[]]
  return from.flatMap((first, at) => choices(from.slice(at + 1), count - 1).map((rest) => [first, ...rest]))
}
