import type { ChartConfiguration, ChartDataset } from 'chart.js'
import { accountCountText } from './account-figure.ts'
import { type ChartTheme, DEFAULT_CHART_THEME } from './chart-theme.ts'
import type {
  AccountFigure,
  AgreementFigure,
  ComparisonFigure,
  DistributionFigure,
  Figure,
  RepresentationFigure,
  ScaleStep,
} from './figure.ts'

/** A bar from one place to another, or a point, in the row of its label; `text` is what a tooltip says. */
export interface ChartMark {
  readonly x: [number, number] | number
  readonly y: string
  readonly text: string
}

type Marks = (ChartMark | null)[]
type Dataset = ChartDataset<'bar' | 'scatter', Marks>
type BarDataset = ChartDataset<'bar', Marks>

/** The configuration that Chart.js draws a figure with: horizontal, one category for each row, axes unseen. */
export type FigureChartConfig = ChartConfiguration<'bar' | 'scatter', Marks, string>

/**
 * The Chart.js configuration of a figure. Values, order, domain and labels are those of the figure; a hidden row keeps
 * its place and has no mark.
 */
export function figureToChartConfig(figure: Figure, theme: ChartTheme = DEFAULT_CHART_THEME): FigureChartConfig {
  return {
    type: 'bar',
    data: { labels: figure.rows.map((row) => row.label), datasets: datasetsOf(figure, theme) },
    options: {
      indexAxis: 'y',
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: 0, autoPadding: false },
      scales: {
        x: { type: 'linear', display: false, min: figure.domain.min, max: figure.domain.max },
        y: { type: 'category', display: false },
      },
      plugins: { legend: { display: false } },
    },
  }
}

/** A figure of one row of it, on the same domain. */
export function onlyRow<F extends Figure>(figure: F, index: number): F {
  return { ...figure, rows: figure.rows.slice(index, index + 1) }
}

function datasetsOf(figure: Figure, theme: ChartTheme): Dataset[] {
  switch (figure.kind) {
    case 'agreement':
      return agreementDatasets(figure, theme)
    case 'comparison':
      return comparisonDatasets(figure, theme)
    case 'distribution':
      return [
        bars(
          20,
          theme.accent,
          theme.accent,
          figure.rows.map((row) => distributionMark(row)),
        ),
      ]
    case 'account':
      return [accountDataset(figure, theme)]
    case 'representation':
      return representationDatasets(figure, theme)
  }
}

/** Bars of a thickness in pixels; null leaves it to the share of the row. */
function bars(thickness: number | null, fill: string | string[], edge: string | string[], data: Marks): BarDataset {
  return {
    type: 'bar',
    label: '',
    data,
    grouped: false,
    ...(thickness === null ? {} : { barThickness: thickness }),
    backgroundColor: fill,
    borderColor: edge,
    borderWidth: 1,
    hoverBackgroundColor: fill,
    hoverBorderColor: edge,
    borderSkipped: false,
    clip: false,
  }
}

/** One dataset for each drawn part, counted from the left of a row; its colours follow the row. */
function agreementDatasets(figure: AgreementFigure, theme: ChartTheme): Dataset[] {
  const parts = Math.max(0, ...figure.rows.map((row) => (row.status === 'hidden' ? 0 : row.segments.length)))
  return Array.from({ length: parts }, (_part, part) => {
    const segments = figure.rows.map((row) => (row.status === 'hidden' ? null : (row.segments[part] ?? null)))
    const step = (place: number): ScaleStep => segments[place]?.step ?? 3
    return bars(
      24,
      segments.map((_segment, place) => theme.steps[step(place)].fill),
      segments.map((_segment, place) => theme.steps[step(place)].edge),
      segments.map((segment, place) =>
        segment
          ? {
              x: [segment.from, segment.to],
              y: figure.rows[place]?.label ?? '',
              text: `${segment.label}: ${segment.percent}%`,
            }
          : null,
      ),
    )
  })
}

/** An interval has its ends drawn and nothing between them. */
const CAPS = { left: 1.5, right: 1.5, top: 0, bottom: 0 }

function comparisonDatasets(figure: ComparisonFigure, theme: ChartTheme): Dataset[] {
  const mark = (place: (value: { at: number; from: number; to: number }) => ChartMark['x']): Marks =>
    figure.rows.map((row) =>
      row.status === 'hidden'
        ? null
        : {
            x: place(row.value),
            y: row.label,
            text: `${row.label}: ${row.value.percent}% (${row.value.low}–${row.value.high})`,
          },
    )
  const clear = figure.rows.map(
    (row) => row.status !== 'hidden' && (row.verdict === 'lower' || row.verdict === 'higher'),
  )
  const few = figure.rows.map((row) => row.status === 'indicative')
  const colours = clear.map((isClear) => (isClear ? theme.warm : theme.accent))
  const radius = clear.map((isClear) => (isClear ? 8 : 6))
  const interval = mark(({ from, to }) => [from, to])
  return [
    {
      type: 'scatter',
      label: '',
      data: mark(({ at }) => at),
      clip: false,
      pointStyle: clear.map((isClear) => (isClear ? 'rectRot' : 'circle')),
      pointRadius: radius,
      pointHoverRadius: radius,
      pointBackgroundColor: colours.map((colour, place) => (few[place] ? theme.paper : colour)),
      pointBorderColor: colours.map((colour, place) => (few[place] ? colour : theme.paper)),
      pointBorderWidth: few.map((isFew) => (isFew ? 2 : 1.5)),
    },
    { ...bars(1.5, theme.ink, theme.ink, interval), borderWidth: 0 },
    { ...bars(10, 'transparent', theme.ink, interval), borderWidth: CAPS },
  ]
}

function distributionMark(row: DistributionFigure['rows'][number]): ChartMark | null {
  return row.status === 'hidden'
    ? null
    : { x: [0, row.value.at], y: row.label, text: `${row.label}: ${row.value.percent}%` }
}

function accountDataset(figure: AccountFigure, theme: ChartTheme): Dataset {
  const steps = figure.rows.map(({ step }) => step)
  const counted = steps.map((step) => step === 'answered' || step === 'came' || step === 'part')
  return bars(
    18,
    steps.map((step, at) => (counted[at] ? theme.accent : step === 'lost' ? theme.steps[3].fill : theme.surface)),
    counted.map((isCounted) => (isCounted ? theme.accent : theme.edge)),
    figure.rows.map((row) => ({
      x: [row.from, row.to],
      y: row.label,
      text: `${row.label}: ${accountCountText(row, figure.language)}`,
    })),
  )
}

/** Two bars in a row: people above, answers below. */
function representationDatasets(figure: RepresentationFigure, theme: ChartTheme): Dataset[] {
  const marks = (side: 'population' | 'answers'): Marks =>
    figure.rows.map((row) =>
      row.status === 'hidden'
        ? null
        : { x: [0, row[side].at], y: row.label, text: `${row.label}: ${row[side].percent}%` },
    )
  const under = figure.rows.map((row) => row.status === 'shown' && row.verdict === 'under')
  const fill = under.map((isUnder) => (isUnder ? theme.warm : theme.accent))
  return [
    paired(bars(null, theme.surface, theme.edge, marks('population'))),
    paired(bars(null, fill, fill, marks('answers'))),
  ]
}

/** Beside its partner instead of on it: 15 pixels each, 2 apart, in a row of 38. */
function paired(dataset: BarDataset): BarDataset {
  return { ...dataset, grouped: true, categoryPercentage: 34 / 38, barPercentage: 15 / 17 }
}
