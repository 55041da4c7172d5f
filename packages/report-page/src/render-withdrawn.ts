import { directionOf, localize, type LanguageCode, type WithdrawnPublication } from '@klankbord/model'
import { html, markup } from './html.ts'
import { laterEditionLine, type LaterEdition } from './later-edition.ts'
import { REPORT_STYLE } from './report-style.ts'
import { formatDate, reportTexts } from './report-texts.ts'

/**
 * What stands at the address of a withdrawn publication: that it was there, why it is gone, and where to read on. A complete
 * HTML document without a script or a figure. A language without a catalogue gets Dutch words.
 *
 * @param later the edition that replaced it, for whoever asks
 */
export function renderWithdrawn(
  withdrawn: WithdrawnPublication,
  later: LaterEdition | null,
  language: LanguageCode,
): string {
  const text = reportTexts(language)
  const { edition, organisation, publishedOn, on, reason, words } = withdrawn
  const title = localize(withdrawn.title, language, withdrawn.language)
  const published = formatDate(publishedOn, language)
  const happened = reason === null ? '' : text('withdrawnOn', { date: formatDate(on, language) })
  return html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${text('withdrawnTitle')} – ${organisation}</title>
        ${STYLE}
      </head>
      <body>
        <main id="main" class="page">
          <section>
            <h1>${text('withdrawnTitle')}</h1>
            <p class="lead">${text('withdrawnText', { title, organisation, edition, published })} ${happened}</p>
            ${reason !== null && reason !== 'other' && html`<p>${text(`withdrawnWhy_${reason}`)}</p>`}
            ${words !== null && html`<p lang="${withdrawn.language}">${words}</p>`}
            <p>${text('withdrawnUse')}</p>
            ${later !== null && laterEditionLine(later, language)}
          </section>
        </main>
      </body>
    </html> `.text
}

/** Written in one piece: white space inside the element would change its hash. */
const STYLE = markup(`<style>${REPORT_STYLE}</style>`)
