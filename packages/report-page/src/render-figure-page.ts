import { localized } from '@klankbord/charts'
import type { LanguageCode, Publication } from '@klankbord/model'
import { figureBlock } from './figure-block.ts'
import { figureKeysOf, figureNamed } from './figure-address.ts'
import { barePage } from './bare-page.ts'
import { html } from './html.ts'
import { reportContent, type ReportContent } from './report-content.ts'
import type { PlacedFigure } from './placed-figure.ts'
import { formatDate } from './report-texts.ts'

/**
 * One figure of a publication alone, to stand in a frame on somebody else's page: its question, chart, caption and table, and
 * where it comes from. It needs no script. Null where the publication has no figure of this name.
 *
 * @param key what the figure is called, as in `knew_where`
 * @param page the address of the whole publication
 */
export function renderFigurePage(
  publication: Publication,
  key: string,
  { language, page }: { readonly language: LanguageCode; readonly page: string },
): string | null {
  const content = reportContent(publication, language)
  const placed = figureNamed(key, content)
  return placed === undefined ? null : documentOf(placed, page, content)
}

/** What every figure of a publication is called in its address, in the order of the page. */
export function figureKeys(publication: Publication): readonly string[] {
  return figureKeysOf(reportContent(publication, publication.language))
}

function documentOf(placed: PlacedFigure, page: string, content: ReportContent): string {
  const { publication, language, text, context } = content
  const { study, wave, publishedOn } = publication
  const title = localized(study.title, context)
  const asked = askedAbove(placed, content)
  const block = figureBlock(placed, { level: 3, wide: true, page, content, ...(asked !== undefined && { asked }) })
  const date = formatDate(publishedOn, language)
  const main = html`<main class="page alone">
    <h1 class="eyebrow">${title} · ${localized(wave.title, context)}</h1>
    <h2 class="vh">${text('figure', { number: placed.number })}</h2>
    ${block}
    <p class="src">
      ${text('figureFrom', { organisation: study.organisation, date })}
      <a href="${page}#${placed.id}" target="_blank" rel="noopener">${text('figureWhole')}</a>
    </p>
  </main> `
  return barePage(language, `${text('figure', { number: placed.number })} – ${title}`, main)
}

/** The question, where the heading alone would not say what it is about. */
function askedAbove({ figure, questions }: PlacedFigure, { publication, context }: ReportContent): string | undefined {
  if (figure.kind === 'comparison') return figure.subject
  const table = publication.tables.find(({ subject }) => subject.name === questions[0])
  return figure.kind === 'distribution' && table ? localized(table.subject.label, context) : undefined
}
