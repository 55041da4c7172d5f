import { localized } from '@klankbord/charts'
import { checkNumber } from '../check-number.ts'
import { html, type Html } from '../html.ts'
import type { ReportContent } from '../report-content.ts'
import { formatDate } from '../report-texts.ts'

/** The data, how to print, and how to refer to this edition. */
export function downloads(content: ReportContent, links: { readonly json: string; readonly csv: string }): Html {
  const { publication, text, language, context } = content
  const { study, edition, publishedOn, hash } = publication
  const date = formatDate(publishedOn, language)
  return html`<section id="downloads">
    <h2>${text('downloads')}</h2>
    <ul class="down">
      <li><a href="${links.csv}">${text('downloadCsv')}</a><span>CSV</span></li>
      <li><a href="${links.json}">${text('downloadJson')}</a><span>JSON</span></li>
    </ul>
    <p class="text screen">${text('print')}</p>
    <p class="cite">
      <b>${text('cite')}</b> ${study.organisation} (${publishedOn.slice(0, 4)}).
      <cite>${localized(study.title, context)}.</cite> ${text('citeRest', { edition, date, hash: checkNumber(hash) })}
    </p>
  </section> `
}
