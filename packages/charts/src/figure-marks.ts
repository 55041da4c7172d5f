import { accountCountText } from './account-figure.ts'
import { chartTexts, intervalText, percentText } from './chart-texts.ts'
import type { Figure } from './figure.ts'
import type { Measured } from './measured.ts'
import type { NumbersFigure, NumbersRow } from './numbers/numbers-figure.ts'
import { placeOf } from './plot-parts.ts'
import type { TrendPanel } from './trend/trend-figure.ts'
import { roundPlace } from './trend/trend-place.ts'

/** A mark of a plot: where it is, in percent of the width, and what it says, with its interval and how many answers. */
export interface FigureMark {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** The marks of a figure, a list for each row in the order of the plots, each from left to right; none of a hidden row. */
export function figureMarks(figure: Figure): readonly (readonly FigureMark[])[] {
  const text = chartTexts(figure.language)
  const at = (value: number): number => placeOf(value, figure.domain)
  const percent = (value: number): string => percentText(value, figure.language)
  const share = (label: string, value: Pick<Measured, 'percent' | 'low' | 'high'>, n: number, few: boolean): string =>
    text('markShare', {
      label,
      share: percent(value.percent),
      interval: intervalText(value, figure.language),
      n,
      few: few ? 'yes' : 'no',
    })
  switch (figure.kind) {
    case 'agreement':
      return figure.rows.map((row) => {
        if (row.status === 'hidden') return []
        return row.segments.map((one) => ({
          from: at(one.from),
          to: at(one.to),
          text: share(one.label, one, row.valid, row.status === 'indicative'),
        }))
      })
    case 'comparison':
      return figure.rows.map((row) => {
        if (row.status === 'hidden') return []
        const words = share(row.label, row.value, row.valid, row.status === 'indicative')
        return [{ from: at(row.value.at), to: at(row.value.at), text: words }]
      })
    case 'distribution':
      return figure.rows.map((row) => {
        if (row.status === 'hidden') return []
        const words = share(row.label, row.value, figure.valid ?? 0, row.status === 'indicative')
        return [{ from: 0, to: at(row.value.at), text: words }]
      })
    case 'account':
      return figure.rows.map((row) => {
        const words = { label: row.label, count: accountCountText(row, figure.language) }
        const said =
          row.percent === null
            ? text('markCount', words)
            : text('markCountShare', { ...words, share: percent(row.percent) })
        return [{ from: at(row.from), to: at(row.to), text: said }]
      })
    case 'representation':
      return figure.rows.map((row) => {
        if (row.status === 'hidden') return []
        const { label, population, answers } = row
        const people = { label, share: percent(population.percent), n: population.count }
        const interval = intervalText(answers, figure.language)
        const came = { label, share: percent(answers.percent), interval, n: answers.count }
        return [
          { from: 0, to: at(population.at), text: text('markPopulation', people) },
          { from: 0, to: at(answers.at), text: text('markAnswers', came) },
        ]
      })
    case 'trend':
      return figure.rows.map((row) => trendMarks(row, share))
    case 'numbers':
      return figure.rows.map((row) => numberMarks(row, figure))
  }
}

type SayShare = (label: string, value: Measured, n: number, few: boolean) => string

function trendMarks({ rounds }: TrendPanel, share: SayShare): readonly FigureMark[] {
  return rounds.flatMap((round, index) => {
    if (round.status === 'hidden') return []
    const x = roundPlace(index, rounds.length)
    return [{ from: x, to: x, text: share(round.name, round.value, round.n, round.status === 'indicative') }]
  })
}

function numberMarks(row: NumbersRow, figure: NumbersFigure): readonly FigureMark[] {
  if (row.status === 'hidden' || row.mark === null) return []
  const text = chartTexts(figure.language)
  const { mean, margin, median, ninetieth, label, n, status } = row
  const wait =
    ninetieth === null
      ? text('markWaitHalf', { median: median ?? '' })
      : text('markWait', { median: median ?? '', ninetieth })
  const average = margin === null ? (mean ?? '') : text('markMean', { mean: mean ?? '', interval: margin })
  const value = figure.measure === 'duration' ? wait : average
  const x = placeOf(row.mark.at, figure.domain)
  return [
    { from: x, to: x, text: text('markNumber', { label, value, n, few: status === 'indicative' ? 'yes' : 'no' }) },
  ]
}
