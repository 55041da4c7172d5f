import { localize, type Publication } from '@klankbord/model'
import { html, markup } from '../html.ts'
import { REPORT_STYLE } from '../report-style.ts'
import { formatDate, reportTexts } from '../report-texts.ts'

/** A publication of a site, and the relative address of its page. */
export interface ListedPublication {
  readonly publication: Publication
  readonly page: string
}

/** The first page of a site of several publications: which there are, newest first, in the language of the newest. */
export function renderSiteIndex(listed: readonly ListedPublication[]): string {
  const newest = listed.toSorted((one, other) =>
    other.publication.publishedOn.localeCompare(one.publication.publishedOn),
  )
  const language = newest[0]?.publication.language ?? 'nl'
  const text = reportTexts(language)
  const title = text('siteTitle')
  const rows = newest.map(({ publication: { study, wave, edition, publishedOn, language: own }, page }) => {
    const date = formatDate(publishedOn, language)
    return html`<li>
      <a href="${page}" lang="${own}">${localize(study.title, own, own)} · ${localize(wave.title, own, own)}</a
      ><span>${study.organisation}, ${text('siteEdition', { edition, date })}</span>
    </li> `
  })
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${markup(`<style>${REPORT_STYLE}</style>`)}
      </head>
      <body>
        <main class="page">
          <section>
            <h1>${title}</h1>
            <ul class="down">
              ${rows}
            </ul>
          </section>
        </main>
      </body>
    </html> `.text
}
