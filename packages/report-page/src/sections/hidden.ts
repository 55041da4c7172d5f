import { html, type Html } from '../html.ts'
import type { ReportContent } from '../report-content.ts'
import type { ReportMessage } from '../report-texts.ts'

const REASONS: readonly (readonly [reason: string, message: ReportMessage])[] = [
  ['tooFew', 'hiddenTooFew'],
  ['sensitive', 'hiddenSensitive'],
  ['uniform', 'hiddenUniform'],
  ['complementary', 'hiddenComplementary'],
]

/** What is left out, how often, and why. */
export function hidden({ publication, text }: ReportContent): Html {
  const { policy, hidden: counts, method } = publication.disclosure
  const weighted = publication.recipe.weights !== 'none'
  const known = REASONS.flatMap(([reason, message]) => {
    const count = counts[reason] ?? 0
    const said = weighted && reason === 'complementary' ? 'hiddenWeighted' : message
    return count > 0 ? [text(said, { count, least: policy.leastGroup })] : []
  })
  const names = REASONS.map(([reason]) => reason)
  const rest = Object.entries(counts).reduce((sum, [reason, count]) => sum + (names.includes(reason) ? 0 : count), 0)
  const lines = rest > 0 ? [...known, text('hiddenOther', { count: rest })] : known
  const body =
    lines.length === 0
      ? html`<p class="text">${text('hiddenNone')}</p>`
      : html`<p class="text">${text('hiddenWhy')}</p>
          <ul class="list">
            ${lines.map((line) => html`<li>${line}</li>`)}
          </ul>
          <p class="text">${text('hiddenChecked')}</p>
          ${(method === 'bounded' || method === 'coarse') && html`<p class="text">${text('hiddenMore')}</p>`}`
  const indicative =
    policy.indicativeBelow > policy.leastGroup &&
    html`<p class="text">
      ${text('hiddenIndicative', { least: policy.leastGroup, most: policy.indicativeBelow - 1 })}
    </p>`
  return html`<section id="hidden">
    <h2>${text('hidden')}</h2>
    ${body} ${indicative}
  </section> `
}
