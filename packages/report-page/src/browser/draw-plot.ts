import { figureToChartConfigs, type ChartTheme, type Figure } from '@klankbord/charts'
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineElement,
  PointElement,
  ScatterController,
} from 'chart.js'
import { reportTrouble } from './report-trouble.ts'

Chart.register(BarController, BarElement, CategoryScale, LinearScale, LineElement, PointElement, ScatterController)

/**
 * Draws one row of a figure on a canvas behind its SVG, whose lines and words stay. When drawing fails the canvas goes
 * and the SVG is as it was. Nothing moves: the bars are there already.
 *
 * @returns whether it was drawn
 */
export function drawPlot(plot: Element, figure: Figure, row: number, theme: ChartTheme): boolean {
  const config = figureToChartConfigs(figure, theme)[row]
  if (config === undefined) return false
  const holder = plot.ownerDocument.createElement('div')
  holder.className = 'live'
  const canvas = plot.ownerDocument.createElement('canvas')
  canvas.setAttribute('aria-hidden', 'true')
  holder.append(canvas)
  plot.prepend(holder)
  try {
    const { ctx } = new Chart(canvas, config) as { ctx: CanvasRenderingContext2D | null }
    // Chart.js only complains on the console when a device gives no drawing context.
    if (ctx === null) holder.remove()
    return ctx !== null
  } catch (error) {
    holder.remove()
    reportTrouble(error)
    return false
  }
}
