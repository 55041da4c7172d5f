import type { Figure } from '@klankbord/charts'
import { html, markup, type Html } from './html.ts'
import { allFigures, type ReportContent } from './report-content.ts'

/** What the enhancement reads: the figures by the number on their element, and its words. */
export interface FigureData {
  readonly figures: Readonly<Record<string, Figure>>
  readonly words: { readonly chart: string; readonly table: string; readonly showAs: Readonly<Record<string, string>> }
}

/** The figures of a page as a data block that no script runs and no text can close. */
export function figureData(content: ReportContent): Html {
  const { text } = content
  const placed = allFigures(content)
  const data: FigureData = {
    figures: Object.fromEntries(placed.map(({ number, figure }) => [number, figure])),
    words: {
      chart: text('chart'),
      table: text('table'),
      showAs: Object.fromEntries(placed.map(({ number }) => [number, text('showAs', { number })])),
    },
  }
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  return html`<script type="application/json" id="figures">
    ${markup(json)}
  </script> `
}
