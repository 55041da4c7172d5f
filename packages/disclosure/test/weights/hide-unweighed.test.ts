import { describe, expect, it } from 'vitest'
import { DEFAULT_POLICY, type CountTable } from '@klankbord/model'
import { protect, type ClassRow, type Weighing } from '@klankbord/disclosure'
import { SOLVING } from '../solving.ts'
import { questionTables } from '../table-builder.ts'

type Counts = readonly [yes: number, no: number]

/** Neighbourhoods with the place of their district. */
const NEIGHBOURHOODS: readonly { readonly counts: Counts; readonly district: number }[] = [
  { counts: [14, 16], district: 0 },
  { counts: [15, 17], district: 0 },
  { counts: [22, 18], district: 1 },
  { counts: [20, 15], district: 2 },
  { counts: [22, 18], district: 2 },
]
const DISTRICTS = [0, 1, 2].map((district) =>
  NEIGHBOURHOODS.filter((one) => one.district === district).reduce<Counts>(
    ([yes, no], { counts: [y, n] }) => [yes + y, no + n],
    [0, 0],
  ),
)

function rowOf(parts: readonly Counts[]): ClassRow {
  const sizes = parts.map(([yes, no]) => yes + no)
  return { total: sizes, valid: sizes, counts: parts }
}
const only = (counts: Counts, district: number): ClassRow =>
  rowOf([0, 1, 2].map((at): Counts => (at === district ? counts : [0, 0])))

/** One question by district and by neighbourhood, weighed by district: everybody in each row weighs the same. */
function nested(): { readonly tables: readonly CountTable[]; readonly weighing: Weighing } {
  const [whole, districts] = questionTables(
    DISTRICTS.map((counts) => ({ counts })),
    { by: 'wijk' },
  )
  const [, split] = questionTables(
    NEIGHBOURHOODS.map(({ counts }) => ({ counts })),
    { by: 'buurt' },
  )
  if (!whole || !districts || !split?.by) throw new Error('expected three tables')
  const groups = split.groups.map((group, at) => ({ ...group, within: (NEIGHBOURHOODS[at]?.district ?? 0) + 1 }))
  const rows: readonly (readonly [string, readonly ClassRow[]])[] = [
    ['q', [rowOf(DISTRICTS)]],
    ['q×wijk', DISTRICTS.map(only)],
    ['q×buurt', NEIGHBOURHOODS.map(({ counts, district }) => only(counts, district))],
  ]
  const rest = rowOf([0, 1, 2].map((): Counts => [0, 0]))
  const weights = [0.8, 1.2, 1]
  return {
    tables: [whole, districts, { ...split, by: { ...split.by, within: 'wijk' }, groups }],
    weighing: {
      tables: new Map(rows.map(([table, of]) => [table, { table, weights, groups: of, rest }])),
      sensitive: false,
    },
  }
}

describe('weighted neighbourhoods within districts', () => {
  const shownIn = async (weighing: Weighing | null): Promise<readonly string[]> => {
    const { tables } = await protect(nested().tables, DEFAULT_POLICY, SOLVING, [], [], { weighing })
    return tables.flatMap(({ id, groups }) => (groups.some(({ status }) => status === 'shown') ? [id] : []))
  }

  it('go, though everybody in each of them weighs the same', async () => {
    expect(await shownIn(null)).toEqual(['q', 'q×wijk', 'q×buurt'])
    expect(await shownIn(nested().weighing)).toEqual(['q', 'q×wijk'])
  })
})
