import { chartTexts, formatNumber, percentText } from '../chart-texts.ts'
import type { DataTable, TableRow } from '../data-table.ts'
import type { NumbersFigure, NumbersRow } from './numbers-figure.ts'

type Shown = Exclude<NumbersRow, { status: 'hidden' }>

interface Column {
  readonly head: string
  readonly cell: (row: Shown) => string
}

/** The numbers of a figure of numbers: everybody first, as in its chart. */
export function numbersTable(figure: NumbersFigure): DataTable {
  const text = chartTexts(figure.language)
  const columns = columnsOf(figure)
  const caption = [
    text(`numbersOf_${figure.measure}`),
    ...(figure.alpha === null ? [] : [text('numbersAlpha', { alpha: figure.alpha })]),
  ].join(' ')
  return {
    caption,
    head: [text('columnGroup'), ...columns.map(({ head }) => head)],
    rows: figure.rows.map((row): TableRow => {
      const section = row.section === undefined ? {} : { section: row.section }
      if (row.status === 'hidden') return { header: row.label, cells: [], why: row.why, ...section }
      return { header: row.label, cells: columns.map(({ cell }) => cell(row)), ...section }
    }),
  }
}

/** A duration has no interval but quantiles; a grade has its low and high shares; the margin is that of the mean. */
function columnsOf({ language, measure, rows, blurred }: NumbersFigure): readonly Column[] {
  const text = chartTexts(language)
  const none = text('none')
  const share = (percent: number | null): string => (percent === null ? none : percentText(percent, language))
  const split = rows.some(({ whole }) => !whole)
  const graded = measure === 'grade' && !blurred
  return [
    { head: text('numbersMean'), cell: ({ mean }) => mean ?? none },
    { head: text('columnMargin'), cell: ({ margin }) => margin ?? none },
    ...(measure === 'duration'
      ? [
          { head: text('numbersMedian'), cell: ({ median }: Shown) => median ?? none },
          { head: text('numbersNinetieth'), cell: ({ ninetieth }: Shown) => ninetieth ?? none },
        ]
      : []),
    ...(graded
      ? [
          { head: text('numbersInsufficient'), cell: ({ insufficient }: Shown) => share(insufficient) },
          { head: text('numbersGood'), cell: ({ good }: Shown) => share(good) },
        ]
      : []),
    ...(split
      ? [{ head: text('columnCompared'), cell: ({ whole, verdictText }: Shown) => (whole ? none : verdictText) }]
      : []),
    { head: text('columnAnswers'), cell: ({ n }) => formatNumber(n, language) },
  ]
}
