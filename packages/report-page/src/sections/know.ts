import { figureSentence } from '@klankbord/charts'
import { html, type Html } from '../html.ts'
import type { ReportContent } from '../report-content.ts'
import { thingsToKnow } from '../things-to-know.ts'

/** At most three things to know, and the warning about who is missing. */
export function know(content: ReportContent): Html {
  const { text } = content
  const things = thingsToKnow(content)
  if (things.length === 0) return care(content)
  const items = things.map(
    ({ percent, words, note, source, figure }) =>
      html`<li>
        <p class="big">${percent}</p>
        <div>
          <p class="what">${words}</p>
          ${note !== '' && html`<p>${note}</p>`}
          <p class="src">${source} <a href="#${figure.id}">${text('figure', { number: figure.number })}</a></p>
        </div>
      </li> `,
  )
  return html`<section id="know">
    <h2>${text('know', { count: things.length })}</h2>
    <ol class="three">
      ${items}
    </ol>
    ${care(content)}
  </section> `
}

function care(content: ReportContent): Html {
  const { text } = content
  return html`<p class="care">
    <b>${text('careTitle')}</b> ${warning(content)} <a href="#who">${text('careLink')}</a>
  </p> `
}

function warning({ publication, representation, text, language }: ReportContent): string {
  const { answered, frame } = publication.account
  const unheard =
    frame && frame.invited > 0
      ? text('careSilent', { count: Math.max(0, frame.invited - answered) })
      : text('careOpen', { answered })
  const rows = representation?.figure.rows ?? []
  const under = rows.flatMap((row) => (row.status === 'shown' && row.verdict === 'under' ? [row.label] : []))
  const groups = new Intl.ListFormat(language, { type: 'conjunction' }).format(under)
  if (under.length > 0)
    return text(publication.recipe.weights === 'none' ? 'careUnder' : 'careUnderWeighted', { groups })
  return representation ? `${figureSentence(representation.figure)} ${unheard}` : unheard
}
