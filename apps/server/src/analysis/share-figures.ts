import { computed, notComputed, type Figure, type LocalizedText, type NotComputed } from '@klankbord/model'
import {
  countSelected,
  domainShare,
  isSelected,
  rowsWhere,
  selectedByAll,
  selectedRows,
  selectionOf,
  wilsonInterval,
  type DomainShare,
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
export function shareFigure({ weighting }: AnalysisData, group: AnalysisGroup, { having, known }: Known): ShareFigure {
  const answering = selectedByAll(group.rows, known)
  const [n, count] = [countSelected(answering), countSelected(selectedByAll(answering, having))]
  const weighted = weighting ? { weighted: weightedShare(weighting, answering, having) } : {}
  if (n === 0) return { count, share: notComputed('noAnswers'), interval: notComputed('noAnswers'), ...weighted }
  const { share, low, high } = wilsonInterval({ count, n, population: group.population })
  return { count, share, interval: { low, high }, ...weighted }
}

function weightedShare({ condensed, placeOf }: Weighting, answering: Selection, having: Selection): WeightedShare {
  const taking = weighing(placeOf, answering)
  const share = domainShare(condensed, {
    rows: taking.map((row) => placeOf[row] ?? 0),
    values: Float64Array.from(taking, (row) => (isSelected(having, row) ? 1 : 0)),
  })
  if (!computed<DomainShare>(share)) return { share, interval: share }
  return { share: share.estimate, interval: share.logitInterval }
}

/** The rows of a selection that have a weight. */
export function weighing(placeOf: Weighting['placeOf'], selection: Selection): Int32Array {
  return selectedRows(selection).filter((row) => (placeOf[row] ?? -1) >= 0)
}

/** A selection as one of the rows with a weight only. */
export function amongWeighted({ places }: Weighting, selection: Selection): Selection {
  return selectionOf(places.length, (place) => isSelected(selection, places[place] ?? -1))
}
