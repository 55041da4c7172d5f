import { localize, type PublishedQuote } from '@klankbord/model'
import { html, type Html } from '../html.ts'
import type { ReportContent } from '../report-content.ts'

/** Words of people, question by question; nothing where nobody is quoted. */
export function quotes(content: ReportContent): Html | false {
  const { publication, text, language } = content
  const { quotes: all = [], language: source } = publication
  if (all.length === 0) return false
  const questions = [...new Set(all.map(({ question }) => question))]
  const groups = questions.map((name) => {
    const group = all.filter(({ question }) => question === name)
    return quotesOf(group, localize(group[0]?.title ?? {}, language, source))
  })
  return html`<section id="quotes">
    <h2>${text('quotes')}</h2>
    <p class="text">${text('quotesIntro')}</p>
    ${groups}
  </section> `
}

function quotesOf(group: readonly PublishedQuote[], title: string): Html {
  const said = group.map((quote) => html`<blockquote dir="auto"><p>${quote.text}</p></blockquote> `)
  return html`<h3>${title}</h3>
    ${said}`
}
