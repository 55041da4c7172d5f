import type { Base, Category, EmptyKind, MultipleColumn, SingleColumn } from '@klankbord/model'
import type { Grouping } from '../columns/picked-rows.ts'
import type { CountedVariable, Layout } from '../columns/layout-of.ts'
import { tally, type Restriction, type Tally } from '../columns/tally.ts'
import { sumOf } from './sum-of.ts'

/** Counts of one group: one per substantive category, in the order of the codebook. */
export interface Frequencies {
  readonly counts: readonly number[]
  readonly base: Base
  /** Sums of weights in the place of counts; there when weights were given. */
  readonly weighted?: WeightedFrequencies
}

/** Like `Frequencies`, with the sum of the weights of people in the place of their number. */
export interface WeightedFrequencies {
  readonly counts: readonly number[]
  readonly base: Base
}

/**
 * How often each substantive category was given, with every base stated, and weighted beside it where weights are given.
 *
 * @param categories those of the variable; its kinds of empty may be among them and get no count
 * @param restriction which rows take part (all of them unless told), and for how much
 * @example
 * frequencies({ type: 'single', codes: Int16Array.of(1, 2, 1, -3) }, [{ code: 1, … }, { code: 2, … }])
 * // { counts: [2, 1], base: { total: 4, asked: 4, answered: 4, valid: 3, empties: { dontKnow: 1 } } }
 * @throws Problem `unknownCode` for a code that is neither a category nor a kind of empty; `columnsDiffer` for weights or
 * a selection of another length; `weightOutOfRange`
 */
export function frequencies(
  column: SingleColumn | MultipleColumn,
  categories: readonly Category[],
  restriction: Restriction = {},
): Frequencies {
  return onlyOne(onlyOne(crossTabulations([{ column, categories }], null, restriction)))
}

/**
 * The frequencies of several variables, in one pass over the rows and in the order given.
 *
 * @example allFrequencies([{ column: quick, categories }, { column: kind, categories }])[0]?.base.valid
 * @throws Problem as `frequencies`
 */
export function allFrequencies(
  variables: readonly CountedVariable[],
  restriction: Restriction = {},
): readonly Frequencies[] {
  return crossTabulations(variables, null, restriction).map((groups) => onlyOne(groups))
}

/**
 * The same for each group of a breakdown, in one pass. Rows whose code in `by` is not among `groups`
 * (kinds of empty, too) belong to no group.
 *
 * @param groups codes of the breakdown, in the order of the answer
 * @example crossTabulation(column, categories, area, [1, 2]).map(({ counts }) => counts)
 * @throws Problem `unknownCode`, and `columnsDiffer` when the columns have unequal lengths; `weightOutOfRange`
 */
export function crossTabulation(
  column: SingleColumn | MultipleColumn,
  categories: readonly Category[],
  by: SingleColumn,
  groups: readonly number[],
  restriction: Restriction = {},
): readonly Frequencies[] {
  return onlyOne(crossTabulations([{ column, categories }], { column: by, codes: groups }, restriction))
}

/**
 * Crosstabs of several variables by one breakdown, in one pass: for each variable its frequencies in each group. Null
 * for no breakdown: one group of everybody.
 *
 * @example crossTabulations([{ column, categories }], { column: area, codes: [1, 2] }, { weights })
 * @throws Problem as `crossTabulation`
 */
export function crossTabulations(
  variables: readonly CountedVariable[],
  by: Grouping | null,
  restriction: Restriction = {},
): readonly (readonly Frequencies[])[] {
  const groups = by?.codes.length ?? 1
  return tally(variables, by, restriction).map((counted) =>
    Array.from({ length: groups }, (_, group) => frequenciesOf(counted, group)),
  )
}

function frequenciesOf({ layout, counts, weighing }: Tally, group: number): Frequencies {
  const [start, end] = [group << layout.shift, (group + 1) << layout.shift]
  const counted = counts.subarray(start, end)
  return {
    ...read(layout, counted, counted),
    ...(weighing && { weighted: read(layout, counted, weighing.sums.subarray(start, end)) }),
  }
}

/** Skipped is no answer; every other kind of empty is an answer without substance. Kinds that nobody had are left out. */
function read(layout: Layout, counted: Uint32Array, cells: Uint32Array | Float64Array): WeightedFrequencies {
  const at = (cell: number): number => cells[cell] ?? 0
  const counts = layout.options.map(at)
  const valid = layout.answered === null ? sumOf(counts) : at(layout.answered)
  const had = layout.empties.filter(([, cell]) => (counted[cell] ?? 0) > 0)
  const validAnd = (leftOut: readonly EmptyKind[]): number =>
    had.reduce((sum, [kind, cell]) => (leftOut.includes(kind) ? sum : sum + at(cell)), valid)
  return {
    counts,
    base: {
      total: validAnd([]),
      asked: validAnd(['notAsked']),
      answered: validAnd(['notAsked', 'skipped']),
      valid,
      empties: Object.fromEntries(had.map(([kind, cell]) => [kind, at(cell)])),
    },
  }
}

function onlyOne<Item>(items: readonly Item[]): Item {
  const [item] = items
  if (item === undefined) throw new RangeError('expected one')
  return item
}
