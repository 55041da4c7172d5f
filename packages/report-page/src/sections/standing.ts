import type { LanguageCode } from '@klankbord/model'
import { html, type Html } from '../html.ts'
import { laterEditionLine, type LaterEdition } from '../later-edition.ts'
import { formatMoment, reportTexts } from '../report-texts.ts'

/** How a publication stands for whoever reads it; nothing of this is frozen with it. */
export interface Standing {
  /** Not published yet: for the staff of its study alone, or until an ISO moment for members. */
  readonly early?: 'draft' | { readonly until: string } | null
  readonly later?: LaterEdition | null
}

/** Above everything else: whether this may be passed on, and that a newer edition is there. */
export function standing({ early = null, later = null }: Standing, language: LanguageCode): Html {
  const text = reportTexts(language)
  const until = early === null || early === 'draft' ? null : formatMoment(early.until, language)
  return html`${early === 'draft' && html`<p class="strip">${text('draft')}</p>`}${
    until !== null && html`<p class="strip">${text('embargoed', { until })}</p>`
  }${later !== null && html`<div class="strip">${laterEditionLine(later, language)}</div>`}`
}
