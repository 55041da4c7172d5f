import { describe, expect, it } from 'vitest'
import { DEFAULT_POLICY, isProblem, type CountTable, type ReleasedTable } from '@klankbord/model'
import { protect } from '@klankbord/disclosure'
import { audit } from '../src/audit/audit.ts'
import { questionTables } from './table-builder.ts'

function statesOf(table: ReleasedTable | undefined): readonly string[] {
  return (table?.groups ?? []).map((group) => (group.status === 'hidden' ? group.reason : group.status))
}

function protectDefault(tables: readonly CountTable[]): readonly ReleasedTable[] {
  return protect(tables, DEFAULT_POLICY).tables
}

function codeOf(run: () => unknown): string {
  try {
    run()
    return 'nothing thrown'
  } catch (error) {
    return isProblem(error) ? error.code : 'another error'
  }
}

describe('a council reads results by district', () => {
  const rows = [{ counts: [40, 20] }, { counts: [30, 30] }, { counts: [20, 5] }, { counts: [2, 1] }]

  it('sees neither the district with three answers nor the smallest that would give it away', () => {
    expect(statesOf(protectDefault(questionTables(rows))[1])).toEqual(['shown', 'shown', 'complementary', 'tooFew'])
  })

  it('sees the same pair hidden in every question', () => {
    const second = questionTables(
      [{ counts: [35, 25] }, { counts: [31, 29] }, { counts: [12, 13] }, { counts: [3, 0] }],
      { name: 'r' },
    )
    const tables = protectDefault([...questionTables(rows), ...second])
    expect(statesOf(tables[1])).toEqual(statesOf(tables[3]))
  })

  it('finds nothing of a hidden group in the data but its name and known size', () => {
    const [, table] = protectDefault(questionTables([...rows.slice(0, 3), { counts: [2, 1], population: 80 }]))
    expect(table?.groups[3]).toEqual({
      code: 4,
      label: { nl: 'Wijk 4' },
      population: 80,
      status: 'hidden',
      reason: 'tooFew',
    })
  })

  it('gets groups from ten to twenty-nine as an indication that is not tested', () => {
    const [, table] = protectDefault(questionTables([{ counts: [40, 20] }, { counts: [5, 20] }]))
    expect(statesOf(table)).toEqual(['shown', 'indicative'])
    expect(table?.groups[1]).toMatchObject({ verdict: 'notTested' })
  })

  it('sees no district that has people but hardly any answers to this question', () => {
    const [, table] = protectDefault(
      questionTables([
        { counts: [40, 20], skipped: 5 },
        { counts: [3, 1], skipped: 30 },
        { counts: [9, 9], skipped: 12 },
      ]),
    )
    expect(statesOf(table)).toEqual(['shown', 'tooFew', 'complementary'])
  })

  it('sees no breakdown at all where no partner can protect a small group, and no reason that would tell', () => {
    const [, table] = protectDefault(questionTables([{ counts: [5, 5] }, { counts: [2, 1] }]))
    expect(statesOf(table)).toEqual(['complementary', 'complementary'])
  })

  it('sees nothing of a question with under ten answers', () => {
    const tables = protectDefault(
      questionTables([
        { counts: [3, 2], skipped: 60 },
        { counts: [2, 2], skipped: 40 },
      ]),
    )
    expect(tables.map(statesOf)).toEqual([['tooFew'], ['tooFew', 'tooFew']])
  })

  it('cannot work out the few people who said nothing about their district', () => {
    const [, table] = protectDefault(questionTables(rows.slice(0, 3), { stray: { counts: [2, 0] } }))
    expect(statesOf(table)).toEqual(['shown', 'shown', 'complementary'])
  })

  it('cannot read the size of a hidden district from the question about districts', () => {
    const about = questionTables([{ counts: [60, 60, 25, 3] }], { name: 'wijk' }).slice(0, 1)
    const [whole] = protectDefault([...about, ...questionTables(rows)])
    const cells = whole?.groups[0]?.status === 'hidden' ? [] : (whole?.groups[0]?.cells ?? [])
    expect(cells.map((cell) => (cell.status === 'hidden' ? cell.reason : cell.count))).toEqual([
      60,
      60,
      'complementary',
      'tooFew',
    ])
  })
})

