import { describe, expect, it } from 'vitest'
import { DEFAULT_POLICY, type CountTable, type ReleasedTable } from '@klankbord/model'
import { compareEditions, protect } from '@klankbord/disclosure'
import { SOLVING } from '../solving.ts'
import { questionTables, type RowSpec } from '../table-builder.ts'

async function released(tables: readonly CountTable[]): Promise<readonly ReleasedTable[]> {
  return (await protect(tables, DEFAULT_POLICY, SOLVING)).tables
}

async function edition(rows: readonly RowSpec[]): Promise<readonly ReleasedTable[]> {
  return released(questionTables(rows))
}

const first = await edition([{ counts: [40, 20] }, { counts: [30, 30] }])

describe('two editions beside each other', () => {
  it('may be the same', async () => {
    expect(compareEditions(first, await edition([{ counts: [40, 20] }, { counts: [30, 30] }]), DEFAULT_POLICY)).toEqual(
      [],
    )
  })

  it('may differ by ten people or more in every figure', async () => {
    expect(compareEditions(first, await edition([{ counts: [50, 30] }, { counts: [40, 40] }]), DEFAULT_POLICY)).toEqual(
      [],
    )
  })

  it('may not show what one late answer was', async () => {
    const found = compareEditions(first, await edition([{ counts: [41, 20] }, { counts: [30, 30] }]), DEFAULT_POLICY)
    expect(found.map(({ code }) => new Set([code]))).toContainEqual(new Set(['editionTooClose']))
    expect(found.map(({ details }) => (details as { figure: string }).figure)).toContain('category 1')
  })

  it('may not show how many came to skip a question', async () => {
    const later = await edition([{ counts: [40, 20], skipped: 3 }, { counts: [30, 30] }])
    const figures = compareEditions(first, later, DEFAULT_POLICY).map(
      ({ details }) => (details as { figure: string }).figure,
    )
    expect(figures).toContain('skipped')
  })

  it('are compared on what both have', async () => {
    const other = await released(questionTables([{ counts: [41, 20] }, { counts: [30, 30] }], { name: 'r' }))
    expect(compareEditions(first, other, DEFAULT_POLICY)).toEqual([])
  })

  it('may not show a group that the first hid, nor hide one that it showed', async () => {
    const small = await edition([{ counts: [30, 10] }, { counts: [5, 4] }, { counts: [8, 6] }])
    const grown = await edition([{ counts: [30, 10] }, { counts: [15, 14] }, { counts: [8, 6] }])
    const figures = (before: readonly ReleasedTable[], after: readonly ReleasedTable[]) =>
      compareEditions(before, after, DEFAULT_POLICY).map(({ details }) => (details as { figure: string }).figure)
    expect(figures(small, grown)).toEqual(expect.arrayContaining(['group 2', 'group 3', 'size of group 2']))
    expect(figures(grown, small)).toContain('group 2')
  })

  it('may not tell by subtraction what two more people in hidden groups answered', async () => {
    const rows = (yes: number, more: number) => [{ counts: [yes, 10] }, { counts: [5, 4] }, { counts: [8 + more, 6] }]
    const found = compareEditions(await edition(rows(30, 0)), await edition(rows(40, 2)), DEFAULT_POLICY)
    expect(found.map(({ details }) => (details as { figure: string }).figure)).toContain(
      'category 1 of people in no shown group',
    )
    expect(compareEditions(await edition(rows(30, 0)), await edition(rows(40, 10)), DEFAULT_POLICY)).toEqual([])
  })

  it('may not show a sensitive count that the first hid', async () => {
    const rows = (rare: number) => questionTables([{ counts: [30, 20, 9, rare] }], { sensitive: true }).slice(0, 1)
    const [few, many] = await Promise.all([3, 23].map((rare) => released(rows(rare))))
    const found = compareEditions(few ?? [], many ?? [], DEFAULT_POLICY)
    expect(found.map(({ details }) => (details as { figure: string }).figure)).toContain('everybody, category 4')
  })

  it('may not tell the size of a hidden group by the question about it', async () => {
    const about = questionTables([{ counts: [40, 9, 14] }], { name: 'wijk' }).slice(0, 1)
    const small = await edition([{ counts: [30, 10] }, { counts: [5, 4] }, { counts: [8, 6] }])
    const found = compareEditions(small, await released(about), DEFAULT_POLICY)
    expect(found.map(({ details }) => (details as { figure: string }).figure)).toEqual(['category 2', 'category 3'])
  })
})
