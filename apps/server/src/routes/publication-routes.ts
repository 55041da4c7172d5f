import type { Publication } from '@klankbord/model'
import { publicationCsv, renderReportPage, renderTombstone, reportLanguages } from '@klankbord/report-page'
import { page, type Reply } from '../http/reply.ts'
import { dataRoute, pageRoute, type Route, type RouteRequest } from '../http/route.ts'
import { openedPublication, tombstoneAt, type OpenedPublication } from '../publication/opened-publication.ts'

/** A publication is frozen; only its withdrawal must be noticed within minutes. */
const CACHED = { 'Cache-Control': 'public, max-age=300' }
const RESPONSES = {
  200: 'The publication.',
  404: 'No publication has this address.',
  410: 'It was withdrawn, or its term is over.',
  503: 'The database does not answer.',
}

/** The council page and its data: made from the frozen publication alone. */
export const publicationRoutes: readonly Route[] = [
  dataRoute({
    method: 'GET',
    path: '/r/:publication.json',
    role: 'public',
    output: 'released',
    limit: 'export',
    summary: 'A publication as JSON, to the byte as it was frozen.',
    responses: RESPONSES,
    handler: async (request, context) => {
      const { content } = await openedPublication(context, request.params['publication'] ?? '')
      return { status: 200, headers: CACHED, content: { kind: 'text', text: content, mediaType: 'application/json' } }
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/r/:publication.csv',
    role: 'public',
    output: 'released',
    limit: 'export',
    summary: 'The figures of a publication as CSV.',
    responses: RESPONSES,
    handler: async (request, context) => {
      const { publication } = await openedPublication(context, request.params['publication'] ?? '')
      const text = publicationCsv(publication, languageOf(request, publication))
      const headers = { ...CACHED, 'Content-Disposition': `attachment; filename="${publication.id}.csv"` }
      return { status: 200, headers, content: { kind: 'text', text, mediaType: 'text/csv; charset=utf-8' } }
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/r/:publication',
    role: 'public',
    output: 'released',
    summary: 'The council page.',
    responses: RESPONSES,
    handler: async (request, context) => {
      const id = request.params['publication'] ?? ''
      const tombstone = await tombstoneAt(context, id)
      if (tombstone !== null) return page(410, renderTombstone(tombstone, tombstone.language), 'report')
      const opened = await openedPublication(context, id)
      return councilPage(opened, languageOf(request, opened.publication))
    },
  }),
]

function councilPage({ publication, inputGone }: OpenedPublication, language: string): Reply {
  const address = `/r/${publication.id}`
  const languages = reportLanguages(publication).map((each) => [each, `${address}?lang=${each}`])
  const html = renderReportPage(publication, {
    language,
    links: {
      json: `${address}.json`,
      csv: `${address}.csv?lang=${language}`,
      languages: Object.fromEntries(languages),
    },
    script: '/assets/report.js',
    inputGone,
  })
  return page(200, html, 'report', CACHED)
}

function languageOf({ query }: RouteRequest, publication: Publication): string {
  const wanted = query['lang']
  return wanted !== undefined && reportLanguages(publication).includes(wanted) ? wanted : publication.language
}
