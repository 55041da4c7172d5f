import { DEFAULT_POLICY, type CountTable } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import { protect, suggestMerges, type MergeSearch, type SuggestedMerge } from '../../src/index.ts'
import { SOLVING } from '../solving.ts'
import { questionTables } from '../table-builder.ts'

const protects = async (tables: readonly CountTable[]) => (await protect(tables, DEFAULT_POLICY, SOLVING)).tables

async function suggestionsFor(
  tables: readonly CountTable[],
  search: Partial<MergeSearch> = {},
): Promise<readonly SuggestedMerge[]> {
  const breakdowns = [{ name: 'wijk', ordered: false }]
  return suggestMerges(tables, await protects(tables), {
    breakdowns,
    protects,
    mostTried: 20,
    leastGroup: 10,
    ...search,
  })
}

const codesOf = ({ groups }: SuggestedMerge): readonly (number | null)[] => groups.map(({ code }) => code)

/** Two districts of seven and eight people, whose sum is enough, between two large ones. */
const TOWN = questionTables([{ counts: [30, 20] }, { counts: [4, 3] }, { counts: [25, 30] }, { counts: [5, 3] }])

describe('the merges that are suggested', () => {
  it('put two small groups together first, and promise what would be shown', async () => {
    const [best] = await suggestionsFor(TOWN)
    expect(best && codesOf(best)).toEqual([2, 4])
    expect(best).toMatchObject({ by: 'wijk', figures: 2 })
  })

  it('put only neighbours together where groups have an order', async () => {
    const suggested = await suggestionsFor(TOWN, { breakdowns: [{ name: 'wijk', ordered: true }] })
    expect(suggested.map(codesOf)).not.toContainEqual([2, 4])
    const inOrder = questionTables([{ counts: [30, 20] }, { counts: [4, 3] }, { counts: [5, 3] }, { counts: [25, 30] }])
    const [best] = await suggestionsFor(inOrder, { breakdowns: [{ name: 'wijk', ordered: true }] })
    expect(best && codesOf(best)).toEqual([2, 3])
  })

  it('are none where nothing is hidden, and where nothing would be won', async () => {
    expect(await suggestionsFor(questionTables([{ counts: [30, 20] }, { counts: [25, 30] }]))).toEqual([])
    const two = questionTables([{ counts: [30, 20] }, { counts: [4, 3] }])
    for (const { figures } of await suggestionsFor(two)) expect(figures).toBeGreaterThan(0)
  })

  it('try no more pairs than they may', async () => {
    let tried = 0
    const counting = (tables: readonly CountTable[]) => {
      tried += 1
      return protects(tables)
    }
    await suggestionsFor(TOWN, { protects: counting, mostTried: 3 })
    expect(tried).toBe(3)
  })

  it('tell no size of a group', async () => {
    const [best] = await suggestionsFor(TOWN)
    expect(Object.keys(best ?? {}).toSorted()).toEqual(['by', 'figures', 'groups'])
    expect(Object.keys(best?.groups[0] ?? {}).toSorted()).toEqual(['code', 'label', 'population'])
  })
})
