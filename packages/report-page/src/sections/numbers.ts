import { figureBlock } from '../figure-block.ts'
import { html, type Html } from '../html.ts'
import type { ReportContent } from '../report-content.ts'

/** Grades, scales, numbers and durations, a figure for each: everybody, and the groups of each breakdown. */
export function numbers(content: ReportContent): Html {
  const { text } = content
  if (content.numbers.length === 0) return html``
  const blurred = content.numbers.some(({ figure }) => figure.blurred)
  return html`<section id="numbers">
    <h2>${text('numbers')}</h2>
    <p class="text">${text('numbersIntro')}</p>
    ${blurred && html`<p class="text">${text('numbersRounded')}</p> `}${content.numbers.map((placed) =>
      figureBlock(placed, { level: 3, wide: false, content }),
    )}
  </section> `
}
