import { DEFAULT_POLICY, type HiddenInTable } from '@klankbord/model'
import { protect } from '@klankbord/disclosure'
import { describe, expect, it } from 'vitest'
import { auditByPrograms } from '../../src/audit/audit-by-programs.ts'
import { drawFrom, tabulatePeople, type Person } from '../random-tables.ts'
import { SOLVING } from '../solving.ts'
import { questionTables, type RowSpec } from '../table-builder.ts'

async function recordOf(rows: readonly RowSpec[], sensitive = false): Promise<readonly HiddenInTable[]> {
  const { record } = await protect(questionTables(rows, { sensitive }), DEFAULT_POLICY, SOLVING)
  return record.tables ?? []
}

describe('the record of what is hidden', () => {
  it('names each hidden row with its reason and what everybody can work out of it', async () => {
    const rows = [{ counts: [40, 20] }, { counts: [30, 30] }, { counts: [20, 5] }, { counts: [2, 1] }]
    expect(await recordOf(rows)).toEqual([
      {
        table: 'q×wijk',
        figures: [
          { group: 3, category: null, reason: 'complementary', width: 18, least: 10, most: 28 },
          { group: 4, category: null, reason: 'tooFew', width: 9, least: 0, most: 9 },
        ],
      },
    ])
  })

  it('is the same whatever the hidden numbers are', async () => {
    const shown = [{ counts: [40, 20] }, { counts: [30, 30] }]
    const one = await recordOf([...shown, { counts: [20, 5] }, { counts: [2, 1] }])
    const other = await recordOf([...shown, { counts: [15, 6] }, { counts: [7, 0] }])
    expect(one).toHaveLength(1)
    expect(other).toEqual(one)
  })

  it('names hidden answers in rows that are shown', async () => {
    const rows = [{ counts: [40, 20, 3] }, { counts: [30, 30, 20] }, { counts: [33, 30, 18] }]
    const figures = (await recordOf(rows, true)).flatMap((table) => table.figures)
    const rare = figures.find(({ group, category }) => group === 1 && category === 3)
    expect(rare).toEqual({ group: 1, category: 3, reason: 'sensitive', width: 21, least: 0, most: 21 })
  })

  it('does not tell which of many hidden answers are the small ones', async () => {
    const rows = Array.from({ length: 64 }, (_, at) => ({ counts: [40 + (at % 7), 20, 1 + (at % 4), 9] }))
    const figures = (await recordOf(rows, true)).flatMap((table) => table.figures)
    const answers = figures.filter(({ category }) => category !== null)
    expect(answers.length).toBeGreaterThan(120)
    expect(new Set(answers.map(({ reason, width, least, most }) => [reason, width, least, most].join()))).toEqual(
      new Set(['sensitive,,,']),
    )
  })

  it('prints no range of ticks, of which reasons tell more than programs know, nor takes them for the narrowest', async () => {
    const ticking = (group: number, size: number, ticks: readonly number[]): readonly Person[] =>
      Array.from({ length: size }, (_, at) => ({
        groups: [group],
        answers: [ticks.flatMap((count, code) => ((at + code) % size < count ? [code] : []))],
      }))
    const people = [...ticking(1, 40, [37, 20, 20]), ...ticking(2, 40, [20, 20, 20]), ...ticking(3, 40, [20, 20, 20])]
    const questions = [{ name: 'm', options: 3, sensitive: true, kind: 'multiple' as const }]
    const { record } = await protect(tabulatePeople(people, questions, [3]), DEFAULT_POLICY, SOLVING)
    const figures = (record.tables ?? []).flatMap((table) => table.figures)
    const ticks = figures.filter(({ category }) => category !== null)
    expect(ticks.map(({ reason }) => reason)).toContain('sensitive')
    expect(ticks.filter(({ width, least, most }) => width !== null || least !== null || most !== null)).toEqual([])
    expect(record.narrowest).toBe(DEFAULT_POLICY.sensitiveCell - 1)
  })

  it('counts what was measured from released tables alone: how many hidden numbers an audit finds in the answers would tell', async () => {
    const counted = questionTables([{ counts: [3, 15, 10] }, { counts: [1, 14, 13] }], { sensitive: true })
    const { tables, record } = await protect(counted, DEFAULT_POLICY, SOLVING)
    const { measured } = await auditByPrograms(tables, DEFAULT_POLICY, SOLVING)
    expect(measured.length).toBeGreaterThan(0)
    expect(record.audited).toBe(measured.length)
  })

  it('has as many figures as are hidden, by reason, and of many only how wide they are', async () => {
    const draw = drawFrom(20261123)
    const people = Array.from({ length: 400 }, (): Person => {
      const groups = [draw(40) === 0 ? 7 + draw(8) : 1 + draw(6)]
      return { groups, answers: Array.from({ length: 20 }, () => [draw(12) === 0 ? 2 : draw(2)]) }
    })
    const questions = Array.from({ length: 20 }, (_, at) => ({
      name: `q${at}`,
      options: 3,
      sensitive: at % 2 === 0,
      kind: 'single' as const,
    }))
    const counted = tabulatePeople(people, questions, [14])
    const { record } = await protect(counted, DEFAULT_POLICY, SOLVING)
    const figures = (record.tables ?? []).flatMap((table) => table.figures)
    const byReason = Object.fromEntries(
      Object.keys(record.hidden).map((reason) => [reason, figures.filter((one) => one.reason === reason).length]),
    )
    expect(byReason).toEqual(record.hidden)
    expect(figures.length).toBeGreaterThan(120)
    expect(figures.filter(({ least, most }) => least !== null || most !== null)).toEqual([])
    const few = figures.filter(({ reason }) => reason === 'tooFew')
    expect(few.length).toBeGreaterThan(0)
    expect(few.every(({ width }) => (width ?? 0) >= DEFAULT_POLICY.leastGroup - 1)).toBe(true)
  })
})
