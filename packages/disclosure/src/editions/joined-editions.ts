import type { DisclosurePolicy } from '@klankbord/model'
import type { CellSystem, Relation, SystemCell } from '../hiding/cell-system.ts'
import { editionSystem, type Edition, type EditionCell, type EditionSystem } from './edition-system.ts'
import type { NamedFigure } from './hidden-once.ts'

/** A number that has to stay open beside all editions: one that an edition hides, or how much it changed. */
export interface GuardedCell extends NamedFigure {
  /** Its place in the list of cells. */
  readonly cell: number
  /** Over how many whole numbers it has to stay open. */
  readonly span: number
  /** Of a change: the two numbers between which it is, by place; null of a number that is hidden. */
  readonly between: readonly [number, number] | null
}

/** All editions as one system, in which every later number is an earlier one and what came to it. */
export interface JoinedEditions extends CellSystem {
  /** Without what links the editions: each on its own. */
  readonly apart: readonly Relation[]
  readonly hidden: readonly number[]
  readonly guarded: readonly GuardedCell[]
  /** What is to be taken off a change: more than 0 where people withdrew, so that numbers fell. */
  readonly offset: number
}

/**
 * Puts all editions of the same answers side by side, oldest first, as somebody would who kept every one of them. Numbers that
 * mean the same are linked from each edition to the next that has them. As long as no shown number falls, a reader takes it
 * that answers were only added.
 */
export function joinedEditions(editions: readonly Edition[], policy: DisclosurePolicy): JoinedEditions {
  const systems = editions.map((edition) => editionSystem(edition, policy))
  const { cells, hidden, place } = cellList()
  const places = systems.map(
    ({ cells: own }, edition) => new Map([...own].map(([key, cell]) => [key, place(`${edition + 1}: ${key}`, cell)])),
  )
  const apart = systems.flatMap(({ sums }, edition) =>
    sums.map(({ total, parts }): Relation => {
      const placeOf = (key: string): number => places[edition]?.get(key) ?? -1
      return { total: placeOf(total), parts: parts.map(placeOf) }
    }),
  )
  const changes = systems.flatMap((_, edition) => changesIn(systems, edition))
  const offset = changes.some(({ old, cell }) => (cell.shown ?? Infinity) < (old.shown ?? 0)) ? mostPeople(systems) : 0
  const fallen = place('most that a number can fall', { shown: offset, low: offset, high: offset })
  const links: Relation[] = []
  const guarded = systems.flatMap(({ cells: own }, edition) =>
    [...own.values()].flatMap((cell): readonly GuardedCell[] => {
      const at = places[edition]?.get(cell.key) ?? -1
      return cell.shown !== null || cell.span === 0
        ? []
        : [{ ...namesOf(cell), cell: at, span: cell.span, between: null }]
    }),
  )
  for (const { before, edition, old, cell } of changes) {
    if (old.shown !== null && cell.shown !== null) continue
    const between = [places[before]?.get(cell.key) ?? -1, places[edition]?.get(cell.key) ?? -1] as const
    const change = place(`${before + 1} to ${edition + 1}: ${cell.key}`, OPEN)
    const reached = place(`${before + 1} and what came to it, ${edition + 1}: ${cell.key}`, OPEN)
    links.push({ total: reached, parts: [between[1], fallen] }, { total: reached, parts: [between[0], change] })
    if (edition === systems.length - 1 && cell.isPeople)
      guarded.push({ ...namesOf(cell), cell: change, span: policy.leastGroup - 1, between })
  }
  return { cells, relations: [...apart, ...links], apart, hidden, guarded, offset }
}

type Known = Pick<EditionCell, 'shown' | 'low' | 'high'>

const OPEN: Known = { shown: null, low: 0, high: Infinity }

function cellList(): {
  readonly cells: readonly SystemCell[]
  readonly hidden: readonly number[]
  readonly place: (id: string, known: Known) => number
} {
  const cells: SystemCell[] = []
  const hidden: number[] = []
  const place = (id: string, { shown, low, high }: Known): number => {
    if (shown === null) hidden.push(cells.length)
    return cells.push({ id, value: shown ?? low, low: shown ?? low, high: shown ?? high, cost: 1 }) - 1
  }
  return { cells, hidden, place }
}

const namesOf = ({ table, figure }: EditionCell): NamedFigure => ({ table, figure })

interface Change {
  /** The last edition before that has the number. */
  readonly before: number
  readonly edition: number
  readonly old: EditionCell
  readonly cell: EditionCell
}

function changesIn(systems: readonly EditionSystem[], edition: number): readonly Change[] {
  return [...(systems[edition]?.cells ?? [])].flatMap(([key, cell]): readonly Change[] => {
    const before = systems.slice(0, edition).findLastIndex(({ cells }) => cells.has(key))
    const old = systems[before]?.cells.get(key)
    return old === undefined ? [] : [{ before, edition, old, cell }]
  })
}

function mostPeople(systems: readonly EditionSystem[]): number {
  const shown = systems.flatMap(({ cells }) => [...cells.values()].map((cell) => cell.shown ?? 0))
  return shown.reduce((most, count) => Math.max(most, count), 0)
}
