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
import { showTip, type TipModel } from './plot-tip.ts'
import { reportTrouble } from './report-trouble.ts'

Chart.register(BarController, BarElement, CategoryScale, LinearScale, PointElement, ScatterController, Tooltip)

/**
 * Draws one row of a figure on a canvas behind its SVG, whose lines and words stay. When drawing fails the canvas goes
 * and the SVG is as it was. Nothing moves: the bars are there already.
 *
 * @returns whether it was drawn
 */
export function drawPlot(plot: Element, figure: Figure, row: number, theme: ChartTheme): boolean {
  const holder = plot.ownerDocument.createElement('div')
  holder.className = 'live'
  const canvas = plot.ownerDocument.createElement('canvas')
  canvas.setAttribute('aria-hidden', 'true')
  holder.append(canvas)
  plot.prepend(holder)
  try {
    const config = figureToChartConfig(onlyRow(figure, row), theme)
    const tooltip = {
      enabled: false,
      filter: (item: { datasetIndex: number }) => figure.kind !== 'comparison' || item.datasetIndex === 0,
      callbacks: { title: () => '', label: (item: { raw: unknown }) => (item.raw as ChartMark | null)?.text ?? '' },
      external: ({ tooltip: model }: { tooltip: TipModel }) => showTip(holder, model),
    }
    const options = { ...config.options, animation: false as const, plugins: { ...config.options?.plugins, tooltip } }
    const { ctx } = new Chart(canvas, { ...config, options }) as { ctx: CanvasRenderingContext2D | null }
    // Chart.js only complains on the console when a device gives no drawing context.
    if (ctx === null) holder.remove()
    return ctx !== null
  } catch (error) {
    holder.remove()
    reportTrouble(error)
    return false
  }
}
