import { authoredText } from '../authored-text.ts'
import { html, type Html } from '../html.ts'
import type { ReportContent } from '../report-content.ts'
import { spokenIn } from '../spoken-language.ts'

/** What the authors see in the figures; nothing where they wrote nothing. */
export function conclusions(content: ReportContent): Html | false {
  const { publication, text, language } = content
  const said = publication.texts?.conclusions ?? []
  if (said.length === 0) return false
  return html`<section id="conclusions">
    <h2>${text('conclusions')}</h2>
    <ul class="text said">
      ${said.map((one) => html`<li dir="auto" ${spokenIn(one, content)}>${authoredText(one, publication, language)}</li> `)}
    </ul>
  </section> `
}
