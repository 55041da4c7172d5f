import type { CellSystem, Relation } from './cell-system.ts'

/**
 * The hidden cells that sums leave no choice: the last open one of a sum, and those that could only all rise or only all fall. Of
 * whom nobody was left over nobody gave any answer, which is known before a program is asked.
 *
 * @param system with values that fit all sums
 * @example pinnedCells({ cells: [five, two, three, none], relations: [{ total: 0, parts: [1, 2, 3] }] }, new Set([3])) // {3}
 */
export function pinnedCells(system: CellSystem, hidden: ReadonlySet<number>): ReadonlySet<number> {
  const pinned = new Set<number>()
  const relationsOf = byCell(system, hidden)
  const left = new Set(system.relations.keys())
  // A set that grows while it is walked is walked to its end.
  for (const at of left) {
    left.delete(at)
    const relation = system.relations[at]
    const open = relation ? openIn(relation, hidden, pinned) : []
    if (!isPinned(system, open)) continue
    for (const { cell } of open) {
      pinned.add(cell)
      for (const other of relationsOf.get(cell) ?? []) left.add(other)
    }
  }
  return pinned
}

interface Term {
  readonly cell: number
  readonly sign: 1 | -1
}

function isPinned({ cells }: CellSystem, open: readonly Term[]): boolean {
  if (open.length < 2) return open.length === 1
  const canRise = ({ cell, sign }: Term): boolean => {
    const { value, low, high } = cells[cell] ?? { value: 0, low: 0, high: 0 }
    return sign > 0 ? high > value : low < value
  }
  const canFall = ({ cell, sign }: Term): boolean => canRise({ cell, sign: sign > 0 ? -1 : 1 })
  return !open.some(canRise) || !open.some(canFall)
}

/** A part on both sides of a sum falls out of it. */
function openIn({ total, parts }: Relation, hidden: ReadonlySet<number>, pinned: ReadonlySet<number>): readonly Term[] {
  const isOpen = (cell: number): boolean => hidden.has(cell) && !pinned.has(cell)
  const rest = parts.includes(total) ? parts.filter((part) => part !== total) : parts
  const own = rest === parts && isOpen(total) ? [{ cell: total, sign: -1 } as const] : []
  return [...rest.filter(isOpen).map((cell) => ({ cell, sign: 1 }) as const), ...own]
}

function byCell({ relations }: CellSystem, hidden: ReadonlySet<number>): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>()
  for (const [at, { total, parts }] of relations.entries()) {
    for (const cell of [total, ...parts]) {
      if (!hidden.has(cell)) continue
      const known = places.get(cell)
      if (known) known.push(at)
      else places.set(cell, [at])
    }
  }
  return places
}
