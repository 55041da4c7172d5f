import { citationOf } from '../citation.ts'
import { html, type Html } from '../html.ts'
import type { ReportContent } from '../report-content.ts'

/** Addresses of the data of a publication. */
export interface DataLinks {
  readonly json: string
  readonly csv: string
  readonly xlsx?: string
  /** Where this edition stays, absolute: part of how to refer to it. */
  readonly stays?: string
}

/** The data, how to print, and how to refer to this edition. */
export function downloads(content: ReportContent, links: DataLinks): Html {
  const { text } = content
  const { by, title, rest, address } = citationOf(content, links.stays ?? null)
  return html`<section id="downloads">
    <h2>${text('downloads')}</h2>
    <ul class="down">
      ${links.xlsx !== undefined && html`<li><a href="${links.xlsx}">${text('downloadXlsx')}</a><span>XLSX</span></li> `}
      <li><a href="${links.csv}">${text('downloadCsv')}</a><span>CSV</span></li>
      <li><a href="${links.json}">${text('downloadJson')}</a><span>JSON</span></li>
    </ul>
    <p class="text screen">${text('print')}</p>
    <p class="cite">
      <b>${text('cite')}</b> ${by} <cite>${title}</cite> ${rest}
      ${address !== null && html`<a href="${address}">${address}</a>`}
    </p>
  </section> `
}
