import { intervalText, pairTable, percentText, unstopped, type ComparisonRow } from '@klankbord/charts'
import type { ReleasedTable, Translate } from '@klankbord/model'
import type { CrossedQuestion, CrossingResults } from '../crossings.ts'
import { dataTableHtml, tableBox } from '../data-table-html.ts'
import { html, type Html } from '../html.ts'
import type { ReportContent } from '../report-content.ts'
import type { ReportMessage } from '../report-texts.ts'

/** What a section with crossed breakdowns is called, on its head and in the contents. */
export function crossingTitle({ sides: [first, second] }: CrossingResults, text: Translate<ReportMessage>): string {
  return text('crossingBy', { first: first.title, second: second.title })
}

/** One section for each two breakdowns that are crossed; questions without a clear difference are closed. */
export function crossings(content: ReportContent): Html {
  return html`${content.crossings.map((crossing) => crossingSection(crossing, content))}`
}

function crossingSection(crossing: CrossingResults, content: ReportContent): Html {
  const { text } = content
  const [first, second] = crossing.sides
  const hidden = hiddenPlaces(crossing)
  return html`<section id="${crossing.id}">
    <h2>${crossingTitle(crossing, text)}</h2>
    <p class="text">${text('crossingIntro', { first: first.title, second: second.title, hidden })}</p>
    ${crossing.questions.length > 0 && html`<p class="text">${comparedSentence(crossing, text)}</p> `}${crossing.questions.map(
      (question) => questionTable(question, content),
    )}${crossing.others.length > 0 && others(crossing, content)}
  </section> `
}

/** Cells of questions with positive answers; of other questions the rows, and answers within those that are shown. */
function hiddenPlaces({ questions, others: tables }: CrossingResults): number {
  const cells = questions.flatMap(({ figure }) => figure.rows.filter(({ status }) => status === 'hidden'))
  const rows = tables.flatMap(({ groups }) =>
    groups.flatMap((group) =>
      group.status === 'hidden' ? [group] : group.cells.filter(({ status }) => status === 'hidden'),
    ),
  )
  return cells.length + rows.length
}

function comparedSentence({ questions }: CrossingResults, text: Translate<ReportMessage>): string {
  const verdicts = questions.flatMap(({ figure }) =>
    figure.rows.flatMap((row) => (row.status === 'hidden' || row.verdict === 'notTested' ? [] : [row.verdict])),
  )
  if (verdicts.length === 0) return text('crossingNotCompared')
  const clear = verdicts.filter((verdict) => verdict !== 'noClearDifference').length
  return text('crossingCompared', { made: verdicts.length, clear })
}

function questionTable(question: CrossedQuestion, content: ReportContent): Html {
  const { figure, id, number, sentence } = question
  const { text } = content
  const isClear = figure.rows.some(
    (row) => row.status !== 'hidden' && (row.verdict === 'lower' || row.verdict === 'higher'),
  )
  const summary = html`<summary>“${unstopped(figure.subject)}” <span>${sentence}</span></summary>
    ${tableBox(text('tableOf', { number }), crossedTable(question, content))}`
  return isClear
    ? html`<details class="more pairs" id="${id}" open>${summary}</details> `
    : html`<details class="more pairs" id="${id}">${summary}</details> `
}

function crossedTable({ figure, number, columns, rows }: CrossedQuestion, content: ReportContent): Html {
  const { text, language } = content
  const { everybody, subject, measure } = figure
  const caption = [
    text('crossingCaption', { subject: unstopped(subject), measure }),
    ...(everybody ? [text('crossingEverybody', { percent: percentText(everybody.percent, language) })] : []),
    ...(figure.weighted ? [text('crossingWeighted')] : []),
  ].join(' ')
  const body = rows.map(({ label, cells }) => {
    const filled = cells.map((cell, place) => cellHtml(cell, columns[place] ?? '', content))
    return html`<tr>
      <th scope="row">${label}</th>
      ${filled}
    </tr> `
  })
  return html`<table>
    <caption>
      <b>${text('figure', { number })}.</b>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${text('crossingGroup')}</th>
        ${columns.map((label) => html`<th scope="col" class="n">${label}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${body}
    </tbody>
  </table>`
}

/** On a phone, where the head of the table is not shown, each cell names its column. */
function cellHtml(cell: ComparisonRow | null, column: string, content: ReportContent): Html {
  return html`<td class="n">
    <span class="ph">${column}</span>
    <div>${cell === null ? content.text('numbersNone') : pairHtml(cell, content)}</div>
  </td>`
}

function pairHtml(cell: ComparisonRow, { text, language }: ReportContent): Html {
  if (cell.status === 'hidden') return html`<small>${cell.why}</small>`
  const { value, valid, verdict, verdictText, status } = cell
  const mark = verdict === 'lower' ? '▼ ' : verdict === 'higher' ? '▲ ' : ''
  return html`<b>${percentText(value.percent, language)}</b> <small>${intervalText(value, language)}</small>
    <small>${text('answersCount', { count: valid })}</small> ${
      mark !== '' && html`<small class="warm">${mark}${verdictText}</small>`
    }${status === 'indicative' && html`<small>${verdictText}</small>`}`
}

/** Questions without positive answers, a row for each pair of groups. */
function others(crossing: CrossingResults, content: ReportContent): Html {
  const { text, context } = content
  const boxed = (table: ReleasedTable): Html => {
    const data = pairTable(table, context)
    return tableBox(`${data.caption} ${crossingTitle(crossing, text)}`, dataTableHtml(data, ''))
  }
  return html`<details class="all">
    <summary>${text('otherBy')}</summary>
    ${crossing.others.map(boxed)}
  </details> `
}
