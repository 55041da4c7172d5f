import { figureKey } from './figure-address.ts'
import { html, type Html } from './html.ts'
import type { PlacedFigure } from './placed-figure.ts'
import type { ReportContent } from './report-content.ts'

/** Heights of a frame in pixels: what stands around a figure, and each row of it where it is narrow. */
const AROUND = 360
const ROW = 76

/** The way to a figure alone, and the line that shows it in a page of somebody else; nothing where it has no address. */
export function embedLine(placed: PlacedFigure, content: ReportContent): Html | false {
  const { figureAddress, text } = content
  if (figureAddress === null) return false
  const { number, figure, sentence } = placed
  const address = figureAddress(figureKey(placed, content))
  const alone = html`<a href="${address}">${text('figureAlone', { number })}</a>`
  if (!/^https?:/.test(address)) return html`<p class="src screen">${alone}</p> `
  const frame = html`<iframe
    src="${address}"
    title="${sentence}"
    width="100%"
    height="${AROUND + ROW * figure.rows.length}"
    loading="lazy"
    frameborder="0"
  ></iframe>`
  return html`<details class="numbers embed screen">
    <summary>${text('embed', { number })}</summary>
    <p class="src">${text('embedHow')} ${alone}</p>
    <pre><code>${oneLine(frame)}</code></pre>
  </details> `
}

function oneLine({ text }: Html): string {
  return text.replaceAll(/\s+/g, ' ').replace(' >', '>')
}
