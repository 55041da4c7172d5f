import type { ChartConfiguration, ChartDataset } from 'chart.js'

/** A bar from one place to another, or a point, in the row of its label; of a trend at its height in points. */
export interface ChartMark {
  readonly x: [number, number] | number
  readonly y: string | number
}

export type Marks = (ChartMark | null)[]
export type Dataset = ChartDataset<'bar' | 'scatter', Marks>
export type BarDataset = ChartDataset<'bar', Marks>

/** What all plots have: they fill their place, and answer to nothing by themselves. */
export const PLAIN: NonNullable<FigureChartConfig['options']> = {
  responsive: true,
  maintainAspectRatio: false,
  animation: false,
  events: [],
  layout: { padding: 0, autoPadding: false },
  plugins: { legend: { display: false } },
}

/** The configuration that Chart.js draws a plot with; axes unseen. */
export type FigureChartConfig = ChartConfiguration<'bar' | 'scatter', Marks, string>

/** Bars of a thickness in pixels; null leaves it to the share of the row. */
export function bars(
  thickness: number | null,
  fill: string | string[],
  edge: string | string[],
  data: Marks,
): BarDataset {
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
