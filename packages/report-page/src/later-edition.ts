import type { LanguageCode } from '@klankbord/model'
import { html, type Html } from './html.ts'
import { formatDate, reportTexts } from './report-texts.ts'

/** The edition that came after the one that somebody reads. */
export interface LaterEdition {
  readonly address: string
  readonly edition: number
  /** ISO date. */
  readonly publishedOn: string
}

/** The sentence that leads to it. */
export function laterEditionLine({ address, edition, publishedOn }: LaterEdition, language: LanguageCode): Html {
  const text = reportTexts(language)
  const date = formatDate(publishedOn, language)
  return html`<p><a href="${address}">${text('laterEdition', { edition, date })}</a></p>`
}
