import { describe, expect, it } from 'vitest'
import { DEFAULT_POLICY, type ReleasedTable } from '@klankbord/model'
import { compareAllEditions, compareEditions, partOf, protect, type Edition } from '@klankbord/disclosure'
import { editionSystem } from '../../src/editions/edition-system.ts'
import { SOLVING } from '../solving.ts'
import { questionTables, type RowSpec } from '../table-builder.ts'

const tablesOf = async (
  rows: readonly RowSpec[],
  options: Parameters<typeof questionTables>[1] = {},
): Promise<readonly ReleasedTable[]> => (await protect(questionTables(rows, options), DEFAULT_POLICY, SOLVING)).tables

const found = async (...editions: readonly Edition[]): Promise<readonly string[]> =>
  (await compareAllEditions(editions, DEFAULT_POLICY, SOLVING)).map(
    ({ details }) => (details as { readonly figure: string }).figure,
  )

const VILLAGE: readonly RowSpec[] = [
  { counts: [30, 30] },
  { counts: [20, 10] },
  { counts: [12, 8] },
  { counts: [3, 1] },
]
const grown = (by: number): readonly RowSpec[] =>
  VILLAGE.map(({ counts }, at) => (at < 2 ? { counts: counts.map((count) => count + by) } : { counts }))

describe('all editions beside each other', () => {
  it('tell nothing when there is one, or when the same is told again', async () => {
    expect(await found({ tables: await tablesOf(VILLAGE) })).toEqual([])
    expect(await found({ tables: await tablesOf(VILLAGE) }, { tables: await tablesOf(VILLAGE) })).toEqual([])
  })

  it('tell nothing when many came to groups that are shown', async () => {
    expect(await found({ tables: await tablesOf(VILLAGE) }, { tables: await tablesOf(grown(10)) })).toEqual([])
    expect(
      await found(
        ...[await tablesOf(grown(0)), await tablesOf(grown(10)), await tablesOf(grown(25))].map((tables) => ({
          tables,
        })),
      ),
    ).toEqual([])
  })

  it('tell a hidden group that one question hides and the other shows, each in its own edition', async () => {
    const first = await tablesOf(VILLAGE)
    const shown = await tablesOf(
      [{ counts: [30, 30] }, { counts: [20, 10] }, { counts: [12, 8] }, { counts: [14, 12] }],
      {
        name: 'r',
      },
    )
    expect(compareEditions(first, shown, DEFAULT_POLICY).length).toBeGreaterThan(0)
    expect(await found({ tables: first }, { tables: shown })).toContain('group 4, total')
  })

  it('tell the size of a hidden group by the question about it', async () => {
    const { tables: about } = await protect(
      questionTables([{ counts: [60, 30, 20, 4] }], { name: 'wijk' }).slice(0, 1),
      DEFAULT_POLICY,
      SOLVING,
    )
    expect(await found({ tables: await tablesOf(VILLAGE) }, { tables: about })).toContain('group 4, total')
  })

  it('tell nothing more by a breakdown that another edition has', async () => {
    const three = [
      await tablesOf(VILLAGE),
      await tablesOf(VILLAGE.slice(0, 2), { name: 'r', by: 'leeftijd', stray: { counts: [15, 9] } }),
      await tablesOf(VILLAGE),
    ]
    expect(await found(...three.map((tables) => ({ tables })))).toEqual([])
  })

  it('count the parts of organisations as rows that some have', async () => {
    const all = await tablesOf(VILLAGE)
    const own = partOf(all, 'wijk', 1, { nl: 'Iedereen' }) ?? []
    const total = all.filter(({ by }) => by === null)
    const later = grown(10).map(({ counts }) => ({ counts }))
    expect(
      await found({ tables: total, parts: [own] }, { tables: (await tablesOf(later)).filter(({ by }) => by === null) }),
    ).toEqual([])
    expect(await found({ tables: total, parts: [own] }, { tables: total })).toEqual([])
  })

  it('go on where people withdrew and numbers fell', async () => {
    const fewer = VILLAGE.map(({ counts }, at) =>
      at === 0 ? { counts: counts.map((count) => count - 10) } : { counts },
    )
    expect(await found({ tables: await tablesOf(VILLAGE) }, { tables: await tablesOf(fewer) })).toEqual([])
  })
})

describe('groups that are put together in another way', () => {
  it('are not held beside those of before', async () => {
    const merged = await tablesOf([{ counts: [30, 30] }, { counts: [20, 10] }, { counts: [15, 19] }])
    expect(compareEditions(await tablesOf(VILLAGE), merged, DEFAULT_POLICY)).toContainEqual(
      expect.objectContaining({ code: 'editionsNotComparable', details: { table: 'q×wijk', variable: 'wijk' } }),
    )
  })
})

it('knows that a district is the sum of its neighbourhoods and of people in none of them', async () => {
  const [, table] = await tablesOf(VILLAGE)
  if (!table?.by) throw new Error('expected a table by neighbourhood')
  const groups = table.groups.map((group, at) => ({ ...group, within: at < 2 ? 1 : 2 }))
  const nested = { ...table, by: { ...table.by, within: 'gebied' }, groups }
  const { sums } = editionSystem({ tables: [nested] }, DEFAULT_POLICY)
  expect(sums).toContainEqual({
    total: 'size of gebied=2',
    parts: ['size of wijk=3', 'size of wijk=4', 'size of gebied=2, and in no group of wijk'],
  })
})
