import { figureMarks, type Figure, type FigureMark } from '@klankbord/charts'
import { html, markup, type Html } from './html.ts'
import { allFigures, type ReportContent } from './report-content.ts'

/** What the enhancement reads: the figures by the number on their element, and its words. */
export interface FigureData {
  readonly figures: Readonly<Record<string, Figure>>
  /** What their marks say, a list for each row. */
  readonly marks: Readonly<Record<string, readonly (readonly FigureMark[])[]>>
  readonly words: {
    readonly chart: string
    readonly table: string
    readonly showAs: Readonly<Record<string, string>>
    readonly keys: string
    readonly copy: string
    readonly copied: string
    readonly png: string
    readonly svg: string
  }
}

/** The figures of a page as a data block that no script runs and no text can close. */
export function figureData(content: ReportContent): Html {
  const { text } = content
  const placed = allFigures(content)
  const data: FigureData = {
    figures: Object.fromEntries(placed.map(({ number, figure }) => [number, figure])),
    marks: Object.fromEntries(placed.map(({ number, figure }) => [number, figureMarks(figure)])),
    words: {
      chart: text('chart'),
      table: text('table'),
      showAs: Object.fromEntries(placed.map(({ number }) => [number, text('showAs', { number })])),
      keys: text('marksHint'),
      copy: text('copyButton'),
      copied: text('copied'),
      png: text('savePng'),
      svg: text('saveSvg'),
    },
  }
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  return html`<script type="application/json" id="figures">
    ${markup(json)}
  </script> `
}
