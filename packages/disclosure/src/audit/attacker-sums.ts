import type { AttackerSum, AttackerTerm } from '@klankbord/model'
import type { CellRange, CellSystem, Relation, Solving } from '../hiding/cell-system.ts'
import type { TermName } from './term-names.ts'

/** More sums than this are no longer one that somebody reads; the ways to add them up grow by a factor of three for each. */
const MOST_RELATIONS = 7

/**
 * The sums by which somebody works out a hidden number: what it is exactly, or at least and at most. Breadth first from that
 * number, over all sums that a hidden number stands in, as far as is needed to know it as closely as with everything that is
 * shown; then each sum is left out that is not needed for that (a deletion filter: Chinneck & Dravnieks 1991). What is left is added
 * and taken off in every way, so that other hidden numbers cancel out or stand for what their reason says of them.
 *
 * @param range what is known of the number with everything that is shown
 * @returns none where so short a sum does not do, as where only whole numbers together decide; a sum for an end that is known
 *   from the reason alone is left out
 */
export async function attackerSums(
  system: CellSystem & { readonly hidden: readonly number[] },
  range: CellRange,
  solving: Solving,
  names: ReadonlyMap<string, TermName>,
): Promise<readonly AttackerSum[]> {
  const needed = await neededRelations(system, range, solving)
  if (needed.length > MOST_RELATIONS) return []
  const combinations = combinationsOf(needed, range.cell)
  const ends = (['least', 'most'] as const).flatMap((end) => bestSum(system, combinations, range, end, names))
  const [least, most] = ends
  if (least === undefined || most === undefined || range.least !== range.most) return ends
  return JSON.stringify(least.terms) === JSON.stringify(most.terms) ? [{ ...least, end: 'exact' }] : ends
}

async function neededRelations(
  { cells, relations, hidden }: CellSystem & { readonly hidden: readonly number[] },
  { cell, least, most }: CellRange,
  solving: Solving,
): Promise<readonly Relation[]> {
  const suffices = async (some: readonly Relation[]): Promise<boolean> => {
    const [found] = await solving.ranges({
      cells,
      relations: some,
      hidden,
      wanted: [{ cell, enough: most - least + 1 }],
    })
    return found !== undefined && found.most - found.least <= most - least
  }
  const near: Relation[] = []
  for (const ring of ringsAround(cell, relations, new Set(hidden))) {
    near.push(...ring)
    if (await suffices(near)) break
  }
  return withoutNeedless(near.toReversed(), suffices)
}

/** Leaves out as many as can be missed: half of them at once, then ever fewer. Those that come first go first. */
async function withoutNeedless(
  relations: readonly Relation[],
  suffices: (some: readonly Relation[]) => Promise<boolean>,
): Promise<readonly Relation[]> {
  let kept = relations
  for (let size = Math.ceil(relations.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < kept.length;) {
      const without = [...kept.slice(0, start), ...kept.slice(start + size)]
      if (await suffices(without)) kept = without
      else start += size
    }
  }
  return kept
}

/** Sums by how many hidden numbers lie between them and the cell. */
function ringsAround(
  cell: number,
  relations: readonly Relation[],
  hidden: ReadonlySet<number>,
): readonly (readonly Relation[])[] {
  const rings: (readonly Relation[])[] = []
  const reached = new Set([cell])
  let left = relations
  for (;;) {
    const touches = ({ total, parts }: Relation): boolean =>
      reached.has(total) || parts.some((part) => reached.has(part))
    const ring = left.filter(touches)
    if (ring.length === 0) return rings
    rings.push(ring)
    left = left.filter((relation) => !touches(relation))
    for (const { total, parts } of ring) for (const one of [total, ...parts]) if (hidden.has(one)) reached.add(one)
  }
}

/** How often each other number is added to get the cell. */
type Combination = ReadonlyMap<number, number>

function combinationsOf(relations: readonly Relation[], cell: number): readonly Combination[] {
  const signs = relations.reduce<readonly (readonly number[])[]>(
    (all, _) => all.flatMap((some) => [0, 1, -1].map((sign) => [...some, sign])),
    [[]],
  )
  return signs.flatMap((chosen) => {
    const sum = new Map<number, number>()
    const add = (at: number, times: number): void => void sum.set(at, (sum.get(at) ?? 0) + times)
    for (const [place, { total, parts }] of relations.entries()) {
      add(total, chosen[place] ?? 0)
      for (const part of parts) add(part, -(chosen[place] ?? 0))
    }
    // Everything adds up to nothing, so the cell is the rest where it is taken off once.
    if (sum.get(cell) !== -1) return []
    return [new Map([...sum].filter(([at, times]) => at !== cell && times !== 0))]
  })
}

function bestSum(
  { cells, hidden }: CellSystem & { readonly hidden: readonly number[] },
  combinations: readonly Combination[],
  { cell, ...range }: CellRange,
  end: 'least' | 'most',
  names: ReadonlyMap<string, TermName>,
): readonly AttackerSum[] {
  const own = cells[cell]
  if (own === undefined || (end === 'least' ? own.low >= range.least : own.high <= range.most)) return []
  const open = new Set(hidden)
  const sums = combinations.flatMap((combination): readonly AttackerSum[] => {
    const terms = [...combination].flatMap(([at, times]): readonly AttackerTerm[] => {
      const one = cells[at] ?? { id: '', value: 0, low: 0, high: Infinity }
      const known = !open.has(at) ? 'shown' : times > 0 === (end === 'most') ? 'most' : 'least'
      const value = known === 'shown' ? one.value : known === 'most' ? one.high : one.low
      const name = names.get(one.id) ?? { row: 'inNoGroup', column: 'people', question: null, answer: null }
      return value === 0 ? [] : [{ times, ...name, value, known }]
    })
    const outcome = terms.reduce((sum, { times, value }) => sum + times * value, 0)
    return outcome === range[end] ? [{ end, terms: inOrder(terms), outcome }] : []
  })
  return sums.toSorted((a, b) => a.terms.length - b.terms.length).slice(0, 1)
}

/** What is added before what is taken off, as people write it. */
function inOrder(terms: readonly AttackerTerm[]): readonly AttackerTerm[] {
  return terms.toSorted((a, b) => Number(a.times < 0) - Number(b.times < 0))
}
