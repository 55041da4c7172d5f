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
})
