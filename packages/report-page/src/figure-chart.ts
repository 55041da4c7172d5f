import {
  accountCountText,
  figureToSvg,
  formatNumber,
  intervalText,
  percentText,
  sumLabel,
  type AccountFigure,
  type AgreementFigure,
  type ComparisonFigure,
  type DistributionFigure,
  type Figure,
  type HiddenRow,
  type RepresentationFigure,
} from '@klankbord/charts'
import { agreementHead, comparisonAxis, comparisonHead } from './figure-axes.ts'
import { html, markup, type Html } from './html.ts'
import { numbersChart } from './numbers-chart.ts'
import type { ReportContent } from './report-content.ts'
import { trendPanels } from './trend-panels.ts'

/** The chart of a figure: names, numbers and verdicts as text, around the plots. */
export function figureChart(figure: Figure, content: ReportContent): Html {
  switch (figure.kind) {
    case 'agreement':
      return agreementChart(figure, content)
    case 'comparison':
      return comparisonChart(figure, content)
    case 'distribution':
      return distributionChart(figure, content)
    case 'account':
      return accountTable(figure, content)
    case 'representation':
      return representationChart(figure, content)
    case 'trend':
      return trendPanels(figure)
    case 'numbers':
      return numbersChart(figure, content)
  }
}

/** The plot of each row, in order; an enhanced page draws the same row in it. */
function plots(figure: Figure): readonly Html[] {
  return figureToSvg(figure).map((svg, row) => html`<div class="plot" data-row="${row}">${markup(svg)}</div>`)
}

function why(row: HiddenRow): Html {
  return html`<div class="why"><i class="sw none"></i>${row.why}</div>`
}

function agreementChart(figure: AgreementFigure, { text }: ReportContent): Html {
  const plot = plots(figure)
  const order = [1, 2, 4, 5, 3]
  const key = figure.columns
    .toSorted((a, b) => order.indexOf(a.step) - order.indexOf(b.step))
    .map((column) => html`<span><i class="sw s${column.step}"></i>${column.label}</span>`)
  const head = html`<div class="row div head">
    <div class="lab"></div>
    <div class="val">${sumLabel(figure.agreeing, figure.language)}</div>
    <div class="plot">${markup(agreementHead(figure))}</div>
    <div class="na">${text('noOpinionHead')}</div>
    <div class="nn">${text('amountHead')}</div>
  </div>`
  const rows = figure.rows.map((row, index) => {
    const few = row.status === 'indicative' && html`<span class="few">${text('few')}</span>`
    const label = html`<div class="lab">${row.label}${few}</div>`
    if (row.status === 'hidden') return html`<div class="row div hid">${label}${why(row)}</div> `
    const none = formatNumber(row.noOpinion, figure.language)
    const valid = formatNumber(row.valid, figure.language)
    return html`<div class="row div">
      ${label}
      <div class="val">
        <b>${percentText(row.positive.percent, figure.language)}</b
        ><span>${intervalText(row.positive, figure.language)}</span>
      </div>
      ${plot[index]}
      <div class="na">${none}<span class="ph"> ${text('noOpinionHead')}</span></div>
      <div class="nn">${valid}<span class="ph"> ${text('answersHead')}</span></div>
    </div> `
  })
  if (figure.rows.every(({ status }) => status === 'hidden')) return html`${rows}`
  return html`<div class="key">${key}</div>
    ${head}${rows}`
}

function comparisonChart(figure: ComparisonFigure, { text }: ReportContent): Html {
  const plot = plots(figure)
  const rows = figure.rows.map((row, index) => {
    if (row.status === 'hidden') {
      return html`<div class="row dot hid">
        <div class="lab"><b>${row.label}</b></div>
        ${why(row)}
      </div> `
    }
    const clear = row.verdict === 'lower' || row.verdict === 'higher'
    const answers = text('answersCount', { count: row.valid })
    return html`<div class="row dot${clear ? ' clear' : ''}">
      <div class="lab"><b>${row.label}</b><span>${answers}</span></div>
      ${plot[index]}
      <div class="val">
        <b>${percentText(row.value.percent, figure.language)}</b
        ><span>${intervalText(row.value, figure.language)}</span>
      </div>
      <div class="verdict">${row.verdictText}</div>
    </div> `
  })
  if (figure.rows.every(({ status }) => status === 'hidden')) return html`${rows}`
  const said = figure.everybody
    ? text('everybodyAt', { percent: percentText(figure.everybody.percent, figure.language) })
    : ''
  const head = html`<div class="row dot head">
    <div class="lab"></div>
    <div class="plot">${markup(comparisonHead(figure, said))}</div>
    <div class="val">${text('positiveHead')}</div>
    <div class="verdict">${text('againstRest')}</div>
  </div>`
  const axis = html`<div class="row dot axis">
    <div class="lab"></div>
    <div class="plot">${markup(comparisonAxis(figure))}</div>
  </div>`
  return html`${head}${rows}${axis}`
}

function distributionChart(figure: DistributionFigure, { text }: ReportContent): Html {
  const plot = plots(figure)
  return html`${figure.rows.map((row, index) =>
    row.status === 'hidden'
      ? html`<div class="row bars hid">
          <div class="lab">${row.label}</div>
          ${why(row)}
        </div> `
      : html`<div class="row bars">
          <div class="lab">${row.label}</div>
          ${plot[index]}
          <div class="verdict">
            ${intervalText(row.value, figure.language)}${row.status === 'indicative' && html`, ${text('few')}`}
          </div>
        </div> `,
  )}`
}

/** The account is a table itself; its roles are written out because its rows become a grid on a phone. */
function accountTable(figure: AccountFigure, { text }: ReportContent): Html {
  const plot = plots(figure)
  const share = figure.rows.some(({ step }) => step === 'invited') ? 'invitedShare' : 'answersShare'
  const head = [text('whatHead'), text('barHead'), text('countHead'), text(share)]
  const rows = figure.rows.map(
    (row, index) =>
      html`${
          row.section !== undefined &&
          html`<tr role="row" class="sub">
            <th scope="rowgroup" role="rowheader" colspan="4">${row.section}</th>
          </tr>`
        }
        <tr role="row" class="${row.step}">
          <th scope="row" role="rowheader">${row.label}</th>
          <td role="cell" class="b">${plot[index]}</td>
          <td role="cell" class="n">${accountCountText(row, figure.language)}</td>
          <td role="cell" class="n soft">${row.percent === null ? '' : percentText(row.percent, figure.language)}</td>
        </tr> `,
  )
  return html`<table class="account" role="table">
    <thead class="vh" role="rowgroup">
      <tr role="row">
        ${head.map((name) => html`<th scope="col" role="columnheader">${name}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows}
    </tbody>
  </table>`
}

function representationChart(figure: RepresentationFigure, { text }: ReportContent): Html {
  const plot = plots(figure)
  const rows = figure.rows.map((row, index) => {
    const group = row.section !== figure.rows[index - 1]?.section && html`<div class="grp">${row.section}</div>`
    const label = html`<div class="lab">${row.label}</div>`
    if (row.status === 'hidden')
      return html`${group}
        <div class="row miss hid">${label}${why(row)}</div> `
    return html`${group}
      <div class="row miss${row.verdict === 'under' ? ' lo' : ''}">
        ${label}${plot[index]}
        <div class="verdict">${row.verdictText}</div>
      </div> `
  })
  return html`<div class="key">
      <span><i class="sw pop"></i>${text('ofAll')}</span><span><i class="sw res"></i>${text('ofAnswers')}</span>
    </div>
    ${rows}`
}
