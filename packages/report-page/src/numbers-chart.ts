import { figureToSvg, formatNumber, type NumbersFigure, type NumbersRow } from '@klankbord/charts'
import { comparisonHead, numbersAxis } from './figure-axes.ts'
import { html, markup, type Html } from './html.ts'
import type { ReportContent } from './report-content.ts'

/** A number of everybody and of groups: names, numbers and verdicts as text, around the dots. */
export function numbersChart(figure: NumbersFigure, content: ReportContent): Html {
  const plots = figureToSvg(figure)
  const split = figure.rows.some(({ whole }) => !whole)
  const shown = figure.rows.some(({ status }) => status !== 'hidden')
  const kind = split ? 'dot' : 'dot one'
  const rows = figure.rows.map((row, index) => {
    const section = row.section !== undefined && html`<div class="grp">${row.section}</div>`
    return html`${section}${rowHtml(row, { plot: markup(plots[index] ?? ''), index, kind }, figure, content)}`
  })
  if (!shown) return html`${rows}`
  const axis = html`<div class="row ${kind} axis">
    <div class="lab"></div>
    <div class="plot">${markup(numbersAxis(figure))}</div>
  </div>`
  return html`${head(figure, kind, content)}${rows}${axis}`
}

function head(figure: NumbersFigure, kind: string, { text }: ReportContent): Html {
  const words = figure.measure === 'duration' ? text('numbersMedian') : text('numbersMean')
  return html`<div class="row ${kind} head">
    <div class="lab"></div>
    <div class="plot">${markup(comparisonHead(figure, text('everybody')))}</div>
    <div class="val">${words}</div>
    ${kind === 'dot' && html`<div class="verdict">${text('againstRest')}</div>`}
  </div>`
}

interface RowPlace {
  readonly plot: Html
  readonly index: number
  readonly kind: string
}

function rowHtml(
  row: NumbersRow,
  { plot, index, kind }: RowPlace,
  figure: NumbersFigure,
  content: ReportContent,
): Html {
  const { text } = content
  if (row.status === 'hidden')
    return html`<div class="row ${kind} hid">
      <div class="lab"><b>${row.label}</b></div>
      <div class="why"><i class="sw none"></i>${row.why}</div>
    </div> `
  const waits = figure.measure === 'duration'
  const clear = row.verdict === 'lower' || row.verdict === 'higher'
  const number = (waits ? row.median : row.mean) ?? text('numbersNone')
  const line = waits ? row.ninetieth && text('numbersUpTo', { ninetieth: row.ninetieth }) : row.margin
  const few = row.whole && row.status === 'indicative' && html`, ${text('few')}`
  const answers = `${formatNumber(row.n, figure.language)} ${text('answersWord', { count: row.n })}`
  return html`<div class="row ${kind}${clear && ' clear'}">
    <div class="lab"><b>${row.label}</b><span>${answers}${few}</span></div>
    <div class="plot" data-row="${index}">${plot}</div>
    <div class="val"><b>${number}</b><span>${line}</span></div>
    ${kind === 'dot' && html`<div class="verdict">${row.verdictText}</div>`}
  </div> `
}
