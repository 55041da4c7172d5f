import { editionFor } from '@klankbord/disclosure'
import { AUDIENCES, canonicalJson, problem, type Publication } from '@klankbord/model'
import {
  publicationCsv,
  publicationXlsx,
  renderFigurePage,
  renderReportPage,
  renderTombstone,
  renderWithdrawn,
  reportLanguages,
  tombstoneText,
  withdrawnText,
} from '@klankbord/report-page'
import type { ServerContext } from '../context.ts'
import { page, type Reply, type ReplyHeaders } from '../http/reply.ts'
import type { PagePolicy } from '../http/security-headers.ts'
import { dataRoute, pageRoute, type Route, type RouteRequest } from '../http/route.ts'
import { epitaphAt, openedPublication, type OpenedPublication } from '../publication/opened-publication.ts'

/** A publication is frozen; only its withdrawal must be noticed within minutes. */
const CACHED = { 'Cache-Control': 'public, max-age=300' }
/** What is for members stays out of every memory between them and the server. */
const FOR_MEMBERS = { 'Cache-Control': 'private, no-store' }
const RESPONSES = {
  200: 'The publication.',
  404: 'No publication has this address, or it is for members of other organisations.',
  410: 'It was withdrawn, with the reason and what replaced it, or its term is over.',
  503: 'The database does not answer.',
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const FOR =
  'The audience, of a publication that has editions for some: `clients`, `professionals`, `institutions` or `municipality`.'

/** The council page and its data: made from the frozen publication alone. */
export const publicationRoutes: readonly Route[] = [
  dataRoute({
    method: 'GET',
    path: '/r/:publication.json',
    role: 'public',
    output: 'released',
    limit: 'export',
    query: { for: FOR },
    summary: 'A publication as JSON, to the byte as it was frozen; or its selection for an audience.',
    responses: RESPONSES,
    handler: async (request, context) => {
      const { publication, content, forEverybody } = await opened(request, context)
      const edition = forAudience(publication, request)
      const text = edition === publication ? content : canonicalJson(edition)
      const headers = keptBy(forEverybody)
      return { status: 200, headers, content: { kind: 'text', text, mediaType: 'application/json' } }
    },
  }),
  pageRoute({
    ...tableRoute('csv', 'The figures of a publication as CSV.'),
    handler: async (request, context) => {
      const gone = await epitaphAsText(request, context)
      if (gone !== null) return gone
      const { edition, language, headers } = await table('csv', request, context)
      const text = publicationCsv(edition, language)
      return { status: 200, headers, content: { kind: 'text', text, mediaType: 'text/csv; charset=utf-8' } }
    },
  }),
  pageRoute({
    ...tableRoute('xlsx', 'The figures of a publication as a workbook, a sheet for each section of the CSV.'),
    handler: async (request, context) => {
      const gone = await epitaphAsText(request, context)
      if (gone !== null) return gone
      const { edition, language, headers } = await table('xlsx', request, context)
      const bytes = await publicationXlsx(edition, language, addressOf(edition, context))
      return { status: 200, headers, content: { kind: 'bytes', bytes, mediaType: WORKBOOK } }
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/r/:publication',
    role: 'public',
    output: 'released',
    query: { lang: 'The language, as in `nl`.', for: FOR },
    summary: 'The council page.',
    responses: RESPONSES,
    handler: async (request, context) => {
      const gone = await epitaph(request, context)
      if (gone !== null) return gone
      const shown = await opened(request, context)
      const edition = forAudience(shown.publication, request)
      return councilPage(shown, edition, languageOf(request, shown.publication), context)
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/r/:publication/figure/:figure',
    role: 'public',
    output: 'released',
    query: { lang: 'The language, as in `nl`.', for: FOR },
    summary: 'One figure of a publication alone, for a frame on another page; of what everybody may read.',
    responses: { ...RESPONSES, 404: 'No publication, or none of its figures, has this address.' },
    handler: async (request, context) => {
      const gone = await epitaph(request, context, 'figure')
      if (gone !== null) return gone
      const { publication, forEverybody } = await opened(request, context)
      const edition = forAudience(publication, request)
      const language = languageOf(request, publication)
      const whole = `${addressOf(publication, context)}${queryOf(edition, language)}`
      const figure = renderFigurePage(edition, request.params['figure'] ?? '', { language, page: whole })
      if (figure === null) throw problem('unknownPublication', { publication: publication.id })
      return page(200, figure, forEverybody ? 'figure' : 'report', keptBy(forEverybody))
    },
  }),
]

/** What the open table says of itself in each form that it is given in. */
function tableRoute<E extends 'csv' | 'xlsx'>(extension: E, summary: string) {
  return {
    method: 'GET',
    path: `/r/:publication.${extension}`,
    role: 'public',
    output: 'released',
    query: { lang: 'The language, as in `nl`.', for: FOR },
    limit: 'export',
    summary,
    responses: RESPONSES,
  } as const
}

/** The edition that was asked for, in which language, and as a file of which name. */
async function table(
  extension: string,
  request: RouteRequest,
  context: ServerContext,
): Promise<{ readonly edition: Publication; readonly language: string; readonly headers: ReplyHeaders }> {
  const { publication, forEverybody } = await opened(request, context)
  const edition = forAudience(publication, request)
  const name = [publication.id, ...(edition.selection ? [edition.selection.audience] : [])].join('-')
  const headers = { ...keptBy(forEverybody), 'Content-Disposition': `attachment; filename="${name}.${extension}"` }
  return { edition, language: languageOf(request, publication), headers }
}

/** Where an edition stays. */
function addressOf({ id }: Publication, { settings }: ServerContext): string {
  return `${settings.publicUrl()}/r/${id}`
}

/** What is behind the address of an edition in a language. */
function queryOf({ selection }: Publication, language: string): string {
  return `?${selection === undefined ? '' : `for=${selection.audience}&`}lang=${language}`
}

function opened({ params, asking }: RouteRequest, context: ServerContext): Promise<OpenedPublication> {
  return openedPublication(context, params['publication'] ?? '', asking)
}

/** The page at the address of what is not shown any more; null where something is. */
async function epitaph(
  { params, query, asking }: RouteRequest,
  context: ServerContext,
  policy: PagePolicy = 'report',
): Promise<Reply | null> {
  const found = await epitaphAt(context, params['publication'] ?? '', asking)
  if (found === null) return null
  if (found.kind === 'removed') return page(410, renderTombstone(found.tombstone, found.tombstone.language), policy)
  const { withdrawn, later } = found
  const language = writtenIn(query['lang'], withdrawn.language)
  return page(410, renderWithdrawn(withdrawn, later, language), policy)
}

/** The same at an address of data, where no program expects a page; null where something is shown. */
async function epitaphAsText({ params, query, asking }: RouteRequest, context: ServerContext): Promise<Reply | null> {
  const found = await epitaphAt(context, params['publication'] ?? '', asking)
  if (found === null) return null
  const text =
    found.kind === 'removed'
      ? tombstoneText(found.tombstone, writtenIn(query['lang'], found.tombstone.language))
      : withdrawnText(found.withdrawn, found.later, writtenIn(query['lang'], found.withdrawn.language))
  return { status: 410, content: { kind: 'text', text, mediaType: 'text/plain; charset=utf-8' } }
}

/** The words around it are in two languages. */
function writtenIn(wanted: string | undefined, language: string): string {
  return wanted === 'nl' || wanted === 'en' ? wanted : language
}

function keptBy(forEverybody: boolean): Readonly<Record<string, string>> {
  return forEverybody ? CACHED : FOR_MEMBERS
}

/** What whoever asks wants of it. @throws Problem `unknownPublication` for an audience that it does not have */
function forAudience(publication: Publication, { query }: RouteRequest): Publication {
  const wanted = query['for']
  if (wanted === undefined) return publication
  const audience = AUDIENCES.find((one) => one === wanted)
  if (audience === undefined) throw problem('unknownPublication', { publication: publication.id })
  return editionFor(publication, audience)
}

function councilPage(
  { publication: whole, inputGone, forEverybody, early, later }: OpenedPublication,
  edition: Publication,
  language: string,
  context: ServerContext,
): Reply {
  const address = `/r/${whole.id}`
  const named = edition.selection === undefined ? '' : `for=${edition.selection.audience}&`
  const languages = reportLanguages(whole).map((each) => [each, `${address}?${named}lang=${each}`])
  const audiences = (whole.audiences ?? []).map(({ audience }) => [
    audience,
    `${address}?for=${audience}&lang=${language}`,
  ])
  const html = renderReportPage(edition, {
    language,
    links: {
      json: `${address}.json${named === '' ? '' : `?${named.slice(0, -1)}`}`,
      csv: `${address}.csv?${named}lang=${language}`,
      xlsx: `${address}.xlsx?${named}lang=${language}`,
      stays: addressOf(whole, context),
      languages: Object.fromEntries(languages),
      figure: (key) => `${addressOf(whole, context)}/figure/${key}${queryOf(edition, language)}`,
      ...(audiences.length > 0 && {
        audiences: { everybody: `${address}?lang=${language}`, audiences: Object.fromEntries(audiences) },
      }),
    },
    script: '/assets/report.js',
    inputGone,
    standing: { early: early instanceof Date ? { until: early.toISOString() } : early, later },
  })
  return page(200, html, 'report', keptBy(forEverybody))
}

function languageOf({ query }: RouteRequest, publication: Publication): string {
  const wanted = query['lang']
  return wanted !== undefined && reportLanguages(publication).includes(wanted) ? wanted : publication.language
}
