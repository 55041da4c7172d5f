import { chartTexts, panelLabel, panelSentence, trendSentence, trendSvg, trendTable } from '@klankbord/charts'
import { comparedWords } from '../compared-words.ts'
import { dataTableHtml, tableBox } from '../data-table-html.ts'
import { html, markup, type Html } from '../html.ts'
import type { ReportContent } from '../report-content.ts'

/** How figures went since earlier rounds: a plot and a sentence for each question, and all numbers in one table. */
export function trend({ trend: placed, text, language, publication }: ReportContent): Html | false {
  if (placed === null) return false
  const { figure, number, id } = placed
  const words = chartTexts(language)
  const panels = figure.panels.map((panel) => {
    const verdict = panel.rounds.at(-2)?.difference?.verdict
    const clear = verdict === 'higher' ? ' rise' : verdict === 'lower' ? ' fall' : ''
    const mark = verdict === 'higher' ? '▲ ' : verdict === 'lower' ? '▼ ' : ''
    return html`<div class="panel${clear}">
      <h4>${panel.label}</h4>
      <div class="plot" role="img" aria-label="${panelLabel(panel, language)}">${markup(trendSvg(figure, panel))}</div>
      <p class="verdict">${mark}${panelSentence(panel, language)}</p>
    </div> `
  })
  const broken = figure.panels.some(({ rounds }) => rounds.some(({ differs }) => differs.length > 0))
  const caption = (key: string, said: string): Html => html`<span><i>${key}</i> ${said}</span>`
  const { made, clear } = publication.trend?.comparisons ?? { made: 0, clear: 0 }
  return html`<section id="trend">
    <h2>${text('trend')}</h2>
    ${made > 0 && html`<p class="text">${text('trendIntro', { made })} ${comparedWords({ made, clear }, text)}</p> `}
    <div class="fig wide" id="${id}">
      <figure aria-labelledby="${id}-t">
        <h3 id="${id}-t">${trendSentence(figure)}</h3>
        <div class="panels">${panels}</div>
        <figcaption>
          <b>${text('figure', { number })}</b>${caption(words('captionNumbers'), words('trendNumbers'))}${caption(
            words('captionLine'),
            words('trendLineExplained'),
          )}${broken && caption(words('captionBreak'), words('trendBreakExplained'))}
        </figcaption>
      </figure>
      <details class="numbers">
        <summary>${text('numbersOf', { number })}</summary>
        ${tableBox(text('tableOf', { number }), dataTableHtml(trendTable(figure), text('tableAt', { number })))}
      </details>
    </div>
  </section> `
}
