import {
  computed,
  notComputed,
  type Category,
  type Figure,
  type LocalizedText,
  type NotComputed,
} from '@klankbord/model'
import {
  designShare,
  isSelected,
  rowsWhere,
  selectionOf,
  wilsonInterval,
  type DesignShare,
  type Interval,
  type Selection,
} from '@klankbord/statistics'
import type { AnalysisData } from './analysis-data.ts'
import type { AnalysisGroup } from './analysis-groups.ts'
import type { Weighting } from './weighting.ts'

/** A share of a group with its interval, and weighted beside it where weights are. */
export interface ShareFigure {
  readonly count: number
  /** Of those with a substantive answer. Not computed: `noAnswers`. */
  readonly share: Figure
  /** Wilson's, of the population where its size is known. Not computed: `noAnswers`. */
  readonly interval: Interval | NotComputed
  readonly weighted?: WeightedShare
}

export interface WeightedShare {
  readonly share: Figure
  /** By linearization on the scale of log odds. Not computed, beside: `noSpread` where nobody or everybody has it. */
  readonly interval: Interval | NotComputed
}

/** Of one answer. */
export interface OptionFigure extends ShareFigure {
  readonly code: number
  readonly label: LocalizedText
}

/** Who has something, and of whom that is known. */
export interface Known {
  readonly having: Selection
  readonly known: Selection
}

/** Who gave one of these answers to a question, among those with a substantive answer. */
export function givers({ dataset }: AnalysisData, variable: string, codes: readonly number[]): Known {
  return {
    having: rowsWhere(dataset, { variable, anyOf: codes }),
    known: rowsWhere(dataset, { not: { variable, empty: 'any' } }),
  }
}

/** The share of those who have something in a group. */
export function shareFigure(data: AnalysisData, group: AnalysisGroup, { having, known }: Known): ShareFigure {
  const counted = (row: number): boolean => isSelected(group.rows, row) && isSelected(known, row)
  let [n, count] = [0, 0]
  for (let row = 0; row < data.dataset.rows; row += 1)
    if (counted(row)) {
      n += 1
      if (isSelected(having, row)) count += 1
    }
  const weighted = data.weighting ? { weighted: weightedShare(data.weighting, group, { having, known }) } : {}
  if (n === 0) return { count, share: notComputed('noAnswers'), interval: notComputed('noAnswers'), ...weighted }
  const { share, low, high } = wilsonInterval({ count, n, population: group.population })
  return { count, share, interval: { low, high }, ...weighted }
}

/** The shares of all substantive answers to a question. */
export function optionFigures(
  data: AnalysisData,
  group: AnalysisGroup,
  variable: string,
  categories: readonly Category[],
): readonly OptionFigure[] {
  return categories
    .filter(({ empty }) => empty === undefined)
    .map(({ code, label }) => ({ code, label, ...shareFigure(data, group, givers(data, variable, [code])) }))
}

function weightedShare(weighting: Weighting, group: AnalysisGroup, { having, known }: Known): WeightedShare {
  const of = (selection: Selection): Selection => amongWeighted(weighting, selection)
  const share = designShare(weighting.design, { having: of(having), known: of(known) }, { domain: of(group.rows) })
  if (!computed<DesignShare>(share)) return { share, interval: share }
  return { share: share.estimate, interval: share.logitInterval }
}

/** A selection as one of the rows with a weight only. */
export function amongWeighted({ places }: Weighting, selection: Selection): Selection {
  return selectionOf(places.length, (place) => isSelected(selection, places[place] ?? -1))
}
