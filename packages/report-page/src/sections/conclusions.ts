import { authoredText } from '../authored-text.ts'
import { html, type Html } from '../html.ts'
import type { ReportContent } from '../report-content.ts'

/** What the authors see in the figures; nothing where they wrote nothing. */
export function conclusions({ publication, text, language }: ReportContent): Html | false {
  const said = publication.texts?.conclusions ?? []
  if (said.length === 0) return false
  return html`<section id="conclusions">
    <h2>${text('conclusions')}</h2>
    <ul class="text said">
      ${said.map((one) => html`<li dir="auto">${authoredText(one, publication, language)}</li> `)}
    </ul>
  </section> `
}
