import { figureToSvg, panelLabel, panelSentence, type TrendFigure } from '@klankbord/charts'
import { html, markup, type Html } from './html.ts'

/** A plot and a sentence for each question over the rounds. */
export function trendPanels(figure: TrendFigure): Html {
  const plots = figureToSvg(figure)
  const panels = figure.rows.map((panel, row) => {
    const verdict = panel.rounds.at(-2)?.difference?.verdict
    const clear = verdict === 'higher' ? ' rise' : verdict === 'lower' ? ' fall' : ''
    const mark = verdict === 'higher' ? '▲ ' : verdict === 'lower' ? '▼ ' : ''
    const plot =
      panel.status === 'hidden'
        ? html`<div class="why"><i class="sw none"></i>${panel.why}</div>`
        : html`<div class="plot" data-row="${row}" role="img" aria-label="${panelLabel(panel, figure.language)}">
            ${markup(plots[row] ?? '')}
          </div>`
    return html`<div class="panel${clear}">
      <h4>${panel.label}</h4>
      ${plot}
      <p class="verdict">${mark}${panelSentence(panel, figure.language)}</p>
    </div> `
  })
  return html`<div class="panels">${panels}</div>`
}
