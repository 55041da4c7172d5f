import type { CountTable, DisclosurePolicy, HiddenReason } from '@klankbord/model'
import { hideRows } from './hide-rows.ts'
import { hideAll, remainderOf, type TablePattern } from './pattern.ts'
import { canMoveMargin, findRectangle, type Board, type Line } from './rectangle.ts'

/** A sensitive single-choice table whose small counts are to be hidden. */
export interface CellTask {
  readonly whole: CountTable
  readonly split: CountTable
  readonly everywhere: readonly (HiddenReason | null)[]
  /** What is hidden in the table of everybody. */
  readonly margin: readonly (HiddenReason | null)[]
  /** The other tables of the question: a hidden margin must be able to move in all of them. */
  readonly siblings: readonly CountTable[]
}

/**
 * Hides the small counts of a sensitive table with the fewest further cells that a greedy search finds: each small
 * count is put on a rectangle of hidden cells along which it can take every value that its reason allows, while all
 * sums stay the same. A row whose cells cannot be protected goes as a whole; the table goes when too little is left.
 *
 * A column that is hidden for everybody is hidden in every row, zeros too.
 */
export function hideCells(task: CellTask, policy: DisclosurePolicy): TablePattern {
  const extra = new Set<number>()
  for (;;) {
    const rows = hideRows({ ...task, extra, sensitive: true }, policy)
    if (!rows) break
    const board = boardOf(task, rows, policy)
    const stuck = protectBoard(board, policy)
    if (stuck === null) return { groups: rows, cells: cellsOf(board, task.split) }
    const next = stuck.group !== null && rows[stuck.group] === null ? stuck.group : smallestShown(task.split, rows)
    if (next === null) break
    extra.add(next)
  }
  return hideAll(task.split, 'complementary', task.everywhere)
}

function boardOf(task: CellTask, rows: readonly (HiddenReason | null)[], policy: DisclosurePolicy): Board {
  const { whole, split, everywhere, margin } = task
  const shown: Line[] = []
  const blind: Line[] = []
  for (const [group, reason] of rows.entries()) {
    const counts = split.counts[group] ?? []
    if (reason === null) {
      const cells = counts.map((count, column) => margin[column] ?? (isSmall(count, policy) ? 'sensitive' : null))
      shown.push({ group, counts, cells })
    } else if (everywhere[group] === null) blind.push({ group, counts, cells: [] })
  }
  const rest = remainderOf(whole, split, (group) => everywhere[group] === null)
  if (rest.total > 0) blind.push({ group: null, counts: rest.counts, cells: [] })
  return {
    shown,
    blind,
    margin,
    everybody: whole.counts[0] ?? [],
    siblings: siblingLines(task),
    limit: policy.sensitiveCell,
  }
}

/**
 * The tables in which a small hidden count of everybody could not take every value that its reason allows. They
 * have to go whole, or they would tell it.
 */
export function splitsThatCannotFollow(
  whole: CountTable,
  splits: readonly CountTable[],
  margin: readonly (HiddenReason | null)[],
  policy: DisclosurePolicy,
): ReadonlySet<CountTable> {
  const everybody = whole.counts[0] ?? []
  const follows = (siblings: readonly CountTable[]): boolean => {
    const task = { whole, split: whole, everywhere: [], margin, siblings }
    const board = { shown: [], blind: [], margin, everybody, siblings: siblingLines(task), limit: policy.sensitiveCell }
    return everybody.every((_, column) => margin[column] !== 'sensitive' || canMoveMargin(board, column))
  }
  const stiff = new Set(splits.filter((split) => !follows([split])))
  const supple = splits.filter((split) => !stiff.has(split))
  return follows(supple) ? stiff : new Set(splits)
}

/** The rows of each other table, with the people in none of its groups as one more row. */
function siblingLines({ whole, siblings }: CellTask): readonly (readonly (readonly number[])[])[] {
  return siblings.map((sibling) => [...sibling.counts, remainderOf(whole, sibling, () => true).counts])
}

/** Widens the board until every small count is protected; the line that cannot be, else null. */
function protectBoard(board: Board, policy: DisclosurePolicy): Line | null {
  const protectLine = (line: Line, opposites: readonly Line[]): boolean =>
    line.counts.every((count, column) => {
      if (!isSmall(count, policy)) return true
      const rectangle = findRectangle(board, line, column, opposites)
      for (const cell of rectangle ?? []) cell.line.cells[cell.column] = 'complementary'
      return rectangle !== null
    })
  const lines = [...board.shown, ...board.blind]
  const stuck = lines.find((line) => !protectLine(line, lines))
  if (stuck || board.blind.length < 2) return stuck ?? null
  const together = togetherOf(board)
  return protectLine(together, board.shown) ? null : together
}

/** All blind lines as one: everybody minus what is shown, so anybody can work it out as far as the shown lines allow. */
function togetherOf({ blind, everybody }: Board): Line {
  const counts = everybody.map((_, column) => blind.reduce((sum, line) => sum + (line.counts[column] ?? 0), 0))
  return { group: null, counts, cells: [] }
}

function isSmall(count: number, { sensitiveCell }: DisclosurePolicy): boolean {
  return count > 0 && count <= sensitiveCell
}

function cellsOf(board: Board, split: CountTable): TablePattern['cells'] {
  return split.counts.map(
    (row, group) => board.shown.find((line) => line.group === group)?.cells ?? row.map(() => null),
  )
}

function smallestShown(split: CountTable, rows: readonly (HiddenReason | null)[]): number | null {
  const shown = rows.flatMap((reason, group) => (reason === null ? [group] : []))
  const valid = (group: number): number => split.bases[group]?.valid ?? 0
  return shown.length === 0 ? null : shown.reduce((least, group) => (valid(group) < valid(least) ? group : least))
}
