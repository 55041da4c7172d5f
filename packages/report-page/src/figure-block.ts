import { figureCaption, figureLabel, figureToTable, unstopped } from '@klankbord/charts'
import { dataTableHtml, tableBox } from './data-table-html.ts'
import { embedLine } from './embed-line.ts'
import { figureChart } from './figure-chart.ts'
import { figureTools } from './figure-tools.ts'
import { html, type Html } from './html.ts'
import type { PlacedFigure } from './placed-figure.ts'
import type { ReportContent } from './report-content.ts'

/** How a figure stands in the page. */
export interface FigureBlockOptions {
  /** Level of its heading. */
  readonly level: 3 | 4
  /** The chart takes the whole width and the caption stands under it. */
  readonly wide: boolean
  /** The question above its heading, where the heading alone would not say what it is about. */
  readonly asked?: string
  /** Address of the page where it stands, when it stands alone; left out on that page itself. */
  readonly page?: string
  readonly content: ReportContent
}

/** A figure: the sentence, the chart with its numbers as text, the caption, and the table one tap below. */
export function figureBlock(placed: PlacedFigure, options: FigureBlockOptions): Html {
  const { figure, number, id, sentence } = placed
  const { content, level, wide, asked, page = null } = options
  const { text } = content
  const title = level === 3 ? html`<h3 id="${id}-t">${sentence}</h3>` : html`<h4 id="${id}-t">${sentence}</h4>`
  const chart =
    figure.kind === 'account' || figure.kind === 'trend'
      ? html`<div class="chart">${figureChart(figure, content)}</div>`
      : html`<div class="chart" role="img" aria-label="${figureLabel(figure)}">${figureChart(figure, content)}</div>`
  const caption = figureCaption(figure).map((entry) => html`<span><i>${entry.key}</i> ${entry.text}</span>`)
  return html`<div class="fig${wide ? ' wide' : ''}" id="${id}">
    <figure aria-labelledby="${id}-t" data-figure="${number}">
      ${asked !== undefined && html`<p class="asked">“${unstopped(asked)}”</p>`}${title} ${chart}
      <figcaption><b>${text('figure', { number })}</b>${caption}</figcaption>
    </figure>
    ${figure.kind !== 'account' && numbers(placed, content)}${figureTools(placed, content, page)}${embedLine(placed, content)}
  </div> `
}

function numbers({ figure, number }: PlacedFigure, { text }: ReportContent): Html {
  const table = dataTableHtml(figureToTable(figure), text('tableAt', { number }))
  return html`<details class="numbers">
    <summary>${text('numbersOf', { number })}</summary>
    ${tableBox(text('tableOf', { number }), table)}
  </details>`
}
