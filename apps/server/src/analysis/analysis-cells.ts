import { columnOf, problem, type Dataset } from '@klankbord/model'
import { isSelected, rowsWhere } from '@klankbord/statistics'
import type { AnalysisCondition, AnalysisOrder } from './analysis-order.ts'

/**
 * The smallest groups that an order tells apart, by whom it picks and by what it weights: whoever changes its codes, margins
 * or shares can compute a figure of each of them, and of nobody else.
 */
export interface AnalysisCells {
  /** Per row. */
  readonly of: Int32Array
  readonly many: number
}

/**
 * The cells of a wave. In an anonymous wave each must be large enough to be told of, or be nobody.
 *
 * @throws Problem `conditionTellsOfFew`, `weightsTellOfFew` where one has fewer than `least` people
 */
export function analysisCells(dataset: Dataset, { where = [], targets }: AnalysisOrder, least: number): AnalysisCells {
  const everybody: AnalysisCells = { of: new Int32Array(dataset.rows), many: 1 }
  if (least === 1) return everybody
  const picked = crossed(everybody, where.length === 0 ? [] : [pickedBy(dataset, where, least)])
  if (!fitsIn(picked, least)) throw problem('conditionTellsOfFew', { least })
  const names = targets?.margins.map(({ variable }) => variable) ?? []
  const weighted = crossed(picked, names.length === 0 ? [] : [weightedBy(dataset, names)])
  if (!fitsIn(weighted, least)) throw problem('weightsTellOfFew', { least })
  return weighted
}

/** Whether these are some people, and fewer than may be told of. */
export function isTooFew(people: number, least: number): boolean {
  return people > 0 && people < least
}

/** Whether each of these numbers of people is nobody, or enough. */
export function areNoneOrEnough(counts: readonly number[], least: number): boolean {
  return !counts.some((people) => isTooFew(people, least))
}

type KeyOf = (row: number) => string

/** Several conditions, parts of answers and stretches of numbers can be put so that they differ by one person. */
function pickedBy(dataset: Dataset, where: readonly AnalysisCondition[], least: number): KeyOf {
  const [condition, ...others] = where
  if (condition === undefined || others.length > 0) throw problem('conditionTellsOfFew', { least })
  const { variable } = condition
  const column = columnOf(dataset, variable)
  if (column.type === 'single') {
    const { codes } = column
    const apart = namesEmpties(condition)
    return (row) => String(apart ? codes[row] : Math.max(codes[row] ?? NO_ANSWER, NO_ANSWER))
  }
  if (!('empty' in condition) || condition.empty !== 'any') throw problem('conditionTellsOfFew', { least })
  const empty = rowsWhere(dataset, { variable, empty: 'any' })
  return (row) => String(isSelected(empty, row))
}

/** Whether it tells those without an answer apart by why they have none. */
function namesEmpties(condition: AnalysisCondition): boolean {
  if ('empty' in condition) return condition.empty !== 'any'
  if ('anyOf' in condition) return condition.anyOf.some((code) => code < 0)
  return false
}

/** Below every answer. */
const NO_ANSWER = -1

/** Who lacks one of them weighs nothing, whatever they said to the others. */
function weightedBy(dataset: Dataset, names: readonly string[]): KeyOf {
  const columns = names.map((name) => columnOf(dataset, name))
  return (row) => {
    const codes = columns.map((column) => (column.type === 'single' ? (column.codes[row] ?? NO_ANSWER) : NO_ANSWER))
    return codes.some((code) => code < 0) ? '' : codes.join(' ')
  }
}

function crossed({ of, many }: AnalysisCells, keys: readonly KeyOf[]): AnalysisCells {
  const [keyOf] = keys
  if (keyOf === undefined) return { of, many }
  const places = new Map<string, number>()
  const cells = of.map((before, row) => {
    const key = `${before} ${keyOf(row)}`
    const place = places.get(key) ?? places.size
    places.set(key, place)
    return place
  })
  return { of: cells, many: Math.max(1, places.size) }
}

function fitsIn({ of, many }: AnalysisCells, least: number): boolean {
  const counts = Array.from({ length: many }, () => 0)
  for (const cell of of) counts[cell] = (counts[cell] ?? 0) + 1
  return areNoneOrEnough(counts, least)
}
