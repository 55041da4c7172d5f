import type { ChartTheme } from '../chart-theme.ts'
import { PLAIN, type Dataset, type FigureChartConfig, type Marks } from '../chart-parts.ts'
import type { TrendFigure, TrendPanel, TrendRound } from './trend-figure.ts'
import { BOTTOM, HEIGHT, roundPlace, TOP } from './trend-place.ts'

/** The Chart.js configuration of one question: places across in percent of the width, heights in points. */
export function trendChart({ domain }: TrendFigure, { rounds }: TrendPanel, theme: ChartTheme): FigureChartConfig {
  return {
    type: 'scatter',
    data: { labels: rounds.map(({ name }) => name), datasets: datasetsOf(rounds, theme) },
    options: {
      ...PLAIN,
      layout: { padding: { left: 0, right: 0, top: TOP, bottom: HEIGHT - BOTTOM }, autoPadding: false },
      scales: {
        x: { type: 'linear', display: false, min: 0, max: 100 },
        y: { type: 'linear', display: false, min: domain.min, max: domain.max },
      },
    },
  }
}

/** Points on their lines on their intervals: what comes first lies on top. */
function datasetsOf(rounds: readonly TrendRound[], theme: ChartTheme): Dataset[] {
  const place = (index: number): number => roundPlace(index, rounds.length)
  const shown = rounds.flatMap((round, index) => (round.status === 'hidden' ? [] : [{ ...round, x: place(index) }]))
  const point = shown.map(({ comparable }) => (comparable ? theme.accent : theme.edge))
  const hollow = shown.map(({ comparable, status }) => !comparable || status === 'indicative')
  const ends = shown.flatMap(({ x, value }): Marks => [
    { x, y: value.from },
    { x, y: value.to },
  ])
  const intervals = shown.flatMap(({ x, value }): Marks => [{ x, y: value.from }, { x, y: value.to }, null])
  return [
    {
      ...dots(shown.map(({ x, value }) => ({ x, y: value.at }))),
      pointRadius: 5,
      pointBackgroundColor: point.map((colour, at) => (hollow[at] ? theme.paper : colour)),
      pointBorderColor: point.map((colour, at) => (hollow[at] ? colour : theme.paper)),
      pointBorderWidth: hollow.map((isHollow) => (isHollow ? 2 : 1.5)),
    },
    line(joinedRounds(rounds, place, true), theme.accent, 2.25),
    line(joinedRounds(rounds, place, false), theme.edge, 2.25),
    { ...dots(ends), pointStyle: 'line', pointRadius: 4, pointBorderColor: theme.ink, pointBorderWidth: 1.5 },
    line(intervals, theme.ink, 1.5),
  ]
}

/** Lines between rounds that may be set beside each other, before or after the last break. */
function joinedRounds(rounds: readonly TrendRound[], place: (index: number) => number, comparable: boolean): Marks {
  return rounds.slice(1).flatMap((round, before): Marks => {
    const one = rounds[before]
    if (one === undefined || one.status === 'hidden' || round.status === 'hidden' || round.differs.length > 0) return []
    if (one.comparable !== comparable) return []
    return [{ x: place(before), y: one.value.at }, { x: place(before + 1), y: round.value.at }, null]
  })
}

function dots(data: Marks): Dataset {
  return { type: 'scatter', label: '', data, clip: false }
}

function line(data: Marks, colour: string, width: number): Dataset {
  return { ...dots(data), showLine: true, spanGaps: false, pointRadius: 0, borderColor: colour, borderWidth: width }
}
