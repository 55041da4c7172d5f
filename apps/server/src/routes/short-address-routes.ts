import { problem } from '@klankbord/model'
import { SPOKEN_PAGES, type SpokenPage } from '@klankbord/pages'
import { findTypedAddress } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import type { Reply } from '../http/reply.ts'
import { pageRoute, type Route, type RouteRequest } from '../http/route.ts'
import { frontPage } from '../respondent/front-page.ts'
import { withdrawPage } from './respondent-routes.ts'
import { wordsPage } from './resume-routes.ts'

const PAGE = {
  method: 'GET',
  role: 'public',
  output: 'open',
  query: { lang: 'The language, as in `nl`.' },
  padded: true,
  responses: { 200: 'The page.', 404: 'No wave has this address.', 503: 'The database does not answer.' },
} as const

/** The page with the four choices of a wave, below its other pages. */
export const frontRoutes: readonly Route[] = [
  pageRoute({
    ...PAGE,
    path: '/v/:wave/start',
    summary: 'The four choices of a wave: fill in, go on later, have answers erased, read the results.',
    handler: async (request, context) => frontPage(context, request.params['wave'] ?? '', request),
  }),
]

/** The short study address, as people type it from a letter. It stands after all others, so it takes no address from them. */
export const shortAddressRoutes: readonly Route[] = [
  ...spokenRoutes('resume', 'The page on which somebody goes on with three words', async (request, context, wave) =>
    wordsPage(request, context, wave, 'web'),
  ),
  ...spokenRoutes('withdraw', 'The page on which answers are withdrawn with a code', async (request, context, wave) =>
    withdrawPage(request, context, wave, 'web'),
  ),
  ...spokenRoutes('results', 'The four choices, one of which leads to the results', async (request, context, wave) =>
    frontPage(context, wave, request),
  ),
  pageRoute({
    ...PAGE,
    path: '/:address',
    summary: 'The same at the short study address; capitals, spaces and hyphens make no difference.',
    handler: async (request, context) => {
      return frontPage(context, await typedAddress(request, context), request)
    },
  }),
]

/** A page below the short address, by the word that people say for it in Dutch and by that for everybody else. */
function spokenRoutes(
  which: SpokenPage,
  summary: string,
  show: (request: RouteRequest, context: ServerContext, wave: string) => Promise<Reply>,
): readonly Route[] {
  return Object.values(SPOKEN_PAGES[which]).map((word) =>
    pageRoute({
      ...PAGE,
      responses: { ...PAGE.responses, 403: 'The wave begins later.', 410: 'The wave is over for good.' },
      path: `/:address/${word}`,
      summary: `${summary}, below the short study address.`,
      handler: async (request, context) => show(request, context, await typedAddress(request, context)),
    }),
  )
}

/** @throws Problem `unknownAddress` */
async function typedAddress(request: RouteRequest, { database }: ServerContext): Promise<string> {
  const address = await findTypedAddress(database.db, request.params['address'] ?? '')
  if (address === null) throw problem('unknownAddress', { method: 'GET' })
  return address
}
