import { comparedWords } from '../compared-words.ts'
import { figureBlock } from '../figure-block.ts'
import { html, type Html } from '../html.ts'
import type { ReportContent } from '../report-content.ts'

/** How figures went since earlier rounds: a plot and a sentence for each question, and all numbers in one table. */
export function trend(content: ReportContent): Html | false {
  const { trend: placed, text, publication } = content
  if (placed === null) return false
  const { made, clear } = publication.trend?.comparisons ?? { made: 0, clear: 0 }
  return html`<section id="trend">
    <h2>${text('trend')}</h2>
    ${made > 0 && html`<p class="text">${text('trendIntro', { made })} ${comparedWords({ made, clear }, text)}</p> `}${figureBlock(
      placed,
      { level: 3, wide: true, content },
    )}
  </section> `
}
