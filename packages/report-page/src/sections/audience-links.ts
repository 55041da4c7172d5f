import type { Audience } from '@klankbord/model'
import { html, type Html } from '../html.ts'
import type { ReportContent } from '../report-content.ts'

/** Addresses of a publication: of the whole, and of the edition for each audience that has one. */
export interface AudienceAddresses {
  readonly everybody: string
  readonly audiences: Readonly<Partial<Record<Audience, string>>>
}

/** The way to the same figures for another audience, with where somebody is now. */
export function audienceLinks({ text, publication }: ReportContent, addresses: AudienceAddresses): Html {
  const now = publication.selection?.audience
  const link = (address: string, words: string, here: boolean): Html =>
    html`<li><a href="${address}" ${here && html`aria-current="page"`}>${words}</a></li> `
  return html`<nav class="for page" aria-label="${text('audiences')}">
    <span>${text('audiences')}:</span>
    <ul>
      ${link(addresses.everybody, text('audienceEverybody'), now === undefined)}${(
        Object.entries(addresses.audiences) as [Audience, string][]
      ).map(([audience, address]) => link(address, text(`audience_${audience}`), now === audience))}
    </ul>
  </nav> `
}
