import { problem } from '@klankbord/model'
import { findTypedAddress } from '@klankbord/storage'
import { pageRoute, type Route } from '../http/route.ts'
import { frontPage } from '../respondent/front-page.ts'

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
  pageRoute({
    ...PAGE,
    path: '/:address',
    summary: 'The same at the short study address; capitals, spaces and hyphens make no difference.',
    handler: async (request, context) => {
      const address = await findTypedAddress(context.database.db, request.params['address'] ?? '')
      if (address === null) throw problem('unknownAddress', { method: 'GET' })
      return frontPage(context, address, request)
    },
  }),
]
