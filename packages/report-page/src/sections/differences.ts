import { crossTable, percentText, unstopped, type ComparisonFigure } from '@klankbord/charts'
import { comparedWords } from '../compared-words.ts'
import { dataTableHtml, tableBox } from '../data-table-html.ts'
import { figureBlock } from '../figure-block.ts'
import { html, type Html } from '../html.ts'
import type { BreakdownResults, ReportContent } from '../report-content.ts'
import type { PlacedFigure } from '../placed-figure.ts'

/** One section for each breakdown; its figures in questionnaire order, those without a clear difference closed. */
export function differences(content: ReportContent): Html {
  return html`${content.breakdowns.map((breakdown, index) => breakdownSection(breakdown, index === 0, content))}`
}

function breakdownSection(breakdown: BreakdownResults, first: boolean, content: ReportContent): Html {
  const { text } = content
  const compared = first ? comparedGroups(content) : ''
  const figures = breakdown.figures.map((placed) => comparison(placed, content))
  return html`<section id="${breakdown.id}">
    <h2>${text('differencesBy', { by: breakdown.title })}</h2>
    ${compared !== '' && html`<p class="text">${compared}</p> `}${figures}${
      breakdown.figures.length > 1 && matrix(breakdown, content)
    }${breakdown.others.length > 0 && others(breakdown, content)}
  </section> `
}

/** Which groups were compared with what outcome; nothing where there were too few answers to compare any. */
function comparedGroups({ text, publication }: ReportContent): string {
  const { made, clear, planned } = publication.recipe.comparisons
  if (planned === 'none') return text('differencesNotPlanned')
  return [
    ...(made === 0 ? [] : [text('differencesIntro', { made }), comparedWords({ made, clear }, text)]),
    ...(planned === undefined ? [] : [text('differencesPlanned')]),
  ].join(' ')
}

function comparison(placed: PlacedFigure<ComparisonFigure>, content: ReportContent): Html {
  const { figure, sentence } = placed
  const block = figureBlock(placed, { level: 3, wide: false, asked: figure.subject, content })
  const isClear = figure.rows.some(
    (row) => row.status !== 'hidden' && (row.verdict === 'lower' || row.verdict === 'higher'),
  )
  if (isClear) return block
  return html`<details class="more">
    <summary>“${unstopped(figure.subject)}” <span>${sentence}</span></summary>
    ${block}
  </details> `
}

/** All comparisons of a breakdown in one table: a row for each question, a column for each group. */
function matrix({ title, figures }: BreakdownResults, { text, language }: ReportContent): Html {
  const groups = figures[0]?.figure.rows ?? []
  const rows = figures.map(({ figure }) => {
    const cells = figure.rows.map((row) => {
      if (row.status === 'hidden') return html`<td class="n">${text('matrixHidden')}</td>`
      const mark = row.verdict === 'lower' ? '▼ ' : row.verdict === 'higher' ? '▲ ' : ''
      return html`<td class="n${mark === '' ? '' : ' warm'}">${mark}${percentText(row.value.percent, language)}</td>`
    })
    const everybody = figure.everybody ? percentText(figure.everybody.percent, language) : text('matrixHidden')
    return html`<tr>
      <th scope="row">${figure.subject}</th>
      ${cells}
      <td class="n tot">${everybody}</td>
    </tr> `
  })
  const table = html`<table>
    <caption>
      ${text('allComparisonsCaption')}
    </caption>
    <thead>
      <tr>
        <th scope="col">${text('matrixQuestion')}</th>
        ${groups.map((row) => html`<th scope="col" class="n">${row.label}</th>`)}
        <th scope="col" class="n">${text('matrixEverybody')}</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`
  return html`<details class="all">
    <summary>${text('allComparisons')}</summary>
    ${tableBox(`${text('allComparisons')}: ${title}`, table)}
  </details> `
}

/** Questions without positive answers to compare on, as tables. */
function others(breakdown: BreakdownResults, { text, context }: ReportContent): Html {
  const tables = breakdown.others.map((table) => {
    const data = crossTable(table, context)
    return tableBox(`${data.caption} ${breakdown.title}`, dataTableHtml(data, ''))
  })
  return html`<details class="all">
    <summary>${text('otherBy')}</summary>
    ${tables}
  </details> `
}
