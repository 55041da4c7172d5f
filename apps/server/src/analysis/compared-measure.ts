import { problem, type Category, type LocalizedText } from '@klankbord/model'
import { selectionOf, type Measurements } from '@klankbord/statistics'
import { averagedNumbers, hasMean, type Analysed } from './analysed-variable.ts'
import type { AnalysisData } from './analysis-data.ts'
import { givers, type Known } from './share-figures.ts'

/** Which share is compared: of the answers that the questionnaire calls positive, or of these codes. */
export type WantedShare = 'positive' | readonly number[]

/** A share to compare, of one answer or of several together. */
export interface ComparedShare extends Known {
  /** Null for several answers together. */
  readonly code: number | null
  readonly label: LocalizedText | null
}

/** What groups are compared by. */
export type ComparedMeasure =
  | {
      readonly measure: 'shares'
      readonly shares: readonly ComparedShare[]
      /** Whether everybody gave one of these, so that they make a table. */
      readonly table: boolean
    }
  | {
      readonly measure: 'order'
      readonly numbers: Measurements
      /** What a higher place means: in the order of the codes, or more positive where the lowest code is the best answer. */
      readonly higher: 'higherCode' | 'morePositive'
    }
  | { readonly measure: 'mean'; readonly numbers: Measurements }

/**
 * The measure that fits a question: its mean where one says something, its order, or the share of each answer; of a waiting
 * time the share that still waits.
 *
 * @throws Problem `questionNotAnalysable`, `conditionNotUsable` for codes that it does not have
 */
export function comparedMeasure(
  data: AnalysisData,
  analysed: Analysed,
  share: WantedShare | undefined,
): ComparedMeasure {
  if (share !== undefined) return { measure: 'shares', shares: [together(data, analysed, share)], table: false }
  const numbers = averagedNumbers(analysed)
  if (analysed.kind === 'scale') return { measure: 'mean', numbers: numbers ?? analysed.scores }
  const { column, variable, name } = analysed
  if (column.type === 'duration') return { measure: 'shares', shares: [stillWaiting(column.states)], table: false }
  if (column.type === 'text' || column.type === 'date')
    throw problem('questionNotAnalysable', {
      question: name,
      type: variable.type,
      expected: 'a choice, a number or a waiting time',
    })
  if (numbers && hasMean(analysed)) return { measure: 'mean', numbers }
  if (numbers) return { measure: 'order', ...ordered(numbers, variable.categories) }
  const shares = substantive(variable.categories).map(({ code, label }) => ({
    code,
    label,
    ...givers(data, name, [code]),
  }))
  return { measure: 'shares', shares, table: column.type === 'single' }
}

const substantive = (categories: readonly Category[]): readonly Category[] =>
  categories.filter(({ empty }) => empty === undefined)

function together(data: AnalysisData, analysed: Analysed, share: WantedShare): ComparedShare {
  if (analysed.kind === 'scale')
    throw problem('questionNotAnalysable', {
      question: analysed.name,
      type: 'scale',
      expected: 'a question with answers to choose',
    })
  const { name, variable } = analysed
  const positive = substantive(variable.categories).filter(({ tone }) => tone === 'positive')
  const codes = share === 'positive' ? positive.map(({ code }) => code) : share
  if (codes.length === 0)
    throw problem('questionNotAnalysable', {
      question: name,
      type: variable.type,
      expected: 'answers that are called positive',
    })
  return { code: null, label: null, ...givers(data, name, codes) }
}

/** Among those who told how long, those for whom it was not over. */
function stillWaiting(states: Int16Array): ComparedShare {
  const having = selectionOf(states.length, (row) => states[row] === 2)
  const known = selectionOf(states.length, (row) => (states[row] ?? 0) > 0)
  return { code: null, label: null, having, known }
}

/** Turned round where the positive answers have the lower codes. */
function ordered(
  numbers: Measurements,
  categories: readonly Category[],
): { readonly numbers: Measurements; readonly higher: 'higherCode' | 'morePositive' } {
  const meanOf = (tone: Category['tone']): number => {
    const codes = substantive(categories).filter((one) => one.tone === tone)
    return codes.reduce((sum, { code }) => sum + code, 0) / codes.length
  }
  if (!(meanOf('positive') < meanOf('negative'))) return { numbers, higher: 'higherCode' }
  return { numbers: { ...numbers, values: numbers.values.map((value) => -value) }, higher: 'morePositive' }
}
