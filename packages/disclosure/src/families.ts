import { problem, type CountTable } from '@klankbord/model'
import { groupBy } from './group-by.ts'
import type { Family } from './pattern.ts'

/**
 * Puts the tables of each question together and checks that they can be protected together: one table of everybody
 * per question, the same people in all tables, the same groups wherever a breakdown is used, sums that fit.
 *
 * @throws Problem `tablesDisagree`
 */
export function familiesOf(tables: readonly CountTable[]): readonly Family[] {
  const bySubject = groupBy(tables, (table) => table.subject.name)
  const breakdowns = new Set(tables.flatMap((table) => (table.by ? [table.by.name] : [])))
  const everybody = tables.find((table) => !table.by)?.bases[0]?.total
  return [...bySubject].map(([name, members]) => {
    const [whole, second] = members.filter((table) => !table.by)
    const splits = members.filter((table) => table.by)
    if (!whole || second) throw problem('tablesDisagree', { table: name, expected: 'one table of everybody' })
    for (const table of members) checkTable(table)
    expect(whole.bases[0]?.total === everybody, whole, 'the same number of people in every table')
    for (const split of splits) {
      checkSplit(whole, split)
      const sums = [...(split.by?.crossed ?? []), ...(split.by?.within === undefined ? [] : [split.by.within])]
      const known = new Set(splits.map(({ by }) => by?.name))
      expect(
        sums.every((sum) => known.has(sum)),
        split,
        'the tables of what it crosses, or lies within, beside it',
      )
    }
    expect(splits.length === 0 || !breakdowns.has(name), whole, 'a breakdown not to be broken down itself')
    return { whole, splits, sensitive: (split) => whole.subject.sensitive || (split?.by?.sensitive ?? false) }
  })
}

/** All tables with one breakdown, by its name. @throws Problem `tablesDisagree` when their groups differ */
export function breakdownsOf(families: readonly Family[]): ReadonlyMap<string, readonly CountTable[]> {
  const splits = families.flatMap((family) => family.splits)
  const byName = groupBy(splits, (table) => table.by?.name ?? '')
  for (const [first, ...others] of byName.values()) {
    for (const other of others)
      expect(sizesOf(other) === sizesOf(first), other, 'the same groups in every table of a breakdown')
  }
  return byName
}

function sizesOf(table: CountTable | undefined): string {
  return JSON.stringify(
    table?.groups.map(({ code, population }, index) => [code, population, table.bases[index]?.total]),
  )
}

function checkTable(table: CountTable): void {
  const { groups, counts, bases, categories, kind } = table
  expect(
    groups.length > 0 && groups.length === counts.length && groups.length === bases.length,
    table,
    'a row and a base per group',
  )
  expect(table.by !== null || (groups.length === 1 && groups[0]?.code === null), table, 'one group of everybody')
  for (const [index, row] of counts.entries()) {
    const { total = -1, valid = -1, empties = {} } = bases[index] ?? {}
    const sum = row.reduce((all, count) => all + count, 0)
    const empty = Object.values(empties).reduce((all, count) => all + count, 0)
    expect(
      row.length === categories.length && row.every((count) => isCount(count) && count <= valid),
      table,
      'a count per category',
    )
    expect(isCount(valid) && total === valid + empty, table, 'bases that add up')
    expect(kind === 'multiple' || sum === valid, table, 'counts that add up to their base')
  }
}

function checkSplit(whole: CountTable, split: CountTable): void {
  const codes = (table: CountTable): string => JSON.stringify(table.categories.map((category) => category.code))
  expect(codes(whole) === codes(split) && whole.kind === split.kind, split, 'the categories of the table of everybody')
  const fits = (pick: (table: CountTable, group: number) => number): boolean =>
    split.groups.reduce((sum, _, group) => sum + pick(split, group), 0) <= pick(whole, 0)
  expect(
    fits((table, group) => table.bases[group]?.total ?? 0),
    split,
    'groups that fit in everybody',
  )
  expect(
    fits((table, group) => table.bases[group]?.valid ?? 0),
    split,
    'bases that fit in those of everybody',
  )
  for (const column of whole.categories.keys()) {
    expect(
      fits((table, group) => table.counts[group]?.[column] ?? 0),
      split,
      'counts that fit in those of everybody',
    )
  }
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

function expect(holds: boolean, table: CountTable, expected: string): void {
  if (!holds) throw problem('tablesDisagree', { table: table.id, expected })
}
