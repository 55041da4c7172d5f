import {
  bars,
  PLAIN,
  type BarDataset,
  type ChartMark,
  type Dataset,
  type FigureChartConfig,
  type Marks,
} from './chart-parts.ts'
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
import type { NumbersFigure } from './numbers/numbers-figure.ts'
import { trendChart } from './trend/trend-chart.ts'
import type { TrendFigure } from './trend/trend-figure.ts'

/**
 * The Chart.js configurations of a figure, one for each row as `figureToSvg` has its plots. Values, order, domain and labels
 * are those of the figure; a hidden row has no mark.
 */
export function figureToChartConfigs(
  figure: Figure,
  theme: ChartTheme = DEFAULT_CHART_THEME,
): readonly FigureChartConfig[] {
  if (figure.kind === 'trend') return figure.rows.map((panel) => trendChart(figure, panel, theme))
  return figure.rows.map((_row, at) => rowChart(onlyRow(figure, at), theme))
}

/** Horizontal, with one category. */
function rowChart(figure: Exclude<Figure, TrendFigure>, theme: ChartTheme): FigureChartConfig {
  return {
    type: 'bar',
    data: { labels: figure.rows.map((row) => row.label), datasets: datasetsOf(figure, theme) },
    options: {
      ...PLAIN,
      indexAxis: 'y',
      scales: {
        x: { type: 'linear', display: false, min: figure.domain.min, max: figure.domain.max },
        y: { type: 'category', display: false },
      },
    },
  }
}

/** A figure of one row of it, on the same domain. */
function onlyRow<F extends Figure>(figure: F, index: number): F {
  return { ...figure, rows: figure.rows.slice(index, index + 1) }
}

function datasetsOf(figure: Exclude<Figure, TrendFigure>, theme: ChartTheme): Dataset[] {
  switch (figure.kind) {
    case 'agreement':
      return agreementDatasets(figure, theme)
    case 'comparison':
      return dotDatasets(comparedRows(figure), theme)
    case 'distribution':
      return [distributionDataset(figure, theme)]
    case 'account':
      return [accountDataset(figure, theme)]
    case 'representation':
      return representationDatasets(figure, theme)
    case 'numbers':
      return dotDatasets(numberRows(figure), theme)
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
        segment ? { x: [segment.from, segment.to], y: figure.rows[place]?.label ?? '' } : null,
      ),
    )
  })
}

/** An interval has its ends drawn and nothing between them. */
const CAPS = { left: 1.5, right: 1.5, top: 0, bottom: 0 }

/** A dot with its line, as a comparison and numbers have it. */
interface DotRow {
  readonly label: string
  readonly mark: { readonly at: number; readonly from: number; readonly to: number } | null
  readonly clear: boolean
  readonly few: boolean
}

function comparedRows(figure: ComparisonFigure): readonly DotRow[] {
  return figure.rows.map((row) => ({
    label: row.label,
    mark: row.status === 'hidden' ? null : row.value,
    clear: row.status !== 'hidden' && (row.verdict === 'lower' || row.verdict === 'higher'),
    few: row.status === 'indicative',
  }))
}

function numberRows(figure: NumbersFigure): readonly DotRow[] {
  return figure.rows.map((row) => ({
    label: row.label,
    mark: row.status === 'hidden' ? null : row.mark,
    clear: row.status !== 'hidden' && (row.verdict === 'lower' || row.verdict === 'higher'),
    few: row.status === 'indicative',
  }))
}

function dotDatasets(rows: readonly DotRow[], theme: ChartTheme): Dataset[] {
  const mark = (place: (value: { at: number; from: number; to: number }) => ChartMark['x']): Marks =>
    rows.map((row) => (row.mark === null ? null : { x: place(row.mark), y: row.label }))
  const clear = rows.map((row) => row.clear)
  const few = rows.map((row) => row.few)
  const colours = clear.map((isClear) => (isClear ? theme.warm : theme.accent))
  const radius = clear.map((isClear) => (isClear ? 8 : 6))
  const interval = rows.map((row): ChartMark | null =>
    row.mark === null || row.mark.from === row.mark.to ? null : { x: [row.mark.from, row.mark.to], y: row.label },
  )
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

function distributionDataset({ rows }: DistributionFigure, theme: ChartTheme): Dataset {
  const fill = rows.map(({ status }) => (status === 'indicative' ? theme.surface : theme.accent))
  const marks = rows.map((row): ChartMark | null =>
    row.status === 'hidden' ? null : { x: [0, row.value.at], y: row.label },
  )
  return bars(20, fill, theme.accent, marks)
}

function accountDataset(figure: AccountFigure, theme: ChartTheme): Dataset {
  const steps = figure.rows.map(({ step }) => step)
  const counted = steps.map((step) => step === 'answered' || step === 'came' || step === 'part')
  return bars(
    18,
    steps.map((step, at) => (counted[at] ? theme.accent : step === 'lost' ? theme.steps[3].fill : theme.surface)),
    counted.map((isCounted) => (isCounted ? theme.accent : theme.edge)),
    figure.rows.map((row) => ({ x: [row.from, row.to], y: row.label })),
  )
}

/** Two bars in a row: people above, answers below. */
function representationDatasets(figure: RepresentationFigure, theme: ChartTheme): Dataset[] {
  const marks = (side: 'population' | 'answers'): Marks =>
    figure.rows.map((row) => (row.status === 'hidden' ? null : { x: [0, row[side].at], y: row.label }))
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
