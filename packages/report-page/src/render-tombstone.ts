import { directionOf, localize, type LanguageCode, type PublicationTombstone } from '@klankbord/model'
import { html, markup } from './html.ts'
import { REPORT_STYLE } from './report-style.ts'
import { formatDate, reportTexts } from './report-texts.ts'

/**
 * What stands at the address of a publication whose term is over: a complete HTML document without a script, with the
 * style of the council page. A language without a catalogue gets Dutch words.
 */
export function renderTombstone(tombstone: PublicationTombstone, language: LanguageCode): string {
  const text = reportTexts(language)
  const { edition, organisation, publishedOn, removedOn, hash } = tombstone
  const title = localize(tombstone.title, language, tombstone.language)
  const dates = { published: formatDate(publishedOn, language), removed: formatDate(removedOn, language) }
  return html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${text('tombstoneTitle')} – ${organisation}</title>
        ${STYLE}
      </head>
      <body>
        <main id="main" class="page">
          <section>
            <h1>${text('tombstoneTitle')}</h1>
            <p class="lead">${text('tombstoneText', { title, organisation, edition, ...dates })}</p>
            <p>${text('tombstoneCopy')}</p>
            <p>
              <code>${inPieces(hash).map((piece) => html`${piece}<wbr />`)}</code>
            </p>
          </section>
        </main>
      </body>
    </html> `.text
}

/** A line may break after each piece, so that the number fits on a telephone. */
function inPieces(hash: string): readonly string[] {
  return hash.match(/.{1,8}/g) ?? []
}

/** Written in one piece: white space inside the element would change its hash. */
const STYLE = markup(`<style>${REPORT_STYLE}</style>`)
