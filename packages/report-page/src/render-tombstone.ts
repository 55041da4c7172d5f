import { localize, type LanguageCode, type PublicationTombstone } from '@klankbord/model'
import { gonePage } from './gone-page.ts'
import { html } from './html.ts'
import { formatDate, reportTexts } from './report-texts.ts'

/**
 * What stands at the address of a publication whose term is over. A language without a catalogue gets Dutch words.
 */
export function renderTombstone(tombstone: PublicationTombstone, language: LanguageCode): string {
  const text = reportTexts(language)
  const { edition, organisation, publishedOn, removedOn, hash } = tombstone
  const title = localize(tombstone.title, language, tombstone.language)
  const dates = { published: formatDate(publishedOn, language), removed: formatDate(removedOn, language) }
  const body = html`<p class="lead">${text('tombstoneText', { title, organisation, edition, ...dates })}</p>
    <p>${text('tombstoneCopy')}</p>
    <p>
      <code>${inPieces(hash).map((piece) => html`${piece}<wbr />`)}</code>
    </p>`
  return gonePage(language, { title: text('tombstoneTitle'), organisation, body })
}

/** A line may break after each piece, so that the number fits on a telephone. */
function inPieces(hash: string): readonly string[] {
  return hash.match(/.{1,8}/g) ?? []
}
