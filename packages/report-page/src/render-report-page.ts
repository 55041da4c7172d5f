import { localized } from '@klankbord/charts'
import { directionOf, type LanguageCode, type Publication } from '@klankbord/model'
import { html, markup, type Html } from './html.ts'
import { figureData } from './figure-data.ts'
import { reportContent, type ReportContent } from './report-content.ts'
import { REPORT_STYLE } from './report-style.ts'
import { actions, advice } from './sections/advice.ts'
import { audienceLinks, type AudienceAddresses } from './sections/audience-links.ts'
import { changes } from './sections/changes.ts'
import { conclusions } from './sections/conclusions.ts'
import { crossingTitle, crossings } from './sections/crossings.ts'
import { differences } from './sections/differences.ts'
import { downloads, type DataLinks } from './sections/downloads.ts'
import { editionNotes } from './sections/edition-notes.ts'
import { hidden } from './sections/hidden.ts'
import { know } from './sections/know.ts'
import { method } from './sections/method.ts'
import { numbers } from './sections/numbers.ts'
import { opening, type ContentsEntry } from './sections/opening.ts'
import { patterns } from './sections/patterns.ts'
import { quotes } from './sections/quotes.ts'
import { results } from './sections/results.ts'
import { standing, type Standing } from './sections/standing.ts'
import { trend } from './sections/trend.ts'
import { who, whoTitle } from './sections/who.ts'
import { thingsToKnow } from './things-to-know.ts'

/** Where a page stands among other things. */
export interface ReportPageOptions {
  readonly language: LanguageCode
  /** Addresses of the data, and of this page by language. */
  readonly links: DataLinks & {
    readonly languages: Readonly<Record<LanguageCode, string>>
    /** Where a figure stands alone, by what it is called: `figureKeys`. Absolute, to be shown in pages of others. */
    readonly figure?: (key: string) => string
    /** Where audiences get an edition of their own. */
    readonly audiences?: AudienceAddresses
  }
  /** Address of the enhancement; without it the page has no script. */
  readonly script?: string
  /** ISO date of the day on which the answers were deleted at the end of their term: then the recipe says so. */
  readonly inputGone?: string | null
  /** Whether it may be passed on, and what came after it. */
  readonly standing?: Standing
}

/**
 * The council page: a complete HTML document that needs no script, and no other file. Its style element is allowed by
 * `REPORT_STYLE_SOURCES`. A language without a catalogue gets Dutch words around labels in that language.
 *
 * @example renderReportPage(publication, { language: 'nl', links: { json: 'r.json', csv: 'r.csv', languages: {} } })
 */
export function renderReportPage(publication: Publication, options: ReportPageOptions): string {
  const content = reportContent(publication, options.language, options.links.figure)
  const body = html`${masthead(content, options)}
    <main id="main" class="page">
      ${opening(content, contentsOf(content), editionNotes(content, options.links.audiences?.everybody))}${know(content)}${conclusions(content)}${patterns(content)}${who(content)}${results(content)}${numbers(content)}${quotes(content)}${differences(content)}${crossings(content)}${trend(content)}${changes(content)}${advice(content)}${actions(content)}${hidden(
        content,
      )}${method(content, options.inputGone ?? null)}${downloads(content, options.links)}
    </main>
    ${footer(content)}`
  return documentAround(body, content, options.script).text
}

function documentAround(body: Html, content: ReportContent, script: string | undefined): Html {
  const { publication, language, context } = content
  const title = `${localized(publication.study.title, context)} – ${publication.study.organisation}`
  return html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${STYLE} ${script !== undefined && html`<script type="module" src="${script}"></script> `}
      </head>
      <body>
        ${body}${script !== undefined && figureData(content)}
      </body>
    </html> `
}

/** The sections that this publication has, in their order. */
function contentsOf(content: ReportContent): readonly ContentsEntry[] {
  const { text, publication } = content
  const things = thingsToKnow(content).length
  return [
    ...(things > 0 ? [{ id: 'know', title: text('know', { count: things }) }] : []),
    ...((publication.texts?.conclusions ?? []).length > 0 ? [{ id: 'conclusions', title: text('conclusions') }] : []),
    { id: 'who', title: text(whoTitle(content)) },
    { id: 'results', title: text('results') },
    ...((publication.numbers ?? []).length > 0 ? [{ id: 'numbers', title: text('numbers') }] : []),
    ...((publication.quotes ?? []).length > 0 ? [{ id: 'quotes', title: text('quotes') }] : []),
    ...content.breakdowns.map(({ id, title }) => ({ id, title: text('differencesBy', { by: title }) })),
    ...content.crossings.map((crossing) => ({ id: crossing.id, title: crossingTitle(crossing, text) })),
    ...(content.trend === null ? [] : [{ id: 'trend', title: text('trend') }]),
    ...(publication.changes === undefined ? [] : [{ id: 'changes', title: text('changes') }]),
    ...((publication.advice ?? []).length > 0 ? [{ id: 'advice', title: text('advice') }] : []),
    ...((publication.actions ?? []).length > 0 ? [{ id: 'actions', title: text('actions') }] : []),
    { id: 'hidden', title: text('hidden') },
    { id: 'method', title: text('method') },
    { id: 'downloads', title: text('downloads') },
  ]
}

function masthead(
  content: ReportContent,
  { links: { languages, audiences }, standing: stands = {} }: ReportPageOptions,
): Html {
  const { publication, text, language } = content
  const { sample, tryOut, organisation } = publication.study
  const others = Object.entries(languages).filter(([code]) => code !== language)
  const links = others.map(([code, address]) => {
    const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code
    return html`<a href="${address}" lang="${code}" hreflang="${code}"
      >${name.charAt(0).toLocaleUpperCase(code)}${name.slice(1)}</a
    > `
  })
  const nav = others.length > 0 && html`<nav aria-label="${text('language')}">${links}</nav>`
  return html`<a class="skip" href="#main">${text('skip')}</a>
    <header>
      ${standing(stands, language)}${sample && html`<p class="strip">${text('sample')}</p>`}${tryOut && html`<p class="strip">${text('tryOut')}</p>`}
      <div class="mast page">
        <span class="brand">${MARK}Klankbord</span><span class="place">${organisation}</span>${nav}
      </div>
      ${audiences && audienceLinks(content, audiences)}
    </header> `
}

/** The dot with sound arcs. */
const MARK = markup(
  '<svg width="20" height="22" viewBox="4.5 4 19 20" aria-hidden="true" focusable="false"><circle cx="8" cy="14" r="2.5"/><path d="M13 8.5a8 8 0 0 1 0 11M18 5a13 13 0 0 1 0 18"/></svg>',
)

function footer({ text }: ReportContent): Html {
  return html`<footer class="foot">
    <div class="page"><a href="#main">${text('top')}</a><span>${text('madeWith')}</span></div>
  </footer> `
}

/** Written in one piece: white space inside the element would change its hash. */
const STYLE = markup(`<style>${REPORT_STYLE}</style>`)
