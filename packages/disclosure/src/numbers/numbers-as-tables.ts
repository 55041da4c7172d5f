import type { ReleasedGroup, ReleasedNumbers, ReleasedTable } from '@klankbord/model'

/**
 * How many people gave each published number, as tables: what a reader may count with beside the tables of a publication. Of
 * numbers whose own table stands there nothing is added.
 */
export function numbersAsTables(numbers: readonly ReleasedNumbers[]): readonly ReleasedTable[] {
  return numbers.filter(({ rounding }) => rounding === 'blurred').map(asTable)
}

function asTable({ id, subject, by, groups }: ReleasedNumbers): ReleasedTable {
  const table = {
    id: `number:${id}`,
    kind: 'single',
    subject: { ...subject, name: `number:${subject.name}`, sensitive: false },
    by,
    categories: [{ code: 1, value: 1, label: {} }],
    groups: groups.map((group): ReleasedGroup => {
      const { code, label, population } = group
      if (group.status === 'hidden') return { code, label, population, status: 'hidden', reason: group.reason }
      const { n, status, verdict } = group
      const base = { total: n, asked: n, answered: n, valid: n, empties: {} }
      return { code, label, population, status, base, cells: [], positive: null, verdict }
    }),
  }
  return table as unknown as ReleasedTable
}
