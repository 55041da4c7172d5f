import type { EditionCorrection, LanguageCode } from '@klankbord/model'
import { correctionWhy } from './correction-why.ts'
import { html, type Html } from './html.ts'
import { formatDate, reportTexts } from './report-texts.ts'

/** The edition that came after the one that somebody reads. */
export interface LaterEdition {
  readonly address: string
  readonly edition: number
  /** ISO date. */
  readonly publishedOn: string
  /** Why it came; nothing is said of it when left out. */
  readonly correction?: EditionCorrection
}

/** The sentence that leads to it, and why it came. */
export function laterEditionLine(
  { address, edition, publishedOn, correction }: LaterEdition,
  language: LanguageCode,
): Html {
  const text = reportTexts(language)
  const date = formatDate(publishedOn, language)
  return html`<p>
    <a href="${address}">${text('laterEdition', { edition, date })}</a
    >${correction !== undefined && html` ${correctionWhy(correction, language)}`}
  </p>`
}
