import type { LanguageCode, PublicationTombstone } from '@klankbord/model'
import { gonePage } from './gone-page.ts'
import { html } from './html.ts'
import { tombstoneWords } from './tombstone-words.ts'

/**
 * What stands at the address of a publication whose term is over. A language without a catalogue gets Dutch words.
 */
export function renderTombstone(tombstone: PublicationTombstone, language: LanguageCode): string {
  const { title, happened, copy } = tombstoneWords(tombstone, language)
  const { hash, organisation } = tombstone
  const body = html`<p class="lead">${happened}</p>
    <p>${copy}</p>
    <p>
      <code>${inPieces(hash).map((piece) => html`${piece}<wbr />`)}</code>
    </p>`
  return gonePage(language, { title, organisation, body })
}

/** A line may break after each piece, so that the number fits on a telephone. */
function inPieces(hash: string): readonly string[] {
  return hash.match(/.{1,8}/g) ?? []
}
