import { countEverybody } from './count-everybody.ts'
import { countMultiple, countSingle, type Cells } from './count-rows.ts'
import { layoutOf, requireKnown, rowsOf, unknownCode, type CountedVariable, type Layout } from './layout-of.ts'
import { withCloseCodes } from './with-close-codes.ts'
import { pickRows, type Grouping, type PickedRows } from './picked-rows.ts'
import { requireSameRows, requireWeights } from './require-rows.ts'
import type { Selection } from './selection.ts'

/** Which rows are counted, and for how much. */
export interface Restriction {
  /** All rows unless told. */
  readonly selection?: Selection | undefined
  /** Beside the counts, sums of these: one per row of the dataset, at least 0 and finite. */
  readonly weights?: Float64Array | undefined
}

/** What was counted of a variable: 2^shift cells per group, as `layout` says, and beside them the sums of weights. */
export interface Tally extends Cells {
  readonly layout: Layout
}

interface Counting extends Tally {
  readonly variable: CountedVariable
}

/**
 * Counts several variables by group in one pass over the rows.
 *
 * @param grouping null for one group of everybody
 * @throws Problem `columnsDiffer`, `unknownCode`, `weightOutOfRange`
 */
export function tally(
  variables: readonly CountedVariable[],
  grouping: Grouping | null,
  { selection, weights }: Restriction,
): readonly Tally[] {
  const rows = commonLength(variables, grouping, { selection, weights })
  if (weights) requireWeights(weights)
  const counting = variables.map((variable) => begin(variable, grouping?.codes.length ?? 1, weights))
  const atOnce = selection || weights ? [] : countAtOnce(counting, grouping)
  const others = counting.filter((one) => !atOnce.includes(one))
  if (others.length > 0) countPicked(others, pickRows(rows, grouping, selection ?? null))
  for (const { counts, layout, variable } of counting) requireKnown(counts, layout, variable.categories)
  return counting
}

function begin(variable: CountedVariable, groups: number, weights: Float64Array | undefined): Counting {
  const close = withCloseCodes(variable)
  const layout = layoutOf(close)
  // One group more, for rows that are in none.
  const counts = new Uint32Array((groups + 1) << layout.shift)
  const weighing = weights ? { weights, sums: new Float64Array(counts.length) } : null
  // Named are the codes as they were given.
  const known = { column: close.column, categories: variable.categories }
  return { shift: layout.shift, counts, weighing, layout, variable: known }
}

/** Those with one answer, of everybody. */
function countAtOnce(counting: readonly Counting[], grouping: Grouping | null): readonly Counting[] {
  return counting.filter(({ variable, ...cells }) => {
    if (variable.column.type !== 'single') return false
    requireWithin(variable, countEverybody(variable.column, grouping, cells))
    return true
  })
}

function countPicked(counting: readonly Counting[], blocks: Iterable<PickedRows>): void {
  for (const picked of blocks) {
    for (const cells of counting) {
      const { column } = cells.variable
      const outside =
        column.type === 'single' ? countSingle(column, cells, picked) : countMultiple(column, cells, picked)
      requireWithin(cells.variable, outside)
    }
  }
}

/** @throws Problem `unknownCode` */
function requireWithin({ categories }: CountedVariable, outside: number): void {
  if (outside !== 0) throw unknownCode(categories)
}

/** @throws Problem `columnsDiffer` */
function commonLength(
  variables: readonly CountedVariable[],
  grouping: Grouping | null,
  { selection, weights }: Restriction,
): number {
  const lengths = [
    ...variables.map(({ column }) => rowsOf(column)),
    ...(grouping ? [grouping.column.codes.length] : []),
    ...(selection ? [selection.rows] : []),
    ...(weights ? [weights.length] : []),
  ]
  const [rows = 0] = lengths
  requireSameRows(rows, ...lengths)
  return rows
}
