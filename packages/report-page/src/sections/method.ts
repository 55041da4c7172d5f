import { formatNumber, localized } from '@klankbord/charts'
import type { Publication } from '@klankbord/model'
import { authoredText } from '../authored-text.ts'
import { html, type Html } from '../html.ts'
import { methodSentences } from '../method-sentences.ts'
import { methodWords } from '../method-words.ts'
import type { ReportContent } from '../report-content.ts'
import { spokenIn } from '../spoken-language.ts'
import { formatDate } from '../report-texts.ts'

/**
 * How the figures were made: who was asked, the margin, what is clear, and the versions.
 *
 * @param inputGone ISO date of the day on which the answers were deleted; null while they are there
 */
export function method(content: ReportContent, inputGone: string | null): Html {
  const { publication, text, language } = content
  const words = methodWords(content)
  return html`<section id="method">
    <h2>${text('method')}</h2>
    <div class="method">
      ${part(text('methodAsked'), asked(content))}${part(text('methodMargin'), words.margin)}${
        isTested(publication) && part(text('methodClear'), words.clear)
      }${part(text('methodOpinion'), words.reckoned)}${part(
        text('methodVersion'),
        inputGone === null
          ? words.version
          : `${words.version} ${text('methodInputGone', { date: formatDate(inputGone, language) })}`,
      )}
    </div>
    ${(publication.texts?.method ?? []).map(
      (one) =>
        html`<p class="text said" dir="auto" ${spokenIn(one, content)}>
          ${authoredText(one, publication, language)}
        </p> `,
    )}${used(content)}
  </section> `
}

/** Whom a list invited, or who could take part; and of how many people, where nobody was invited and that is known. */
function asked({ publication, text, language, context }: ReportContent): string {
  const { account, wave } = publication
  const { frame } = account
  const mode = text(`mode_${wave.mode}`)
  const open = text(wave.mode === 'open' ? 'methodAskedOpen' : 'methodAskedCodes', { mode })
  if (!frame) return open
  const source = localized(frame.source, context)
  if (frame.invited > 0)
    return text('methodAskedFrame', { invited: formatNumber(frame.invited, language), source, mode })
  return `${open} ${text('methodAskedWhole', { population: formatNumber(frame.population, language), source })}`
}

/** The methods that were used, as the publication noted them. */
function used({ publication, text, language }: ReportContent): Html | false {
  const lines = methodSentences(publication, language)
  if (lines.length === 0) return false
  return html`<h3>${text('methodUsed')}</h3>
    <ul class="list">
      ${lines.map(({ sentence }) => html`<li>${sentence}</li>`)}
    </ul>`
}

/** Whether anything could be found clear: groups, or what there was before. */
function isTested({ recipe, trend }: Publication): boolean {
  return recipe.comparisons.planned !== 'none' || (trend?.comparisons.made ?? 0) > 0
}

function part(title: string, words: string): Html {
  return html`<div>
    <h3>${title}</h3>
    <p>${words}</p>
  </div> `
}
