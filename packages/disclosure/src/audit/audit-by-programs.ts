import type { CountTable, DisclosurePolicy, ReleasedTable } from '@klankbord/model'
import { cellKey, EVERYBODY } from '../editions/edition-system.ts'
import { joinedEditions, type GuardedCell } from '../editions/joined-editions.ts'
import type { CellRange, Solving, SystemCell } from '../hiding/cell-system.ts'
import { hiddenFigures, type FigureHidden } from '../record/hidden-figures.ts'
import type { RangeOf } from '../record/hidden-in-tables.ts'
import { attackerSums } from './attacker-sums.ts'
import type { Measurement } from './measurement.ts'
import { hiddenAnswers, knownAsSmall } from './small-among-hidden.ts'
import { termNames } from './term-names.ts'
import { withTrueValues } from './true-values.ts'

/** What the programs found. */
export interface ProgramAudit {
  readonly measured: readonly Measurement[]
  /** The same; the first that is known too closely comes with the sums that somebody would make. They take far longer than the audit. */
  readonly explained: () => Promise<readonly Measurement[]>
  /** Null of a figure that is in no sum. */
  readonly rangeOf: RangeOf
}

/** With more hidden figures than this each is followed only until it is as wide as it has to be: exact ends take far longer. */
const MOST_EXACT = 120

/**
 * The same question as `audit` asks, answered another way: every released table with every sum between them, crossed and nested
 * breakdowns included, is one system, in which linear programs (and, where whole numbers decide, integer ones) find the least
 * and the most of each hidden number.
 *
 * @param released what is audited: what no reader sees has no part in what is found, so that it tells nothing new
 * @param counted the same tables before protection, from which the search starts; without them it looks for a start
 */
export async function auditByPrograms(
  released: readonly ReleasedTable[],
  policy: DisclosurePolicy,
  solving: Solving,
  counted: readonly CountTable[] = [],
): Promise<ProgramAudit> {
  const system = joinedEditions([{ tables: released }], policy)
  const joined = { ...system, cells: withTrueValues(counted, system) }
  const { cells, relations, hidden } = joined
  const places = new Map(cells.map(({ id }, place) => [id, place]))
  const placeOf = (table: ReleasedTable, figure: FigureHidden): number => places.get(`1: ${keyOf(table, figure)}`) ?? -1
  const guarded = joined.guarded
  const answers = hiddenAnswers(counted.length === 0 ? [] : released, policy, cells, placeOf)
  const { beside } = answers
  const told = new Set(released.flatMap((table) => hiddenFigures(table).map((figure) => placeOf(table, figure))))
  const exact = told.size <= MOST_EXACT
  const enough = new Map(
    guarded.flatMap((one) => (beside.has(one.cell) ? [] : [[one.cell, neededOf(one, cells)] as const])),
  )
  const wanted = hidden.flatMap((cell) => {
    if (exact && told.has(cell)) return [{ cell, enough: null }]
    return enough.has(cell) ? [{ cell, enough: enough.get(cell) ?? null }] : []
  })
  const found = wanted.length === 0 ? [] : await solving.ranges({ cells, relations, hidden, wanted })
  const ranges = new Map(found.map((range) => [range.cell, range]))
  const open = guarded.map((one) => {
    const taken = measurementOf(one, ranges.get(one.cell), cells)
    const asked = beside.has(one.cell) ? { ...taken, width: Math.max(taken.width, taken.needed) } : taken
    return exact ? asked : noMoreThanAsked(asked)
  })
  const measured = [...open, ...(await knownAsSmall(answers, policy, joined, ranges, solving))]
  const unsafe = measured.findIndex(({ width, needed }) => width < needed)
  const tooClose = ranges.get(guarded[unsafe]?.cell ?? -1)
  return {
    measured,
    explained: async () => {
      const sums = tooClose === undefined ? [] : await attackerSums(system, tooClose, solving, termNames(released))
      return measured.map((one, place) => (place === unsafe ? { ...one, sums } : one))
    },
    rangeOf: (table, figure) => {
      const one = ranges.get(placeOf(table, figure))
      // Which answers were looked at would tell which are the small ones.
      if (one === undefined || (!exact && figure.category !== null)) return null
      const width = one.most - one.least
      return exact ? { width, ends: one } : { width: Math.min(width, enough.get(one.cell) ?? width), ends: null }
    },
  }
}

/** A search that stops when it is far enough stops elsewhere from elsewhere: of it only how far it had to go is told. */
function noMoreThanAsked(one: Measurement): Measurement {
  return { ...one, width: Math.min(one.width, one.needed) }
}

function measurementOf(one: GuardedCell, range: CellRange | undefined, cells: readonly SystemCell[]): Measurement {
  const width = range === undefined ? 0 : range.most - range.least
  return { table: one.table, cell: one.figure, width, needed: neededOf(one, cells) }
}

function neededOf({ cell, span }: GuardedCell, cells: readonly SystemCell[]): number {
  const { low = 0, high = Infinity } = cells[cell] ?? {}
  return Math.min(span, high - low)
}

/** Of a hidden row it is how many answered. */
function keyOf(table: ReleasedTable, { group, category }: FigureHidden): string {
  const row = table.by ? `${table.by.name}=${group}` : EVERYBODY
  return cellKey(table, row, category === null ? 'valid' : `category ${category}`)
}