describe('a sensitive question', () => {
  it('hides a rare answer, a partner in its row and two in another row', () => {
    const rows = [{ counts: [30, 20, 3] }, { counts: [25, 30, 20] }, { counts: [40, 30, 10] }]
    const [, table] = protectDefault(questionTables(rows, { sensitive: true }))
    const hidden = table?.groups.map((group) =>
      group.status === 'hidden' ? [] : group.cells.map((cell) => (cell.status === 'hidden' ? cell.reason : '')),
    )
    expect(hidden?.[0]?.[2]).toBe('sensitive')
    expect(hidden?.flat().filter((reason) => reason === 'complementary')).toHaveLength(3)
  })

  it('hides an answer that is rare among everybody together with the next', () => {
    const [whole] = protectDefault(questionTables([{ counts: [30, 20, 9, 3] }], { sensitive: true }).slice(0, 1))
    const cells = whole?.groups[0]?.status === 'hidden' ? [] : (whole?.groups[0]?.cells ?? [])
    expect(cells.map((cell) => (cell.status === 'hidden' ? cell.reason : 'shown'))).toEqual([
      'shown',
      'shown',
      'complementary',
      'sensitive',
    ])
  })

  it('hides the row of a group in which everyone gave the same answer, zeros too, without saying why', () => {
    const rows = [{ counts: [0, 20] }, { counts: [25, 30] }, { counts: [40, 30] }]
    const [, table] = protectDefault(questionTables(rows, { sensitive: true }))
    expect(statesOf(table)).toEqual(['complementary', 'complementary', 'shown'])
  })

  it('gives no sum of positive answers when one of them is hidden', () => {
    const rows = [{ counts: [3, 20, 30] }, { counts: [30, 25, 20] }, { counts: [10, 40, 30] }]
    const [, table] = protectDefault(questionTables(rows, { sensitive: true }))
    expect(table?.groups[0]).toMatchObject({ positive: null, verdict: 'notTested' })
  })
})

describe('the comparison of groups', () => {
  it('marks no small group by a test that is only right for large ones', () => {
    const verdictOf = (content: number): unknown => {
      const rows = [{ counts: [content, 30 - content] }, { counts: [940, 60] }]
      return protectDefault(questionTables(rows))[1]?.groups[0]
    }
    // The test of normal shares would say 0.036 after correction; the exact one says 0.071.
    expect(verdictOf(25)).toMatchObject({ verdict: 'noClearDifference' })
    expect(verdictOf(24)).toMatchObject({ verdict: 'lower' })
  })

  it('calls a large and sure difference clear, and counts every comparison made', () => {
    const rows = [{ counts: [20, 80] }, { counts: [70, 30] }, { counts: [65, 35] }]
    const { tables, comparisons } = protect(questionTables(rows), DEFAULT_POLICY)
    expect(tables[1]?.groups.map((group) => (group.status === 'hidden' ? '' : group.verdict))).toEqual([
      'lower',
      'higher',
      'higher',
    ])
    expect(comparisons).toEqual({ made: 3, clear: 3, leastDifference: 0.05 })
  })

  it('calls a sure difference under five points no clear one', () => {
    const rows = [{ counts: [5200, 4800] }, { counts: [4800, 5200] }]
    const small = [{ counts: [51_000, 49_000] }, { counts: [49_000, 51_000] }]
    expect(protect(questionTables(rows), DEFAULT_POLICY).comparisons.clear).toBe(0)
    expect(protect(questionTables(small), DEFAULT_POLICY).comparisons.clear).toBe(0)
  })

  it('does not count groups that are hidden or too small to test', () => {
    const rows = [{ counts: [40, 20] }, { counts: [30, 30] }, { counts: [20, 5] }, { counts: [2, 1] }]
    expect(protect(questionTables(rows), DEFAULT_POLICY).comparisons.made).toBe(2)
  })
})

describe('what cannot be protected', () => {
  it('is refused: a policy below the least that may be set', () => {
    const tables = questionTables([{ counts: [20, 20] }])
    expect(codeOf(() => protect(tables, { ...DEFAULT_POLICY, leastGroup: 4 }))).toBe('policyTooWeak')
    expect(codeOf(() => protect(tables, { ...DEFAULT_POLICY, indicativeBelow: 9 }))).toBe('policyTooWeak')
  })

  it('is refused: tables that do not belong together', () => {
    const [whole, split] = questionTables([{ counts: [20, 20] }, { counts: [15, 20] }])
    if (!whole || !split) throw new Error('two tables were built')
    expect(codeOf(() => protect([split], DEFAULT_POLICY))).toBe('tablesDisagree')
    expect(codeOf(() => protect([{ ...whole, counts: [[35, 39]] }, split], DEFAULT_POLICY))).toBe('tablesDisagree')
    const other = questionTables([{ counts: [20, 21] }, { counts: [14, 20] }], { name: 'r' })
    expect(codeOf(() => protect([whole, split, ...other], DEFAULT_POLICY))).toBe('tablesDisagree')
  })

  it('is found by the audit when a partner is shown after all', () => {
    const counted = questionTables([
      { counts: [40, 20] },
      { counts: [30, 30] },
      { counts: [20, 5] },
      { counts: [2, 1] },
    ])
    const leaky = protectDefault(counted).map((table) => ({
      ...table,
      groups: table.groups.map((group, index) =>
        index !== 2
          ? group
          : {
              code: 3,
              label: { nl: 'Wijk 3' },
              population: null,
              status: 'shown',
              base: counted[1]?.bases[2],
              cells: [],
              positive: null,
              verdict: 'notTested',
            },
      ),
    })) as unknown as readonly ReleasedTable[]
    const narrow = audit(counted, leaky, DEFAULT_POLICY).filter(({ width, needed }) => width < needed)
    expect(narrow.map(({ cell }) => cell)).toContain('size of group 4')
  })
})
