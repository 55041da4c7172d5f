import type { Advice, PastAction, PublishedText } from '@klankbord/model'
import { authoredText } from '../authored-text.ts'
import { html, type Html } from '../html.ts'
import { allFigures, type ReportContent } from '../report-content.ts'
import { spokenIn } from '../spoken-language.ts'
import { formatDate } from '../report-texts.ts'

/** What clients advise, to whom and on which figures, with the answer; nothing without advice. */
export function advice(content: ReportContent): Html | false {
  const all = content.publication.advice ?? []
  if (all.length === 0) return false
  return html`<section id="advice">
    <h2>${content.text('advice')}</h2>
    <ol class="advice">
      ${all.map((one) => adviceItem(one, content))}
    </ol>
  </section> `
}

/** What came of earlier advice; nothing where that is not told. */
export function actions(content: ReportContent): Html | false {
  const all = content.publication.actions ?? []
  if (all.length === 0) return false
  return html`<section id="actions">
    <h2>${content.text('actions')}</h2>
    <p class="text">${content.text('actionsIntro')}</p>
    ${all.map((one) => actionItem(one, content))}
  </section> `
}

function adviceItem(
  { to, advice: words, reason, tables, state, answer }: Advice<PublishedText>,
  content: ReportContent,
): Html {
  const { text, publication, language } = content
  const said = (one: PublishedText): string => authoredText(one, publication, language)
  const because = reason === undefined ? '' : said(reason).trim()
  const links = figuresOf(tables, content)
  return html`<li>
    <h3 dir="auto" ${spokenIn(words, content)}>${said(words)}</h3>
    <p>${text('adviceTo', { to: said(to) })}</p>
    ${reason !== undefined && because !== '' && html`<p>${text('adviceBecause')} <span class="said" dir="auto" ${spokenIn(reason, content)}>${because}</span></p> `}${
      links.length > 0 && html`<p class="src">${text('adviceFigures')} ${links}</p> `
    }
    <p>
      <b>${text(`adviceState_${state}`)}</b
      >${answer && html` ${formatDate(answer.on, language)}. <span dir="auto" ${spokenIn(answer.text, content)}>${said(answer.text)}</span>`}
    </p>
  </li> `
}

function actionItem(
  { advice: words, state, answer, done, noticed }: PastAction<PublishedText>,
  content: ReportContent,
): Html {
  const { text, publication, language } = content
  const said = (one: PublishedText): string => authoredText(one, publication, language)
  const row = (title: string, told: PublishedText): Html =>
    html`<div>
      <dt>${title}</dt>
      <dd class="said" dir="auto" ${spokenIn(told, content)}>${said(told)}</dd>
    </div> `
  return html`<article class="done">
    <p><b>${text(`actionState_${state}`)}</b></p>
    <h3 dir="auto" ${spokenIn(words, content)}>“${said(words)}”</h3>
    <dl>
      ${answer && row(text('actionAnswer', { date: formatDate(answer.on, language) }), answer.text)}${
        done && row(text(state === 'notDone' ? 'actionWhyNot' : 'actionDone'), done)
      }${noticed && row(text('actionNoticed'), noticed)}
    </dl>
  </article> `
}

/** Links to the figures in which a table is shown. */
function figuresOf(tables: readonly string[], content: ReportContent): readonly Html[] {
  const { publication, text } = content
  const wanted = publication.tables.filter(({ id }) => tables.includes(id))
  const crossed = content.crossings.flatMap(({ questions }) => questions.map((one) => ({ ...one, questions: [] })))
  const figures = [...allFigures(content), ...crossed].filter(({ questions, figure }) =>
    wanted.some(({ id, subject, by }) =>
      figure.kind === 'comparison' ? figure.name === id : by === null && questions.includes(subject.name),
    ),
  )
  return figures.map(({ id, number }) => html`<a href="#${id}">${text('figure', { number })}</a> `)
}
