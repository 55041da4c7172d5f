import type { CountTable, DisclosurePolicy, ReleasedTable } from '@klankbord/model'

const MOST_WORLDS = 4000

/**
 * Every assignment of whole numbers to the hidden answers of everybody that fits what is shown: their sum and what
 * each reason says. The true one comes first. Partners beyond the first keep close to their true value, and at most
 * a few thousand assignments are made: leaving some out can only make the audit stricter.
 */
export function marginWorlds(
  whole: CountTable,
  released: ReleasedTable,
  { sensitiveCell }: DisclosurePolicy,
): readonly (readonly number[])[] {
  const truth = whole.counts[0] ?? []
  const [everybody] = released.groups
  const cells = !everybody || everybody.status === 'hidden' ? [] : everybody.cells
  const hidden = cells.flatMap((cell, column) => (cell.status === 'hidden' ? [{ column, reason: cell.reason }] : []))
  const sensitive = hidden.filter(({ reason }) => reason === 'sensitive')
  const others = hidden.filter(({ reason }) => reason !== 'sensitive')
  const [balancing, ...partners] = others
  const worlds: (readonly number[])[] = [truth]
  const ranges = [
    ...sensitive.map(({ column }) => ({ column, low: 1, high: sensitiveCell })),
    ...partners.map(({ column }) => {
      const count = truth[column] ?? 0
      return { column, low: Math.max(sensitiveCell + 1, count - sensitiveCell), high: count + sensitiveCell }
    }),
  ]
  const extend = (world: readonly number[], [range, ...rest]: typeof ranges, surplus: number): void => {
    if (worlds.length >= MOST_WORLDS) return
    if (!range) {
      const balanced = balancing ? change(world, balancing.column, -surplus) : world
      if (!balancing ? surplus !== 0 : (balanced[balancing.column] ?? 0) <= sensitiveCell) return
      worlds.push(balanced)
      return
    }
    const count = world[range.column] ?? 0
    for (let value = range.low; value <= range.high; value += 1) {
      extend(change(world, range.column, value - count), rest, surplus + value - count)
    }
  }
  if (hidden.length > 0) extend(truth, ranges, 0)
  return worlds
}

function change(world: readonly number[], column: number, by: number): readonly number[] {
  return world.map((count, index) => (index === column ? count + by : count))
}
