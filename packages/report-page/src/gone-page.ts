import type { LanguageCode } from '@klankbord/model'
import { barePage } from './bare-page.ts'
import { html, type Html } from './html.ts'

/** What stands in the place of a publication that is gone. */
export function gonePage(
  language: LanguageCode,
  { title, organisation, body }: { readonly title: string; readonly organisation: string; readonly body: Html },
): string {
  const main = html`<main id="main" class="page">
    <section>
      <h1>${title}</h1>
      ${body}
    </section>
  </main> `
  return barePage(language, `${title} – ${organisation}`, main)
}
