import type { HiddenReason } from '@klankbord/model'

/** One row that an attacker reasons about. */
export interface Line {
  /** Place in the table; null for the people in no group that is shown anywhere. */
  readonly group: number | null
  readonly counts: readonly number[]
  /** What is hidden so far; grows. Empty for a blind line, of which nothing is shown. */
  readonly cells: (HiddenReason | null)[]
}

/** A sensitive table while its cells are being hidden. */
export interface Board {
  readonly shown: readonly Line[]
  readonly blind: readonly Line[]
  readonly margin: readonly (HiddenReason | null)[]
  readonly everybody: readonly number[]
  /** Rows of the other tables of the question, by table. */
  readonly siblings: readonly (readonly (readonly number[])[])[]
  /** Counts from 1 to this are small. */
  readonly limit: number
}

/** A cell that has to be hidden for a rectangle. */
export interface NewCell {
  readonly line: Line
  readonly column: number
}

/** How far a shift can go: `down` and `up` are both 0 or more. */
interface Room {
  readonly down: number
  readonly up: number
}

const NO_ROOM: Room = { down: 0, up: 0 }

/**
 * The cheapest rectangle of hidden cells through one small count along which it can shift far enough: what is
 * added to it and to the opposite corner is taken from the two others, so that all sums stay. The second line of
 * the rectangle may be the table of everybody, where both of its columns are hidden there.
 *
 * @param opposites which lines may be the second one
 * @returns the cells to hide for it (none if it is there already), or null when no rectangle is wide enough
 */
export function findRectangle(
  board: Board,
  line: Line,
  column: number,
  opposites: readonly Line[] = [...board.shown, ...board.blind],
): readonly NewCell[] | null {
  let best: readonly NewCell[] | null = null
  let bestCost = Infinity
  const consider = (room: Room, cells: readonly NewCell[]): void => {
    const cost = cells.reduce((sum, cell) => sum + 1e6 + (cell.line.counts[cell.column] ?? 0), 0)
    if (room.down + room.up < board.limit - 1 || cost >= bestCost) return
    best = cells
    bestCost = cost
  }
  for (const other of line.counts.keys()) {
    if (other === column) continue
    const near = meet(roomOf(board, line, column), flip(roomOf(board, line, other)))
    const nearNew = newCells([line, column], [line, other])
    consider(meet(near, marginRoom(board, column, other)), nearNew)
    for (const opposite of opposites) {
      if (opposite === line) continue
      const far = meet(flip(roomOf(board, opposite, column)), roomOf(board, opposite, other))
      consider(meet(near, far), [...nearNew, ...newCells([opposite, column], [opposite, other])])
    }
  }
  return best
}

/** Whether a small count of everybody can take every value from 1 to the limit, with all tables following. */
export function canMoveMargin(board: Board, column: number): boolean {
  return [...board.everybody.keys()].some((other) => {
    const { down, up } = marginRoom(board, column, other)
    return other !== column && down + up >= board.limit - 1
  })
}

function newCells(...cells: readonly (readonly [Line, number])[]): readonly NewCell[] {
  return cells.flatMap(([line, column]) => (line.cells[column] === null ? [{ line, column }] : []))
}

/** How far a count can move before it breaks what its reason says. */
function roomOf(board: Board, line: Line, column: number): Room {
  const count = line.counts[column] ?? 0
  if (line.cells.length === 0) return { down: count, up: Infinity }
  const reason = line.cells[column] ?? 'complementary'
  const loose = board.margin[column] !== null
  if (reason === 'sensitive') return { down: loose ? count : count - 1, up: board.limit - count }
  const least = loose ? 0 : board.limit + 1
  return count < least ? NO_ROOM : { down: count - least, up: Infinity }
}

/** Moving people between two answers for everybody: all other tables have to be able to follow. */
function marginRoom(board: Board, column: number, other: number): Room {
  const [reason, otherReason] = [board.margin[column], board.margin[other]]
  if (!reason || !otherReason) return NO_ROOM
  const bound = (at: number, why: HiddenReason): Room => {
    const count = board.everybody[at] ?? 0
    return why === 'sensitive'
      ? { down: count - 1, up: board.limit - count }
      : { down: count - board.limit - 1, up: Infinity }
  }
  const follow = (rows: readonly (readonly number[])[]): Room => ({
    down: capacity(rows, column, other, otherReason, board.limit),
    up: capacity(rows, other, column, reason, board.limit),
  })
  return board.siblings.map(follow).reduce(meet, meet(bound(column, reason), flip(bound(other, otherReason))))
}

/** How many people of a table could be moved from one hidden column to another. */
function capacity(
  rows: readonly (readonly number[])[],
  from: number,
  to: number,
  reason: HiddenReason,
  limit: number,
): number {
  return rows.reduce((sum, row) => {
    const roomThere = reason === 'sensitive' ? Math.max(0, limit - (row[to] ?? 0)) : Infinity
    return sum + Math.min(row[from] ?? 0, roomThere)
  }, 0)
}

function meet(a: Room, b: Room): Room {
  return { down: Math.min(a.down, b.down), up: Math.min(a.up, b.up) }
}

function flip({ down, up }: Room): Room {
  return { down: up, up: down }
}
