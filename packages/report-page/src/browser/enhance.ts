import type { Figure } from '@klankbord/charts'
import type { FigureData } from '../figure-data.ts'
import { addCopying } from './add-copying.ts'
import { addMarks } from './add-marks.ts'
import { addPictures } from './add-pictures.ts'
import { addSorting } from './add-sorting.ts'
import { addSwitch } from './add-switch.ts'
import { chartThemeOf } from './chart-theme-of.ts'
import { drawPlot } from './draw-plot.ts'
import { reportTrouble } from './report-trouble.ts'

/**
 * Enhances a report page: each chart gets a switch to its table and words at its marks, its table sorts, and it is drawn by Chart.js when it comes into view.
 * Without the page's data, or when anything fails, the page stays as it is; its tables are never removed.
 *
 * @example enhance(document)
 */
export function enhance(page: Document): void {
  const data = figureDataOf(page)
  if (!data) return
  for (const element of page.querySelectorAll<HTMLElement>('[data-figure]')) {
    const number = element.dataset['figure'] ?? ''
    const figure = data.figures[number]
    if (!figure) continue
    const { chart, table, showAs, keys, copy, copied, png, svg } = data.words
    addSwitch(element, { chart, table, showAs: showAs[number] ?? table })
    addMarks(element, data.marks[number] ?? [], keys)
    addSorting(element, figure.language)
    addCopying(element, { copy, copied })
    addPictures(element, { png, svg })
    drawInView(element, figure)
  }
}

function figureDataOf(page: Document): FigureData | null {
  const text = page.getElementById('figures')?.textContent
  if (!text) return null
  try {
    return JSON.parse(text) as FigureData
  } catch (error) {
    reportTrouble(error)
    return null
  }
}

/** Draws the rows of a figure once it is near the view, so that a long page opens fast on an old phone. */
function drawInView(element: HTMLElement, figure: Figure): void {
  const view = element.ownerDocument.defaultView
  if (!view || !('IntersectionObserver' in view)) return
  const observer = new view.IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      observer.disconnect()
      const theme = chartThemeOf(element)
      for (const plot of element.querySelectorAll<HTMLElement>('[data-row]')) {
        drawPlot(plot, figure, Number(plot.dataset['row']), theme)
      }
    },
    { rootMargin: '200px' },
  )
  observer.observe(element)
}
