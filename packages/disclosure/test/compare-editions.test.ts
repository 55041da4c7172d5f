import { describe, expect, it } from 'vitest'
import { DEFAULT_POLICY, type ReleasedTable } from '@klankbord/model'
import { compareEditions, protect } from '@klankbord/disclosure'
import { questionTables, type RowSpec } from './table-builder.ts'

function edition(rows: readonly RowSpec[]): readonly ReleasedTable[] {
  return protect(questionTables(rows), DEFAULT_POLICY).tables
}

const first = edition([{ counts: [40, 20] }, { counts: [30, 30] }])

describe('two editions beside each other', () => {
  it('may be the same', () => {
    expect(compareEditions(first, edition([{ counts: [40, 20] }, { counts: [30, 30] }]), DEFAULT_POLICY)).toEqual([])
  })

  it('may differ by ten people or more in every figure', () => {
    expect(compareEditions(first, edition([{ counts: [50, 30] }, { counts: [40, 40] }]), DEFAULT_POLICY)).toEqual([])
  })

  it('may not show what one late answer was', () => {
    const found = compareEditions(first, edition([{ counts: [41, 20] }, { counts: [30, 30] }]), DEFAULT_POLICY)
    expect(found.map(({ code }) => new Set([code]))).toContainEqual(new Set(['editionTooClose']))
    expect(found.map(({ details }) => (details as { figure: string }).figure)).toContain('category 1')
  })

  it('may not show how many came to skip a question', () => {
    const later = edition([{ counts: [40, 20], skipped: 3 }, { counts: [30, 30] }])
    const figures = compareEditions(first, later, DEFAULT_POLICY).map(
      ({ details }) => (details as { figure: string }).figure,
    )
    expect(figures).toContain('skipped')
  })

  it('are compared on what both have', () => {
    const other = protect(
      questionTables([{ counts: [41, 20] }, { counts: [30, 30] }], { name: 'r' }),
      DEFAULT_POLICY,
    ).tables
    expect(compareEditions(first, other, DEFAULT_POLICY)).toEqual([])
  })

  it('may not show a group that the first hid, nor hide one that it showed', () => {
    const small = edition([{ counts: [30, 10] }, { counts: [5, 4] }, { counts: [8, 6] }])
    const grown = edition([{ counts: [30, 10] }, { counts: [15, 14] }, { counts: [8, 6] }])
    const figures = (before: readonly ReleasedTable[], after: readonly ReleasedTable[]) =>
      compareEditions(before, after, DEFAULT_POLICY).map(({ details }) => (details as { figure: string }).figure)
    expect(figures(small, grown)).toEqual(expect.arrayContaining(['group 2', 'group 3', 'size of group 2']))
    expect(figures(grown, small)).toContain('group 2')
  })

  it('may not tell by subtraction what two more people in hidden groups answered', () => {
    const rows = (yes: number, more: number) => [{ counts: [yes, 10] }, { counts: [5, 4] }, { counts: [8 + more, 6] }]
    const found = compareEditions(edition(rows(30, 0)), edition(rows(40, 2)), DEFAULT_POLICY)
    expect(found.map(({ details }) => (details as { figure: string }).figure)).toContain(
      'category 1 of people in no shown group',
    )
    expect(compareEditions(edition(rows(30, 0)), edition(rows(40, 10)), DEFAULT_POLICY)).toEqual([])
  })

  it('may not show a sensitive count that the first hid', () => {
    const rows = (rare: number) => questionTables([{ counts: [30, 20, 9, rare] }], { sensitive: true }).slice(0, 1)
    const [few, many] = [3, 23].map((rare) => protect(rows(rare), DEFAULT_POLICY).tables)
    const found = compareEditions(few ?? [], many ?? [], DEFAULT_POLICY)
    expect(found.map(({ details }) => (details as { figure: string }).figure)).toContain('everybody, category 4')
  })

  it('may not tell the size of a hidden group by the question about it', () => {
    const about = questionTables([{ counts: [40, 9, 14] }], { name: 'wijk' }).slice(0, 1)
    const small = edition([{ counts: [30, 10] }, { counts: [5, 4] }, { counts: [8, 6] }])
    const found = compareEditions(small, protect(about, DEFAULT_POLICY).tables, DEFAULT_POLICY)
    expect(found.map(({ details }) => (details as { figure: string }).figure)).toEqual(['category 2', 'category 3'])
  })
})
