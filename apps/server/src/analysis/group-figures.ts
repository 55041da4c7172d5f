import {
  columnOf,
  EMPTY_CODES,
  type Base,
  type Category,
  type Column,
  type DurationColumn,
  type MultipleColumn,
  type NotComputed,
  type SingleColumn,
  type Tone,
} from '@klankbord/model'
import {
  frequencies,
  inBox,
  isSelected,
  multiResponse,
  netPromoterScore,
  selectionOf,
  waitingTimes,
  type Box,
  type MultiResponse,
  type NetPromoterScore,
  type Selection,
  type WaitingTimes,
} from '@klankbord/statistics'
import { hasMean, isGrade, numbersOf, type Analysed } from './analysed-variable.ts'
import type { AnalysisData } from './analysis-data.ts'
import type { AnalysisGroup } from './analysis-groups.ts'
import { numberFigures, type NumberFigures } from './number-figures.ts'
import { givers, optionFigures, shareFigure, type OptionFigure, type ShareFigure } from './share-figures.ts'

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

/** Ends of answers in order. */
export interface Boxes {
  /** The two lowest and the two highest codes, of four or more. */
  readonly lowestTwo?: ShareFigure
  readonly highestTwo?: ShareFigure
  /** Answers that the questionnaire calls so. */
  readonly positive?: ShareFigure
  readonly negative?: ShareFigure
}

/** The figures that fit what kind of variable it is. */
export function groupFigures(data: AnalysisData, analysed: Analysed, group: AnalysisGroup): GroupFigures {
  const base = basesOf(data, analysed, group)
  if (analysed.kind === 'scale') return { ...base, ...scaleFigures(data, analysed, group) }
  const { column } = analysed
  switch (column.type) {
    case 'multiple':
      return { ...base, ...tickFigures(data, analysed, column, group) }
    case 'single':
      return { ...base, ...choiceFigures(data, analysed, group), ...numericFigures(data, analysed, group) }
    case 'duration':
      return { ...base, ...waitingFigures(data, column, group) }
    case 'text':
      return base
    default:
      return { ...base, ...numericFigures(data, analysed, group) }
  }
}

/** Who gave a substantive answer. */
export function validRows(data: AnalysisData, analysed: Analysed): Selection {
  if (analysed.kind === 'scale') return analysed.scores.known
  const { name, column } = analysed
  if (column.type === 'single' || column.type === 'multiple') return givers(data, name, []).known
  const { states } = column
  return selectionOf(states.length, (row) => (states[row] ?? 0) > 0)
}

type AnalysedVariable = Extract<Analysed, { kind: 'variable' }>

function basesOf(
  data: AnalysisData,
  analysed: Analysed,
  group: AnalysisGroup,
): Pick<GroupFigures, 'base' | 'weightedBase'> {
  const { column, categories } = countedAs(data, analysed)
  const weights = data.weighting?.weights
  const { base, weighted } = frequencies(column, categories, { selection: group.rows, weights })
  return { base, ...(weighted && { weightedBase: weighted.base }) }
}

/** A column to count who answered by; of numbers, texts and scores whether there is one. */
function countedAs(
  { dataset }: AnalysisData,
  analysed: Analysed,
): { readonly column: SingleColumn | MultipleColumn; readonly categories: readonly Category[] } {
  if (analysed.kind === 'scale') {
    const { known } = analysed.scores
    const items = analysed.scale.items.map((name) => columnOf(dataset, name))
    const codes = Int16Array.from({ length: dataset.rows }, (_, row) => {
      if (isSelected(known, row)) return THERE
      return items.every((item) => codeAt(item, row) === EMPTY_CODES.notAsked)
        ? EMPTY_CODES.notAsked
        : EMPTY_CODES.skipped
    })
    return { column: { type: 'single', codes }, categories: PRESENCE }
  }
  const { column, variable } = analysed
  if (column.type === 'single' || column.type === 'multiple') return { column, categories: variable.categories }
  return { column: { type: 'single', codes: column.states }, categories: PRESENCE }
}

/** A number or a text is there; a duration was over, or went on. */
const [THERE, GOES_ON] = [1, 2]
const PRESENCE: readonly Category[] = [THERE, GOES_ON].map((code) => ({ code, value: code, label: {} }))

function codeAt(column: Column, row: number): number {
  if (column.type === 'multiple') return column.bits[row * column.words] ?? 0
  return (column.type === 'single' ? column.codes[row] : column.states[row]) ?? 0
}

function choiceFigures(
  data: AnalysisData,
  { name, variable }: AnalysedVariable,
  group: AnalysisGroup,
): Pick<GroupFigures, 'options' | 'boxes'> {
  const options = optionFigures(data, group, name, variable.categories)
  const boxed = (codes: readonly number[]): ShareFigure => shareFigure(data, group, givers(data, name, codes))
  const substantive = variable.categories.filter(({ empty }) => empty === undefined)
  const codes = substantive.map(({ code }) => code).toSorted((a, b) => a - b)
  const toned = (tone: Tone): readonly number[] =>
    substantive.filter((one) => one.tone === tone).map(({ code }) => code)
  const [positive, negative] = [toned('positive'), toned('negative')]
  const ends = variable.measurement !== 'nominal' && codes.length >= 4
  const boxes = {
    ...(ends && { lowestTwo: boxed(codes.slice(0, 2)), highestTwo: boxed(codes.slice(-2)) }),
    ...(positive.length > 0 && { positive: boxed(positive) }),
    ...(negative.length > 0 && { negative: boxed(negative) }),
  }
  return { options, ...(Object.keys(boxes).length > 0 && { boxes }) }
}

function tickFigures(
  data: AnalysisData,
  { name, variable }: AnalysedVariable,
  column: MultipleColumn,
  group: AnalysisGroup,
): Pick<GroupFigures, 'options' | 'ticks'> {
  const restriction = { selection: group.rows, weights: data.weighting?.weights }
  return {
    options: optionFigures(data, group, name, variable.categories),
    ticks: multiResponse(column, variable.categories, restriction),
  }
}

/** Numbers where a mean says something, and of grades who gave 5 or lower, and 8 or higher. */
function numericFigures(
  data: AnalysisData,
  analysed: Analysed,
  group: AnalysisGroup,
): Pick<GroupFigures, 'numbers' | 'grades'> {
  const numbers = numbersOf(analysed)
  if (numbers === null || !hasMean(analysed)) return {}
  const within = (box: Box): ShareFigure => {
    const { values } = inBox(numbers, box)
    const having = selectionOf(values.length, (row) => values[row] === 1)
    return shareFigure(data, group, { having, known: numbers.known })
  }
  const grades = { insufficient: within({ to: 5 }), good: within({ from: 8 }) }
  return { numbers: numberFigures(data, group, numbers), ...(isGrade(analysed) && { grades }) }
}

function scaleFigures(
  data: AnalysisData,
  analysed: Extract<Analysed, { kind: 'scale' }>,
  group: AnalysisGroup,
): Pick<GroupFigures, 'numbers' | 'grades' | 'promoters' | 'weightedPromoters'> {
  const figures = numericFigures(data, analysed, group)
  if (analysed.scale.method !== 'netPromoter') return figures
  const { scores: numbers } = analysed
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
