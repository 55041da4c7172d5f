import { changeSentence, sinceSentence } from '../change-sentence.ts'
import { html, type Html } from '../html.ts'
import type { ReportContent } from '../report-content.ts'

/** In what this publication differs from the one before it; nothing of the first. */
export function changes(content: ReportContent): Html | false {
  const { publication, text } = content
  const told = publication.changes
  if (told === undefined) return false
  const lines = told.changes.map((change) => html`<li>${changeSentence(change, content)}</li> `)
  return html`<section id="changes">
    <h2>${text('changes')}</h2>
    <p class="text">${sinceSentence(told, content)}</p>
    ${
      lines.length > 0 &&
      html`<ul class="list">
        ${lines}
      </ul> `
    }
  </section> `
}
