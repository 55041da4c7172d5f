import { DEFAULT_POLICY, type HiddenReason, type ReleasedTable } from '@klankbord/model'
import { protect } from '@klankbord/disclosure'
import { describe, expect, it } from 'vitest'
import { auditByPrograms } from '../../src/audit/audit-by-programs.ts'
import type { Measurement } from '../../src/audit/measurement.ts'
import { showAll } from '../../src/pattern.ts'
import { releaseTable } from '../../src/release-table.ts'
import { SOLVING } from '../solving.ts'
import { questionTables } from '../table-builder.ts'

// Districts of 60, 60, 25 and 3 people: the last is too small, and the third has to go along.
const counted = questionTables([{ counts: [40, 20] }, { counts: [30, 30] }, { counts: [20, 5] }, { counts: [2, 1] }])

/** The tables with these groups hidden and everything else shown, whatever protection says of it. */
function released(groups: readonly (HiddenReason | null)[]): readonly ReleasedTable[] {
  return counted.map((table) => {
    const pattern = table.by ? { ...showAll(table), groups } : showAll(table)
    return releaseTable({ table }, pattern, [], DEFAULT_POLICY)
  })
}

async function tooNarrow(tables: readonly ReleasedTable[]): Promise<readonly Measurement[]> {
  const { measured } = await auditByPrograms(tables, DEFAULT_POLICY, SOLVING)
  expect(measured.length).toBeGreaterThan(0)
  return measured.filter(({ width, needed }) => width < needed)
}

describe('somebody with all tables and a solver', () => {
  // Where somebody may be in no district, at most three people are left for the two.
  it('works out a small district where all others are shown', async () => {
    const found = await tooNarrow(released([null, null, null, 'tooFew']))
    expect(found).toContainEqual(
      expect.objectContaining({ table: 'q×wijk', cell: 'group 4, total', width: 3, needed: 9 }),
    )
  })

  it('learns nothing of it where a partner is hidden as well', async () => {
    expect(await tooNarrow(released([null, null, 'complementary', 'tooFew']))).toEqual([])
  })

  it('learns nothing from what protection lets through', async () => {
    const { tables, record } = await protect(counted, DEFAULT_POLICY, SOLVING)
    expect(await tooNarrow(tables)).toEqual([])
    expect(record.narrowest).toBe(9)
  })
})
