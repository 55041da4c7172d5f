import {
  columnOf,
  EMPTY_CODES,
  type Category,
  type Column,
  type MultipleColumn,
  type SingleColumn,
  type Tone,
} from '@klankbord/model'
import {
  inBox,
  isSelected,
  rowsWhere,
  selectionOf,
  type Box,
  type Measurements,
  type Selection,
} from '@klankbord/statistics'
import { hasMean, isGrade, numbersOf, type Analysed } from './analysed-variable.ts'
import type { AnalysisData } from './analysis-data.ts'
import type { Known } from './share-figures.ts'

/** A question or scale with all that is the same for every group, worked out once: there may be hundreds of groups. */
export interface Countable {
  readonly analysed: Analysed
  /** To count who answered by; of numbers, texts and scores whether there is one. */
  readonly counted: { readonly column: SingleColumn | MultipleColumn; readonly categories: readonly Category[] }
  /** Who gave a substantive answer. */
  readonly valid: Selection
  /** Of answers to choose. */
  readonly options: readonly (Known & Pick<Category, 'code' | 'label'>)[]
  readonly boxes: Partial<Record<BoxName, Known>>
  /** Null where a mean says nothing. */
  readonly numbers: Measurements | null
  readonly grades: { readonly insufficient: Known; readonly good: Known } | null
}

/** Ends of answers in order. */
export type BoxName = 'lowestTwo' | 'highestTwo' | 'positive' | 'negative'

/** What is counted of a question or scale. */
export function countable(data: AnalysisData, analysed: Analysed): Countable {
  const numbers = hasMean(analysed) ? numbersOf(analysed) : null
  const within = ({ known, values }: Measurements, box: Box): Known => {
    const inside = inBox({ known, values }, box).values
    return { having: selectionOf(values.length, (row) => inside[row] === 1), known }
  }
  const valid = validRows(data, analysed)
  return {
    analysed,
    counted: countedAs(data, analysed),
    valid,
    ...choices(data, analysed, valid),
    numbers,
    grades:
      numbers && isGrade(analysed)
        ? { insufficient: within(numbers, { to: 5 }), good: within(numbers, { from: 8 }) }
        : null,
  }
}

function validRows({ dataset }: AnalysisData, analysed: Analysed): Selection {
  if (analysed.kind === 'scale') return analysed.scores.known
  const { name, column } = analysed
  if (column.type === 'single' || column.type === 'multiple')
    return rowsWhere(dataset, { not: { variable: name, empty: 'any' } })
  const { states } = column
  return selectionOf(states.length, (row) => (states[row] ?? 0) > 0)
}

function choices(
  { dataset }: AnalysisData,
  analysed: Analysed,
  known: Selection,
): Pick<Countable, 'options' | 'boxes'> {
  if (analysed.kind === 'scale') return { options: [], boxes: {} }
  const { name, variable, column } = analysed
  if (column.type !== 'single' && column.type !== 'multiple') return { options: [], boxes: {} }
  const gave = (codes: readonly number[]): Known => ({
    having: rowsWhere(dataset, { variable: name, anyOf: codes }),
    known,
  })
  const substantive = variable.categories.filter(({ empty }) => empty === undefined)
  const options = substantive.map(({ code, label }) => ({
    code,
    label,
    ...gave([code]),
  }))
  if (column.type === 'multiple') return { options, boxes: {} }
  const boxed = boxesOf(substantive, variable.measurement !== 'nominal').map(
    ([box, codes]) => [box, gave(codes)] as const,
  )
  return { options, boxes: Object.fromEntries(boxed) }
}

/** The codes of each box that these answers have. */
function boxesOf(
  substantive: readonly Category[],
  ordered: boolean,
): readonly (readonly [BoxName, readonly number[]])[] {
  const codes = substantive.map(({ code }) => code).toSorted((a, b) => a - b)
  const toned = (tone: Tone): readonly number[] =>
    substantive.filter((one) => one.tone === tone).map(({ code }) => code)
  const ends = ordered && codes.length >= 4
  const boxes: readonly (readonly [BoxName, readonly number[]])[] = [
    ['lowestTwo', ends ? codes.slice(0, 2) : []],
    ['highestTwo', ends ? codes.slice(-2) : []],
    ['positive', toned('positive')],
    ['negative', toned('negative')],
  ]
  return boxes.filter(([, own]) => own.length > 0)
}

function countedAs({ dataset }: AnalysisData, analysed: Analysed): Countable['counted'] {
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
