import type { CountTable } from '@klankbord/model'
import type { Measurement } from '../audit/measurement.ts'
import { hideAll, type Family, type TablePattern } from '../pattern.ts'

type Patterns = ReadonlyMap<string, TablePattern>

/**
 * Hides whole the table of the first figure that an audit could compute too closely; with the table of everybody all tables of
 * its question. Where it is gone already, the tables that add up to it go, and then all of its breakdown, for how many people
 * a group has stands in each of them. Hiding more never tells more.
 *
 * @returns null where everything is safe, or what is not is hidden whole already
 */
export function hideUnsafe(
  families: readonly Family[],
  patterns: Patterns,
  measured: readonly Measurement[],
): Patterns | null {
  const unsafe = measured.find(({ width, needed }) => width < needed)
  if (!unsafe) return null
  const all = families.flatMap(({ splits }) => splits)
  const breakdown = all.find(({ id }) => id === unsafe.table)?.by?.name ?? unsafe.table
  const own = families.flatMap(({ whole, splits }) =>
    whole.id === unsafe.table ? [whole, ...splits] : splits.filter(({ id }) => id === unsafe.table),
  )
  // What adds up to a row tells more of it than the row itself, and readers miss it less.
  const finer = all.filter(({ by }) => by?.within === breakdown || (by?.crossed?.includes(breakdown) ?? false))
  const alike = all.filter(({ by }) => by?.name === breakdown)
  const left = ({ id }: CountTable): boolean =>
    patterns.get(id)?.groups.some((reason) => reason !== 'complementary') ?? true
  const going = [own, finer, alike].map((tables) => tables.filter(left)).find(({ length }) => length > 0)
  if (going === undefined) return null
  return new Map([...patterns, ...going.map((table) => [table.id, hideAll(table, 'complementary')] as const)])
}
