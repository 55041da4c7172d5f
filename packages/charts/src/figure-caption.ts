import { chartTexts, formatNumber, type ChartMessage } from './chart-texts.ts'
import type { Figure } from './figure.ts'
import type { NumbersFigure } from './numbers/numbers-figure.ts'

/** One entry of a caption: what it tells, in a word, and the text. */
export interface CaptionEntry {
  readonly key: string
  readonly text: string
}

/** The caption of a figure, in its fixed order: the question as asked, who, and then only what this figure needs. */
export function figureCaption(figure: Figure): readonly CaptionEntry[] {
  const text = chartTexts(figure.language)
  const entry = (key: ChartMessage, words: string | null): CaptionEntry[] =>
    words ? [{ key: text(key), text: words }] : []
  const count = (value: number): string => formatNumber(value, figure.language)
  switch (figure.kind) {
    case 'agreement':
      return [
        ...entry('captionQuestion', figure.prompts.map((prompt) => text('quoted', { text: prompt })).join(' ')),
        ...entry('captionWho', text('whoOpinion')),
        ...entry('captionNumbers', text('numbersAgreement', { sum: sumLabel(figure.agreeing, figure.language) })),
        ...entry('captionWeighted', figure.weighted ? text('weightedExplained') : null),
      ]
    case 'comparison':
      return [
        ...entry('captionQuestion', text('countsAs', { statement: figure.subject, measure: figure.measure })),
        ...entry('captionWho', figure.everybody && text('whoOpinionCount', { count: figure.everybody.valid })),
        ...entry('captionLine', text('lineExplained')),
        ...entry('captionWeighted', figure.weighted ? text('weightedExplained') : null),
        ...entry('captionClear', figure.uncompared ? null : text('clearExplained')),
        ...entry('captionOrder', text('orderExplained')),
      ]
    case 'distribution':
      return [
        ...entry('captionQuestion', text('quoted', { text: figure.subject })),
        ...entry('captionWho', figure.valid === null ? null : text('whoAnswers', { count: figure.valid })),
        ...entry('captionNumbers', text(figure.multiple ? 'numbersMultiple' : 'numbersShare')),
        ...entry('captionWeighted', figure.weighted ? text('weightedExplained') : null),
        ...entry('captionOrder', text('orderExplained')),
      ]
    case 'account':
      return entry('captionSource', figure.source)
    case 'representation':
      return [
        ...entry(
          'captionCompared',
          text('comparedExplained', { population: count(figure.population), answered: count(figure.answered) }),
        ),
        ...entry('captionTooLittle', text('tooLittleExplained')),
        ...entry('captionSource', figure.source),
      ]
    case 'trend': {
      const broken = figure.rows.some(({ rounds }) => rounds.some(({ differs }) => differs.length > 0))
      return [
        ...entry('captionNumbers', text('trendNumbers')),
        ...entry('captionLine', text('trendLineExplained')),
        ...entry('captionBreak', broken ? text('trendBreakExplained') : null),
      ]
    }
    case 'numbers':
      return numbersCaption(figure)
  }
}

function numbersCaption(figure: NumbersFigure): readonly CaptionEntry[] {
  const text = chartTexts(figure.language)
  const entry = (key: ChartMessage, words: string | null): CaptionEntry[] =>
    words ? [{ key: text(key), text: words }] : []
  const whole = figure.rows.find((row) => row.whole)
  const n = whole === undefined || whole.status === 'hidden' ? null : whole.n
  const waits = figure.measure === 'duration'
  return [
    ...entry('captionQuestion', text('quoted', { text: figure.subject })),
    ...entry('captionWho', n === null ? null : text('whoNumbers', { count: n })),
    ...entry('captionNumbers', text(`numbersOf_${figure.measure}`)),
    ...entry('captionLine', text(waits ? 'lineWaits' : 'lineExplained')),
    ...entry('captionWeighted', figure.weighted ? text('weightedExplained') : null),
    ...entry('captionClear', figure.rows.some((row) => !row.whole) ? text('clearExplained') : null),
    ...entry('captionRounded', figure.blurred ? text('numbersBlurred') : null),
  ]
}

/** The name of all positive answers together. */
export function sumLabel(agreeing: boolean, language: string): string {
  return chartTexts(language)('sumPositive', { agreeing: agreeing ? 'yes' : 'no' })
}
