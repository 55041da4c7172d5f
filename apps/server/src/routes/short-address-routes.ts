import { problem } from '@klankbord/model'
import { findTypedAddress } from '@klankbord/storage'
import { nothing } from '../http/reply.ts'
import { pageRoute, type Route } from '../http/route.ts'

/** The short study address, as people type it from a letter. It stands after all others, so it takes no address from them. */
export const shortAddressRoutes: readonly Route[] = [
  pageRoute({
    method: 'GET',
    path: '/:address',
    role: 'public',
    output: 'open',
    summary: 'Leads from the short study address to the introduction; capitals, spaces and hyphens make no difference.',
    responses: {
      303: 'The introduction is there.',
      404: 'No wave has this address.',
      503: 'The database does not answer.',
    },
    handler: async ({ params }, { database }) => {
      const address = await findTypedAddress(database.db, params['address'] ?? '')
      if (address === null) throw problem('unknownAddress', { method: 'GET' })
      return nothing(303, { Location: `/v/${address}` })
    },
  }),
]
