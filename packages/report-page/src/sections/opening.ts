import { formatNumber, percentText, wholePercent } from '@klankbord/charts'
import { localize, type PublishedText } from '@klankbord/model'
import { authoredText } from '../authored-text.ts'
import { headline } from '../headline.ts'
import { html, type Html } from '../html.ts'
import type { ReportContent } from '../report-content.ts'
import { foreignNote, spokenIn } from '../spoken-language.ts'
import { formatDate, formatPeriod, periodOf } from '../report-texts.ts'

/** A section as the contents list names it. */
export interface ContentsEntry {
  readonly id: string
  readonly title: string
}

/** The finding, who was asked and who answered, what to know of this edition, and what is on the page. */
export function opening(content: ReportContent, contents: readonly ContentsEntry[], notes: Html): Html {
  const { publication, language, text } = content
  const { study, wave, edition } = publication
  const inLanguage = (words: Parameters<typeof localize>[0]): string => localize(words, language, publication.language)
  const spoken = publication.texts ?? {}
  const said = (words: PublishedText): string => authoredText(words, publication, language)
  const date = formatDate(publication.publishedOn, language)
  return html`<section class="open">
    <div>
      <p class="eyebrow">${inLanguage(study.title)} · ${inLanguage(wave.title)}</p>
      ${spoken.headline ? html`<h1${spokenIn(spoken.headline, content)}>${said(spoken.headline)}</h1>` : html`<h1>${headline(content)}</h1>`}
      <p class="lead">${lead(content)}</p>
      ${spoken.introduction && html`<p class="said" dir="auto" ${spokenIn(spoken.introduction, content)}>${said(spoken.introduction)}</p>`}
      ${foreignNote(content)}
      <p class="by">${text('by', { organisation: study.organisation, edition, date })}</p>
      ${notes}
    </div>
    <nav class="toc" aria-labelledby="toc-t">
      <h2 id="toc-t">${text('contents')}</h2>
      <ol>
        ${contents.map((entry) => html`<li><a href="#${entry.id}">${entry.title}</a></li> `)}
      </ol>
    </nav>
  </section> `
}

function lead({ publication, language, text }: ReportContent): string {
  const { account, wave } = publication
  const count = (value: number): string => formatNumber(value, language)
  const period = {
    ...formatPeriod(...periodOf(publication), language),
    answered: count(account.answered),
  }
  const { frame } = account
  const answering = text(wave.mode === 'open' ? 'leadOpen' : 'leadCodes', period)
  if (!frame) return answering
  if (frame.invited === 0) {
    return frame.population === 0
      ? answering
      : `${answering} ${text('leadWhole', { population: count(frame.population) })}`
  }
  const rate = percentText(wholePercent(account.answered, frame.invited), language)
  const invited = text('leadInvited', { ...period, invited: count(frame.invited), rate })
  return frame.population === frame.invited
    ? invited
    : `${invited} ${text('leadPopulation', { population: count(frame.population) })}`
}
