import { directionOf, type LanguageCode } from '@klankbord/model'
import { html, markup, type Html } from './html.ts'
import { REPORT_STYLE } from './report-style.ts'

/** What stands in the place of a publication that is gone: a complete HTML document without a script, in the council page's style. */
export function gonePage(
  language: LanguageCode,
  { title, organisation, body }: { readonly title: string; readonly organisation: string; readonly body: Html },
): string {
  return html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} – ${organisation}</title>
        ${STYLE}
      </head>
      <body>
        <main id="main" class="page">
          <section>
            <h1>${title}</h1>
            ${body}
          </section>
        </main>
      </body>
    </html> `.text
}

/** Written in one piece: white space inside the element would change its hash. */
const STYLE = markup(`<style>${REPORT_STYLE}</style>`)
