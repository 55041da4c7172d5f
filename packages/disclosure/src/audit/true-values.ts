import type { CountTable } from '@klankbord/model'
import { cellKey, EVERYBODY, sizeKey } from '../editions/edition-system.ts'
import type { CellSystem, SystemCell } from '../hiding/cell-system.ts'

/**
 * The cells of one edition with what was counted in the place of what is hidden: numbers that fit all sums, from which a search
 * for the ends can start. It checks that they fit, and exact ends are the same from wherever it starts. Without them numbers
 * that fit have to be looked for, which takes far longer in a large publication and may not end in time.
 */
export function withTrueValues(
  counted: readonly CountTable[],
  { cells, relations }: CellSystem,
): readonly SystemCell[] {
  const known = countsByKey(counted)
  const values = cells.map(({ id, low, high, value }) => (low === high ? value : known.get(id.slice(FIRST.length))))
  for (let filled = true; filled;) {
    filled = false
    for (const { total, parts } of relations) {
      const open = [total, ...parts].filter((cell) => values[cell] === undefined)
      const [only] = open
      if (only === undefined || open.length > 1) continue
      const others = parts.reduce((sum, part) => (part === only ? sum : sum + (values[part] ?? 0)), 0)
      values[only] = only === total ? others : (values[total] ?? 0) - others
      filled = true
    }
  }
  return cells.map((cell, place) => ({ ...cell, value: values[place] ?? cell.value }))
}

/** How `joinedEditions` begins the ids of the cells of the first edition. */
const FIRST = '1: '

function countsByKey(counted: readonly CountTable[]): ReadonlyMap<string, number> {
  return new Map(
    counted.flatMap((table) =>
      table.groups.flatMap(({ code }, group) => {
        const row = table.by ? `${table.by.name}=${code}` : EVERYBODY
        const { total = 0, valid = 0 } = table.bases[group] ?? {}
        const answers = table.categories.flatMap((category, column) => {
          const count = table.counts[group]?.[column] ?? 0
          const name = `category ${category.code}`
          return [
            [cellKey(table, row, name), count] as const,
            [cellKey(table, row, `not ${name}`), valid - count] as const,
          ]
        })
        return [
          [sizeKey(row), total] as const,
          [cellKey(table, row, 'valid'), valid] as const,
          [cellKey(table, row, 'invalid'), total - valid] as const,
          ...answers,
        ]
      }),
    ),
  )
}
