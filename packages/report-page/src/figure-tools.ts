import { figureLines, localized } from '@klankbord/charts'
import { html, type Html } from './html.ts'
import { methodWords } from './method-words.ts'
import type { PlacedFigure } from './placed-figure.ts'
import type { ReportContent } from './report-content.ts'
import { formatDate } from './report-texts.ts'

/**
 * What stands below a figure: how it is known, and its words with their source.
 *
 * @param page address of the page of a figure that stands alone; null on that page itself
 */
export function figureTools(placed: PlacedFigure, content: ReportContent, page: string | null): Html {
  const { text } = content
  const recipe = recipeOf(placed, content).map(
    ([name, words]) =>
      html`<dt>${name}</dt>
        <dd>${words}</dd> `,
  )
  const lines = sourcedLines(placed, content).map((line) => html`<p>${line}</p> `)
  const whole =
    page === null
      ? html`<a href="#method">${text('howAll')}</a>`
      : html`<a href="${page}#method" target="_blank" rel="noopener">${text('howAll')}</a>`
  return html`<div class="tools">
    <details class="how">
      <summary>${text('howKnown')}</summary>
      <dl>${recipe}</dl>
      <p>${whole}</p>
    </details>
    <details class="copy">
      <summary>${text('copyWithSource')}</summary>
      <div class="lines">${lines}</div>
    </details>
  </div> `
}

/** How a figure was made: where its numbers are in the data, how they were reckoned, and from what. */
function recipeOf({ figure, questions }: PlacedFigure, content: ReportContent): readonly (readonly [string, string])[] {
  const { text, context } = content
  const words = methodWords(content)
  const counted = figure.kind === 'account'
  const compared = figure.kind === 'comparison' || figure.kind === 'trend' || figure.kind === 'numbers'
  const shares = !counted && figure.kind !== 'representation'
  return [
    ...(questions.length > 0 ? [[text('howQuestions'), questions.join(', ')] as const] : []),
    ...(shares ? [[text('howReckoned'), words.reckoned] as const] : []),
    ...(counted ? [] : [[text('methodMargin'), words.margin] as const]),
    ...(compared && !('uncompared' in figure) ? [[text('methodClear'), words.clear] as const] : []),
    ...(counted ? [] : [[text('howLess'), text('howLessText', { least: context.leastGroup })] as const]),
    [text('methodVersion'), words.version],
  ]
}

/** What a figure says, its numbers with their margins, and where they come from. */
function sourcedLines({ figure, number, sentence }: PlacedFigure, content: ReportContent): readonly string[] {
  const { text, publication, context, language } = content
  const { study, edition, publishedOn } = publication
  const source = text('copySource', {
    organisation: study.organisation,
    title: localized(study.title, context),
    number,
    edition,
    date: formatDate(publishedOn, language),
  })
  return [sentence, ...figureLines(figure), source]
}
