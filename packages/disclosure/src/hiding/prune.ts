import type { Attacker } from './attacker.ts'
import { widenWithin, type Pattern } from './hide-by-moves.ts'
import { sharesOf, type Need, type Piece } from './piece.ts'
import { reachOf } from './reach.ts'

/** Shows again what need not be hidden, dearest first. Every need that was proven stays proven by the pool of the pattern. */
export function prune(piece: Piece, attacker: Attacker, pattern: Pattern, seconds: number): Pattern {
  const hidden = new Set(pattern.hidden)
  attacker.open(sharesOf(piece, hidden))
  const dearest = [...hidden].toSorted((a, b) => (piece.costs[b] ?? 0) - (piece.costs[a] ?? 0))
  for (const cell of dearest) {
    if (!hidden.has(cell) || (piece.costs[cell] ?? 0) <= 0) continue
    const together = holdersOf(piece, hidden, cell)
    if (together.some((each) => piece.mustHide[each])) continue
    if (pinsNeed(piece, hidden, together)) continue
    for (const each of together) hidden.delete(each)
    if (!stillProven(piece, attacker, { ...pattern, hidden }, together, seconds))
      for (const each of together) hidden.add(each)
  }
  return { ...pattern, hidden }
}

/** A cell and all hidden cells that would take it along: they can only be shown together. */
function holdersOf({ heldBy }: Piece, hidden: ReadonlySet<number>, cell: number): readonly number[] {
  const together = new Set([cell])
  for (const each of together) for (const holder of heldBy[each] ?? []) if (hidden.has(holder)) together.add(holder)
  return [...together]
}

function stillProven(
  piece: Piece,
  attacker: Attacker,
  { hidden, pool }: Pattern,
  together: readonly number[],
  seconds: number,
): boolean {
  const undone = together.map((cell) => {
    attacker.openCell(cell, 0)
    return pool.forget(cell)
  })
  const lost = new Set(undone.flatMap((each) => each.lost))
  const atRisk = piece.needs.filter(({ cell }) => lost.has(cell))
  if (atRisk.every((need) => isMet(piece, attacker, { hidden, pool }, need, seconds))) return true
  for (const each of undone.toReversed()) each.undo()
  for (const cell of together) attacker.openCell(cell, 1)
  return false
}

/** Whether the interval of a cell is wide enough under what the attacker has open: by moves, and where these fail by programs. */
export function isMet(
  piece: Piece,
  attacker: Attacker,
  { hidden, pool }: Pick<Pattern, 'hidden' | 'pool'>,
  need: Need,
  seconds: number,
): boolean {
  widenWithin(piece, hidden, pool, need)
  const { below, above } = reachOf(attacker, piece, pool, need.cell, need.span, seconds)
  return below + above >= need.span
}

/** Whether a need would be told exactly by sums in which nothing else is hidden: seen without a program. */
function pinsNeed(piece: Piece, hidden: ReadonlySet<number>, together: readonly number[]): boolean {
  const fixed = new Set(together)
  for (const cell of fixed) {
    for (const at of piece.rowsOf[cell] ?? []) {
      const left = piece.rows[at]?.cells.filter((each) => hidden.has(each) && !fixed.has(each)) ?? []
      const [only] = left
      if (left.length !== 1 || only === undefined) continue
      if (piece.needs.some((need) => need.cell === only)) return true
      fixed.add(only)
    }
  }
  return false
}
