import type { TrendDifference } from '@klankbord/model'
import { chartTexts, formatNumber, intervalText, percentText, type ChartMessage } from '../chart-texts.ts'
import type { DataTable, TableRow } from '../data-table.ts'
import { breaksText } from './trend-sentence.ts'
import type { TrendFigure, TrendRound } from './trend-figure.ts'

/** The numbers of a trend: a row for each round of each question. */
export function trendTable({ rows, language }: TrendFigure): DataTable {
  const text = chartTexts(language)
  const columns: readonly ChartMessage[] = [
    'columnRound',
    'columnAnswers',
    'columnPositive',
    'columnMargin',
    'columnSince',
    'columnBreak',
  ]
  return {
    caption: text('tableTrend'),
    head: columns.map((column) => text(column)),
    rows: rows.flatMap(({ label, rounds }) =>
      rounds.map((round, at): TableRow => ({ ...rowOf(round, language), ...(at === 0 && { section: label }) })),
    ),
  }
}

function rowOf(round: TrendRound, language: string): TableRow {
  const text = chartTexts(language)
  const header = round.name
  const differs = round.differs.length === 0 ? text('none') : breaksText(round.differs, language)
  if (round.status === 'hidden') return { header, cells: [], why: text('notShown') }
  const { value, n, difference } = round
  return {
    header,
    cells: [
      round.status === 'indicative'
        ? `${formatNumber(n, language)} (${text('fewAnswers')})`
        : formatNumber(n, language),
      percentText(value.percent, language),
      intervalText(value, language),
      difference === null ? text('none') : differenceText(difference, language),
      differs,
    ],
  }
}

/** In points, with its margin. */
function differenceText({ difference, low, high, verdict }: TrendDifference, language: string): string {
  const text = chartTexts(language)
  if (verdict === 'tooFewToSay') return text('fewAnswers')
  const [points, from, to] = [difference, low, high].map((share) => signed(Math.round(share * 100)))
  return text('trendPoints', { points: points ?? '', low: from ?? '', high: to ?? '' })
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0'
}
