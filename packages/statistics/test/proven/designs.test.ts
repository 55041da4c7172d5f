import { describe, expect, it } from 'vitest'
import { designMean, groupEstimate, differenceBetween, measurements, rake, surveyDesign } from '@klankbord/statistics'
import { normalFrom, uniformFrom } from './random.ts'
import { tell } from './tell.ts'

const RUNS = process.env['KLANKBORD_TIER'] === 'full' ? 20_000 : 2000

interface Client {
  readonly area: number
  readonly sex: number
  readonly old: number
  readonly grade: number
}

/** A town of 300 clients in three areas, of whom older ones and one area are more content. */
function townOf(uniform: () => number): readonly Client[] {
  const normal = normalFrom(uniform)
  return Array.from({ length: 300 }, (_, at) => {
    const area = at < 150 ? 1 : at < 250 ? 2 : 3
    const [sex, old] = [uniform() < 0.4 ? 1 : 2, uniform() < 0.6 ? 1 : 2]
    const grade = 7 + 0.8 * (area - 2) + 0.7 * (old - 1) + 1.2 * normal()
    return { area, sex, old, grade: Math.min(10, Math.max(1, Math.round(grade))) }
  })
}

function drawnFrom(people: readonly Client[], n: number, uniform: () => number): readonly Client[] {
  return people
    .map((person) => ({ person, chance: uniform() }))
    .toSorted((a, b) => a.chance - b.chance)
    .slice(0, n)
    .map(({ person }) => person)
}

const meanOf = (people: readonly Client[]): number => people.reduce((sum, { grade }) => sum + grade, 0) / people.length

/** How often the interval of a mean holds that of the town. */
function coverage(
  of: (sample: () => readonly Client[], town: readonly Client[]) => { low: number; high: number },
): number {
  const uniform = uniformFrom(20261123)
  const town = townOf(uniform)
  const truth = meanOf(town)
  const asked = [0, 30, 20, 8]
  const sample = (): readonly Client[] =>
    [1, 2, 3].flatMap((area) =>
      drawnFrom(
        town.filter((one) => one.area === area),
        asked[area] ?? 0,
        uniform,
      ),
    )
  const held = Array.from({ length: RUNS }, () => of(sample, town)).filter(
    ({ low, high }) => low <= truth && truth <= high,
  )
  return held.length / RUNS
}

function intervalOf(result: ReturnType<typeof designMean>): { low: number; high: number } {
  if ('notComputed' in result) throw new Error(result.notComputed)
  if ('notComputed' in result.interval) throw new Error(result.interval.notComputed)
  return result.interval
}

const areasOf = (people: readonly Client[]): number[] => people.map(({ area }) => area)
const populations = (people: readonly Client[]): number[] => people.map(({ area }) => [0, 150, 100, 50][area] ?? 0)
const gradesOf = (people: readonly Client[]): ReturnType<typeof measurements> =>
  measurements(people.map(({ grade }) => grade))

describe('the interval of a mean of a stratified sample of a town', { timeout: 120_000 }, () => {
  it('holds the mean of the town as often as it says', () => {
    const held = coverage((sample) => {
      const people = sample()
      const design = surveyDesign({ rows: people.length, strata: areasOf(people), populations: populations(people) })
      return intervalOf(designMean(design, gradesOf(people)))
    })
    tell(`stratified town, 58 of 300: 95 % interval holds the mean in ${(100 * held).toFixed(1)} % of ${RUNS} samples`)
    expect(held).toBeGreaterThan(0.935)
    expect(held).toBeLessThan(0.965)
  })

  it('does so after raking, too, and is wider than needed where weights are taken as given', () => {
    const held = { aware: 0, fixed: 0 }
    for (const calibrated of [true, false]) {
      held[calibrated ? 'aware' : 'fixed'] = coverage((sample, town) => {
        const people = sample()
        const margin = (variable: 'area' | 'old'): Parameters<typeof rake>[0]['margins'][number] => ({
          variable,
          codes: people.map((one) => one[variable]),
          targets: [...new Set(town.map((one) => one[variable]))].map((code) => ({
            code,
            total: town.filter((one) => one[variable] === code).length,
          })),
        })
        const margins = [margin('area'), margin('old')]
        const { weights } = rake({ margins })
        const design = surveyDesign({
          rows: people.length,
          weights,
          strata: areasOf(people),
          populations: populations(people),
          ...(calibrated && { calibration: { margins: margins.map(({ codes }) => codes) } }),
        })
        return intervalOf(designMean(design, gradesOf(people)))
      })
    }
    tell(`raked: ${(100 * held.aware).toFixed(1)} %, with weights as given ${(100 * held.fixed).toFixed(1)} %`)
    expect(held.aware).toBeGreaterThan(0.925)
    expect(held.fixed).toBeGreaterThan(held.aware)
  })
})

describe('two waves of a town in which nothing changed', { timeout: 120_000 }, () => {
  it('differ with p below 5 % in about 5 % of towns', () => {
    const uniform = uniformFrom(20261124)
    const normal = normalFrom(uniform)
    const wave = (n: number): ReturnType<typeof groupEstimate> =>
      groupEstimate({ numbers: measurements(Array.from({ length: n }, () => 7 + 1.3 * normal())) })
    const marked = Array.from({ length: RUNS }, () => {
      const [one, two] = [wave(40), wave(60)]
      if ('notComputed' in one || 'notComputed' in two) return false
      const step = differenceBetween(one, two)
      return 'p' in step && Number(step.p) <= 0.05
    }).filter(Boolean).length
    tell(`two waves of 40 and 60 alike: p ≤ 5 % in ${((100 * marked) / RUNS).toFixed(2)} % of ${RUNS}`)
    expect(marked / RUNS).toBeLessThan(0.05 + 3.1 * Math.sqrt((0.05 * 0.95) / RUNS))
    expect(marked / RUNS).toBeGreaterThan(0.05 - 3.1 * Math.sqrt((0.05 * 0.95) / RUNS))
  })
})
