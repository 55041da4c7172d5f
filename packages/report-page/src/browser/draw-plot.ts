import { reportTrouble } from './report-trouble.ts'
import { figureToChartConfig, onlyRow, type ChartMark, type ChartTheme, type Figure } from '@klankbord/charts'
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  PointElement,
  ScatterController,
  Tooltip,
} from 'chart.js'

Chart.register(BarController, BarElement, CategoryScale, LinearScale, PointElement, ScatterController, Tooltip)

/** A drawn row. */
export type PlotChart = Chart<'bar' | 'scatter', (ChartMark | null)[], string>

/**
 * Draws one row of a figure on a canvas behind its SVG, whose lines and words stay. When drawing fails the canvas goes
 * and the SVG is as it was.
 */
export function drawPlot(
  plot: Element,
  figure: Figure,
  row: number,
  theme: ChartTheme,
  still: boolean,
): PlotChart | null {
  const holder = plot.ownerDocument.createElement('div')
  holder.className = 'live'
  const canvas = plot.ownerDocument.createElement('canvas')
  canvas.setAttribute('aria-hidden', 'true')
  holder.append(canvas)
  plot.prepend(holder)
  try {
    const config = figureToChartConfig(onlyRow(figure, row), theme)
    const tooltip = {
      displayColors: false,
      filter: (item: { datasetIndex: number }) => figure.kind !== 'comparison' || item.datasetIndex === 0,
      callbacks: { title: () => '', label: (item: { raw: unknown }) => (item.raw as ChartMark | null)?.text ?? '' },
      ...(still ? { animation: false as const } : { animation: { duration: 150 } }),
    }
    const options = {
      ...config.options,
      animation: false as const,
      plugins: { ...config.options?.plugins, tooltip },
    }
    const chart = new Chart(canvas, { ...config, options })
    if (!isDrawn(chart)) holder.remove()
    return chart
  } catch (error) {
    holder.remove()
    reportTrouble(error)
    return null
  }
}

/** Chart.js only complains on the console when a device gives no drawing context. */
function isDrawn(chart: { readonly ctx: CanvasRenderingContext2D | null }): boolean {
  return chart.ctx !== null
}
