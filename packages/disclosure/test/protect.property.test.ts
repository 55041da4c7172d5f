import { beforeAll, describe, expect, it, inject } from 'vitest'
import { DEFAULT_POLICY, type CountTable, type ReleasedTable } from '@klankbord/model'
import { protect, type Protected } from '@klankbord/disclosure'
import { drawFrom, randomPeople, tabulatePeople, type QuestionSpec } from './random-tables.ts'
import { SOLVING } from './solving.ts'

const SURVEYS = 250 * inject('sampleFactor')

interface Survey {
  readonly seed: number
  readonly tables: readonly CountTable[]
  readonly outcome: Protected
}

async function surveyOf(seed: number): Promise<Survey> {
  const draw = drawFrom(seed)
  const questions: readonly QuestionSpec[] = [
    { name: 'a', options: 2 + draw(4), sensitive: false, kind: 'single' },
    { name: 'b', options: 2 + draw(4), sensitive: true, kind: 'single' },
    { name: 'c', options: 2 + draw(4), sensitive: draw(2) === 0, kind: 'multiple' },
  ]
  const breakdowns = [2 + draw(5), 2 + draw(3)].slice(0, 1 + draw(2))
  const tables = tabulatePeople(randomPeople(draw, 400, questions, breakdowns), questions, breakdowns)
  return { seed, tables, outcome: await protect(tables, DEFAULT_POLICY, SOLVING) }
}

/** Every group and cell of a survey with its true base and count. */
function figuresOf({ tables, outcome }: Survey) {
  return outcome.tables.flatMap((table, at) =>
    table.groups.map((group, index) => ({
      table,
      group,
      base: tables[at]?.bases[index],
      counts: tables[at]?.counts[index] ?? [],
    })),
  )
}

describe('two hundred and fifty surveys at random', () => {
  let surveys: readonly Survey[] = []

  beforeAll(async () => {
    surveys = await Promise.all(Array.from({ length: SURVEYS }, (_, index) => surveyOf(index + 1)))
  })

  it('are all published, with something hidden and something shown', () => {
    const groups = surveys.flatMap(({ outcome }) => outcome.tables.flatMap((table) => table.groups))
    const hidden = groups.filter((group) => group.status === 'hidden').length
    expect(hidden).toBeGreaterThan(groups.length / 5)
    expect(hidden).toBeLessThan((groups.length * 4) / 5)
  })

  it('show no group under ten people or ten answers', () => {
    const shown = surveys.flatMap(figuresOf).filter(({ group }) => group.status !== 'hidden')
    expect(
      shown.filter(({ base }) => Math.min(base?.total ?? 0, base?.valid ?? 0) < DEFAULT_POLICY.leastGroup),
    ).toEqual([])
  })

  it('show no sensitive count from one to four, and no group that agrees on a sensitive answer', () => {
    const leaks = surveys.flatMap(figuresOf).filter(({ table, group, base, counts }) => {
      if (group.status === 'hidden' || !table.subject.sensitive) return false
      return group.cells.some(
        (cell, column) => cell.status === 'shown' && (isSmall(counts[column]) || counts[column] === base?.valid),
      )
    })
    expect(leaks).toEqual([])
  })

  it('hide a group with too few respondents, and its partners, in every table of the breakdown', () => {
    const uneven = surveys.filter(({ tables, outcome }) =>
      outcome.tables.some((table, at) =>
        table.groups.some((_, index) => {
          const few = table.by !== null && (tables[at]?.bases[index]?.total ?? 0) < DEFAULT_POLICY.leastGroup
          return few && !siblings(outcome.tables, table).every((other) => other.groups[index]?.status === 'hidden')
        }),
      ),
    )
    expect(uneven).toEqual([])
  })

  it('leave no hidden figure narrower than its rule', () => {
    const widths = surveys.flatMap(({ outcome }) =>
      outcome.record.narrowest === null ? [] : [outcome.record.narrowest],
    )
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(DEFAULT_POLICY.sensitiveCell - 1)
    expect(widths.length).toBeGreaterThan(SURVEYS / 2)
  })

  it('come out the same for the same tables', async () => {
    for (const { seed, outcome } of surveys.slice(0, 20)) expect((await surveyOf(seed)).outcome).toEqual(outcome)
  })
})

function isSmall(count: number | undefined): boolean {
  return count !== undefined && count > 0 && count <= DEFAULT_POLICY.sensitiveCell
}

function siblings(tables: readonly ReleasedTable[], table: ReleasedTable): readonly ReleasedTable[] {
  return tables.filter((other) => other.by?.name === table.by?.name)
}
