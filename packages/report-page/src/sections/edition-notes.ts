import { correctionWhy } from '../correction-why.ts'
import { html, type Html } from '../html.ts'
import type { ReportContent } from '../report-content.ts'
import { formatDate } from '../report-texts.ts'

/** What a reader has to know of this edition first: that it takes the place of another and why, and for whom it is. */
export function editionNotes(content: ReportContent, whole: string | undefined): Html {
  return html`${corrected(content)}${selected(content, whole)}`
}

function corrected({ publication, text, language }: ReportContent): Html | false {
  const { correction, changes, edition } = publication
  if (correction === undefined) return false
  const instead = text('correctionInstead', {
    before: correction.edition,
    date: formatDate(correction.publishedOn, language),
  })
  // Readers of this edition may have read another one last; only of that one the page tells what is different.
  const figures = changes?.since.edition === correction.edition && changes.since.sameWave ? changes.figures : undefined
  return html`<div class="care note">
    <p><b>${text('correctionTitle', { edition })}</b> ${instead} ${correctionWhy(correction, language)}</p>
    ${
      figures &&
      html`<p>
        ${text('correctionFigures', figures)}
        <a class="screen" href="#changes">${text('changes')}</a>
      </p>`
    }
  </div> `
}

function selected({ publication: { selection }, text }: ReportContent, whole: string | undefined): Html | false {
  if (selection === undefined) return false
  return html`<div class="note">
    <p>
      <b>${text(`selectionFor_${selection.audience}`)}</b> ${text('selectionWhat')}
      ${whole !== undefined && html`<a href="${whole}">${text('selectionWhole')}</a>`}
    </p>
  </div> `
}
