import type { DisclosurePolicy } from '@klankbord/model'
import type { Solving } from '../hiding/cell-system.ts'
import type { Edition } from './edition-system.ts'
import type { NamedFigure } from './hidden-once.ts'
import { joinedEditions, type GuardedCell, type JoinedEditions } from './joined-editions.ts'

/**
 * The numbers that all editions together tell closer than they may: closer than their reason asks for, and closer than each
 * edition tells alone. A change of people may be nobody, or known to be at least the least group.
 */
export async function openedByUnion(
  editions: readonly Edition[],
  policy: DisclosurePolicy,
  solving: Solving,
): Promise<readonly NamedFigure[]> {
  const joined = joinedEditions(editions, policy)
  const ranges = await rangesIn(joined, joined.relations, joined.guarded.map(wantedOf), solving)
  const narrow = joined.guarded.filter((guarded) => {
    const range = ranges.get(guarded.cell)
    return (
      range !== undefined && range.most - range.least < guarded.span && !isNoSmallChange(guarded, range, joined, policy)
    )
  })
  if (narrow.length === 0) return []
  const own = await rangesIn(
    joined,
    joined.apart,
    narrow.flatMap(({ cell, between }) => (between ?? [cell]).map((one) => ({ cell: one, enough: null }))),
    solving,
  )
  const widthOf = (cell: number): number => {
    const range = own.get(cell)
    return range === undefined ? 0 : range.most - range.least
  }
  return narrow.filter(({ cell, between }) => {
    const range = ranges.get(cell)
    const alone = (between ?? [cell]).reduce((sum, one) => sum + widthOf(one), 0)
    return range !== undefined && range.most - range.least < alone
  })
}

interface Range {
  readonly least: number
  readonly most: number
}

const wantedOf = ({ cell, span }: GuardedCell): { readonly cell: number; readonly enough: number } => ({
  cell,
  enough: span,
})

async function rangesIn(
  { cells, hidden }: JoinedEditions,
  relations: JoinedEditions['relations'],
  wanted: readonly { readonly cell: number; readonly enough: number | null }[],
  solving: Solving,
): Promise<ReadonlyMap<number, Range>> {
  const open = new Set(hidden)
  const asked = [...new Map(wanted.map((one) => [one.cell, one])).values()].filter(({ cell }) => open.has(cell))
  if (asked.length === 0) return new Map()
  const ranges = await solving.ranges({ cells, relations, hidden, wanted: asked })
  return new Map(ranges.map(({ cell, least, most }) => [cell, { least, most }]))
}

function isNoSmallChange(
  { between }: GuardedCell,
  { least, most }: Range,
  { offset }: JoinedEditions,
  { leastGroup }: DisclosurePolicy,
): boolean {
  if (between === null) return false
  const [low, high] = [least - offset, most - offset]
  return low >= leastGroup || high <= -leastGroup || (low === 0 && high === 0)
}
