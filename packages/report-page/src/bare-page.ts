import { directionOf, type LanguageCode } from '@klankbord/model'
import { html, markup, type Html } from './html.ts'
import { REPORT_STYLE } from './report-style.ts'

/** A complete HTML document in the council page's style, without a script and not for search engines. */
export function barePage(language: LanguageCode, title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        ${STYLE}
      </head>
      <body>
        ${body}
      </body>
    </html> `.text
}

/** Written in one piece: white space inside the element would change its hash. */
const STYLE = markup(`<style>${REPORT_STYLE}</style>`)
