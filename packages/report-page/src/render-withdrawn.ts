import { localize, type LanguageCode, type WithdrawnPublication } from '@klankbord/model'
import { gonePage } from './gone-page.ts'
import { html } from './html.ts'
import { laterEditionLine, type LaterEdition } from './later-edition.ts'
import { formatDate, reportTexts } from './report-texts.ts'

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
  const text = reportTexts(language)
  const { edition, organisation, publishedOn, on, reason, words } = withdrawn
  const title = localize(withdrawn.title, language, withdrawn.language)
  const published = formatDate(publishedOn, language)
  const happened = reason === null ? '' : text('withdrawnOn', { date: formatDate(on, language) })
  const body = html`<p class="lead">
      ${text('withdrawnText', { title, organisation, edition, published })} ${happened}
    </p>
    ${reason !== null && reason !== 'other' && html`<p>${text(`withdrawnWhy_${reason}`)}</p>`}
    ${words !== null && html`<p lang="${withdrawn.language}">${words}</p>`}
    <p>${text('withdrawnUse')}</p>
    ${later !== null && laterEditionLine(later, language)}`
  return gonePage(language, { title: text('withdrawnTitle'), organisation, body })
}
