import type { LanguageCode, WithdrawnPublication } from '@klankbord/model'
import { gonePage } from './gone-page.ts'
import { html } from './html.ts'
import { laterEditionLine, type LaterEdition } from './later-edition.ts'
import { withdrawnWords } from './withdrawn-words.ts'

/**
 * What stands at the address of a withdrawn publication: that it was there, why it is gone, and where to read on. A language
 * without a catalogue gets Dutch words.
 *
 * @param later the edition that replaced it, for whoever asks
 */
export function renderWithdrawn(
  withdrawn: WithdrawnPublication,
  later: LaterEdition | null,
  language: LanguageCode,
): string {
  const { title, happened, why, use } = withdrawnWords(withdrawn, language)
  const { words, organisation } = withdrawn
  const body = html`<p class="lead">${happened}</p>
    ${why !== null && html`<p>${why}</p>`} ${words !== null && html`<p lang="${withdrawn.language}">${words}</p>`}
    <p>${use}</p>
    ${later !== null && laterEditionLine(later, language)}`
  return gonePage(language, { title, organisation, body })
}
