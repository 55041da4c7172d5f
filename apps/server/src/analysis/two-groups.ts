import type { Figure, NotComputed } from '@klankbord/model'
import {
  selectedByAll,
  selectedByAny,
  selectedRows,
  selectionOf,
  type Interval,
  type Selection,
} from '@klankbord/statistics'
import type { AnalysisGroup } from './analysis-groups.ts'

/** A group beside everybody in the other groups. */
export interface TwoGroups {
  readonly group: Selection
  readonly others: Selection
  /** Known sizes in the population; null where one is not known. */
  readonly populations: { readonly group: number; readonly others: number } | null
}

/** How two groups compare in one figure, before anything is called a difference. */
export interface ComparedFigure {
  /** Who gave a substantive answer, and weighs anything where weights are. */
  readonly n: number
  readonly nOthers: number
  readonly estimate: Figure
  readonly others: Figure
  /** The estimate minus that of the others. */
  readonly difference: Figure
  readonly interval: Interval | NotComputed
  readonly test: 'fisher' | 'finiteShares' | 'mannWhitney' | 'welch' | 'raoScott' | 'differenceOfMeans' | 'meanRanks'
  readonly p: Figure
  readonly effect: { readonly name: 'cohensH' | 'cliffsDelta' | 'hedgesG'; readonly value: Figure }
}

/** Each group with everybody in the others. */
export function twoGroupsOf(groups: readonly AnalysisGroup[], at: number): TwoGroups {
  const own = groups[at]
  const rest = groups.filter((_, place) => place !== at)
  const nobody = selectionOf(own?.rows.rows ?? 0, () => false)
  const known = groups.every(({ population }) => population !== null)
  return {
    group: own?.rows ?? nobody,
    others: selectedByAny(nobody, ...rest.map(({ rows }) => rows)),
    populations: known
      ? { group: own?.population ?? 0, others: rest.reduce((sum, { population }) => sum + (population ?? 0), 0) }
      : null,
  }
}

/** Rows of a selection of which something is known, in order. */
export function rowsIn(selection: Selection, known: Selection): readonly number[] {
  return Array.from(selectedRows(selectedByAll(selection, known)))
}
