import type { Base, Category, DurationColumn, MultipleColumn, NotComputed } from '@klankbord/model'
import {
  frequencies,
  multiResponse,
  netPromoterScore,
  waitingTimes,
  type MultiResponse,
  type NetPromoterScore,
  type WaitingTimes,
} from '@klankbord/statistics'
import type { Analysed } from './analysed-variable.ts'
import type { AnalysisData } from './analysis-data.ts'
import type { AnalysisGroup } from './analysis-groups.ts'
import type { BoxName, Countable } from './countable.ts'
import { numberFigures, type NumberFigures } from './number-figures.ts'
import { shareFigure, type OptionFigure, type ShareFigure } from './share-figures.ts'

/** All that can be said of one variable in one group. */
export interface GroupFigures {
  readonly base: Base
  readonly weightedBase?: Base
  readonly options?: readonly OptionFigure[]
  /** Of a question with several answers: shares of who was asked, of who ticked anything and of all ticks. */
  readonly ticks?: MultiResponse
  readonly boxes?: Boxes
  readonly numbers?: NumberFigures
  readonly grades?: { readonly insufficient: ShareFigure; readonly good: ShareFigure }
  readonly waiting?: WaitingTimes
  readonly weightedWaiting?: WaitingTimes
  readonly promoters?: NetPromoterScore | NotComputed
  readonly weightedPromoters?: NetPromoterScore | NotComputed
}

/** The two lowest and the two highest codes, of four or more; answers that the questionnaire calls positive or negative. */
export type Boxes = Partial<Record<BoxName, ShareFigure>>

/** The figures that fit what kind of variable it is. */
export function groupFigures(data: AnalysisData, question: Countable, group: AnalysisGroup): GroupFigures {
  const base = basesOf(data, question, group)
  const { analysed } = question
  if (analysed.kind === 'scale') return { ...base, ...scaleFigures(data, question, analysed, group) }
  const { column, variable } = analysed
  switch (column.type) {
    case 'multiple': {
      const ticks = tickFigures(data, column, variable.categories, group)
      return { ...base, ...choiceFigures(data, question, group), ticks }
    }
    case 'single':
      return { ...base, ...choiceFigures(data, question, group), ...numericFigures(data, question, group) }
    case 'duration':
      return { ...base, ...waitingFigures(data, column, group) }
    case 'text':
      return base
    default:
      return { ...base, ...numericFigures(data, question, group) }
  }
}

function basesOf(
  { weighting }: AnalysisData,
  { counted: { column, categories } }: Countable,
  group: AnalysisGroup,
): Pick<GroupFigures, 'base' | 'weightedBase'> {
  const { base, weighted } = frequencies(column, categories, { selection: group.rows, weights: weighting?.weights })
  return { base, ...(weighted && { weightedBase: weighted.base }) }
}

/** Shares of each answer and of each box that there is. */
function choiceFigures(
  data: AnalysisData,
  { options, boxes }: Countable,
  group: AnalysisGroup,
): Pick<GroupFigures, 'options' | 'boxes'> {
  const boxed = Object.entries(boxes).map(([box, known]) => [box, shareFigure(data, group, known)] as const)
  return {
    options: options.map(({ code, label, ...known }) => ({ code, label, ...shareFigure(data, group, known) })),
    ...(boxed.length > 0 && { boxes: Object.fromEntries(boxed) }),
  }
}

function tickFigures(
  { weighting }: AnalysisData,
  column: MultipleColumn,
  categories: readonly Category[],
  group: AnalysisGroup,
): MultiResponse {
  return multiResponse(column, categories, { selection: group.rows, weights: weighting?.weights })
}

/** Numbers where a mean says something, and of grades who gave 5 or lower, and 8 or higher. */
function numericFigures(
  data: AnalysisData,
  { numbers, grades }: Countable,
  group: AnalysisGroup,
): Pick<GroupFigures, 'numbers' | 'grades'> {
  if (numbers === null) return {}
  const graded = grades && {
    insufficient: shareFigure(data, group, grades.insufficient),
    good: shareFigure(data, group, grades.good),
  }
  return { numbers: numberFigures(data, group, numbers), ...(graded && { grades: graded }) }
}

function scaleFigures(
  data: AnalysisData,
  question: Countable,
  { scale, scores: numbers }: Extract<Analysed, { kind: 'scale' }>,
  group: AnalysisGroup,
): Pick<GroupFigures, 'numbers' | 'grades' | 'promoters' | 'weightedPromoters'> {
  const figures = numericFigures(data, question, group)
  if (scale.method !== 'netPromoter') return figures
  const [selection, weights] = [group.rows, data.weighting?.weights]
  return {
    ...figures,
    promoters: netPromoterScore({ numbers, selection, population: group.population }),
    ...(weights && { weightedPromoters: netPromoterScore({ numbers, selection, weights }) }),
  }
}

function waitingFigures(
  data: AnalysisData,
  column: DurationColumn,
  group: AnalysisGroup,
): Pick<GroupFigures, 'waiting' | 'weightedWaiting'> {
  const selection = group.rows
  const weights = data.weighting?.weights
  return {
    waiting: waitingTimes(column, { selection }),
    ...(weights && { weightedWaiting: waitingTimes(column, { selection, weights }) }),
  }
}
