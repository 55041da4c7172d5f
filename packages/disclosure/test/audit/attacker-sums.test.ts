import {
  attackerSumLine,
  DEFAULT_POLICY,
  type AttackerTerm,
  type CountTable,
  type HiddenReason,
} from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import { auditByPrograms } from '../../src/audit/audit-by-programs.ts'
import { showAll, type TablePattern } from '../../src/pattern.ts'
import { releaseTable } from '../../src/release-table.ts'
import { SOLVING } from '../solving.ts'
import { questionTables } from '../table-builder.ts'

type Hidden = Readonly<Record<string, Partial<Pick<TablePattern, 'groups' | 'cells'>>>>

/** The sums that are told when these tables are let through with just this hidden. */
async function sumsOf(counted: readonly CountTable[], hidden: Hidden): Promise<readonly string[]> {
  const released = counted.map((table) =>
    releaseTable({ table }, { ...showAll(table), ...hidden[table.id] }, [], DEFAULT_POLICY),
  )
  const { explained } = await auditByPrograms(released, DEFAULT_POLICY, SOLVING)
  const sums = (await explained()).find(({ width, needed }) => width < needed)?.sums
  expect(sums).toBeDefined()
  return (sums ?? []).map((sum) => attackerSumLine(sum, { named }))
}

function named({ row, known, answer, question }: AttackerTerm, column: string | null): string {
  const name = typeof row === 'string' ? row : (row['nl'] ?? '')
  const told = column === null ? '' : ` (${[question?.['nl'], answer?.['nl'] ?? column].filter(Boolean).join(': ')})`
  return `${name}${told}${known === 'shown' ? '' : ` [at ${known}]`}`
}

const few: readonly HiddenReason[] = ['tooFew']

describe('the sum that somebody would make', () => {
  it('takes the groups that are shown off everybody', async () => {
    const tables = questionTables([{ counts: [40, 20] }, { counts: [30, 30] }, { counts: [20, 5] }, { counts: [2, 1] }])
    expect(await sumsOf(tables, { 'q×wijk': { groups: [null, null, null, ...few] } })).toEqual([
      '≤ everybody 148 − Wijk 1 60 − Wijk 2 60 − Wijk 3 25 = 3',
    ])
  })

  it('says of a hidden group what its reason says of it', async () => {
    const tables = questionTables([{ counts: [40, 20] }, { counts: [30, 30] }, { counts: [8, 4] }, { counts: [2, 1] }])
    const groups = [null, null, 'complementary', ...few] as const
    expect(await sumsOf(tables, { 'q×wijk': { groups } })).toEqual([
      '≤ everybody 135 − Wijk 1 60 − Wijk 2 60 − Wijk 3 [at least] 10 = 5',
    ])
  })

  it('is exact where a hidden answer is all that is left of a row', async () => {
    const tables = questionTables([{ counts: [40, 20, 3] }, { counts: [30, 30, 20] }], { sensitive: true })
    const cells = [
      [null, null, 'sensitive'],
      [null, null, null],
    ] as const
    expect(await sumsOf(tables, { 'q×wijk': { cells } })).toEqual([
      'Wijk 1 (q: answered) 63 − Wijk 1 (q: Antwoord 1) 40 − Wijk 1 (q: Antwoord 2) 20 = 3',
    ])
  })

  it('goes through a row and a column where neither tells alone', async () => {
    const counts = [
      [40, 20, 3],
      [30, 31, 5],
      [32, 33, 20],
    ]
    const tables = questionTables(
      counts.map((row) => ({ counts: row })),
      { sensitive: true },
    )
    const cells = [
      [null, 'complementary', 'sensitive'],
      [null, null, null],
      [null, null, null],
    ] as const
    expect(await sumsOf(tables, { 'q×wijk': { cells } })).toEqual([
      '≥ Wijk 2 (q: Antwoord 2) 31 + Wijk 3 (q: Antwoord 2) 33 + Wijk 1 (q: answered) 63 − everybody (q: Antwoord 2) 84 − Wijk 1 (q: Antwoord 1) 40 = 3',
      '≤ everybody (q: Antwoord 3) 28 − Wijk 2 5 − Wijk 3 20 = 3',
    ])
  })
})
