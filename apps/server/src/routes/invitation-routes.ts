import { CONTACT_ROUTES } from '@klankbord/model'
import type { Wave } from '@klankbord/storage'
import { z } from 'zod'
import type { ServerContext } from '../context.ts'
import { makeInvitations } from '../fieldwork/make-invitations.ts'
import { markInvitations, MARKS } from '../fieldwork/mark-invitations.ts'
import { toWriteTo } from '../fieldwork/to-write-to.ts'
import { json } from '../http/reply.ts'
import { jsonRoute, type Route } from '../http/route.ts'
import { RESEARCHERS } from '../staff/rights.ts'
import { auditWave, waveInPath } from './wave-in-path.ts'

/** As many as a list has people. */
const MOST_NAMED = 20_000
const MARK_BYTES = 2 * 1024 * 1024

const NOTHING = z.strictObject({})
const MARKING = z
  .strictObject({
    mark: z.enum(MARKS),
    route: z.enum([...CONTACT_ROUTES, 'handedOver']).optional(),
    /** Ids of invitations, or their codes as they stand in the letter; or everybody who was to be invited by other means than mail. */
    invitations: z.union([z.literal('all'), z.array(z.string().trim().min(1).max(64)).min(1).max(MOST_NAMED)]),
  })
  .refine(
    ({ mark, invitations }) => invitations !== 'all' || mark === 'invited',
    'of all of them only that they were invited',
  )

const UNKNOWN = { 404: 'No such study or wave.' }

/** Codes of invitations, and what became of those that were sent. */
export const invitationRoutes: readonly Route[] = [
  jsonRoute(NOTHING, {
    method: 'POST',
    path: '/api/studies/:study/waves/:wave/invitations',
    role: 'staff',
    output: 'staff',
    may: RESEARCHERS,
    summary: 'Gives every invitation of a wave that has none a code. The codes themselves are not in the answer.',
    responses: {
      200: 'How many were made now: `made`.',
      ...UNKNOWN,
      409: 'The wave has no codes, or nobody was drawn.',
      410: 'The wave is closed.',
    },
    handler: async (request, context) => {
      const wave = await waveInPath(request, context)
      const made = await makeInvitations(context, wave)
      await auditWave(request, context, wave, 'invitations.coded', { made })
      return json(200, { made })
    },
  }),
  jsonRoute(MARKING, {
    method: 'POST',
    path: '/api/studies/:study/waves/:wave/invitations/marks',
    role: 'staff',
    output: 'staff',
    may: RESEARCHERS,
    bodyLimit: MARK_BYTES,
    summary:
      'Notes what happened to invitations, named by id or code: all of them or none. `undone` takes back what was noted last.',
    responses: {
      200: 'How many were noted: `noted`.',
      ...UNKNOWN,
      409: 'Nothing stands that could be taken back.',
      422: 'A field is missing or wrong, or one of them is no invitation of this wave; which one is told by its place.',
    },
    handler: async (request, context) => {
      const wave = await waveInPath(request, context)
      const { mark, route, invitations } = request.body
      const named = invitations === 'all' ? await allOf(context, wave) : invitations
      const order = { mark, invitations: named, ...(route === undefined ? {} : { route }) }
      const noted = await markInvitations(context, wave, order)
      await auditWave(request, context, wave, 'invitations.marked', { mark, invitations: noted })
      return json(200, { noted })
    },
  }),
]

/** Those who stood in the letters and files. Of a mail that waits it is noted when that was sent. */
async function allOf(context: ServerContext, wave: Wave): Promise<readonly string[]> {
  return (await toWriteTo(context, wave, { kind: 'invitation' })).invitees.map(({ id }) => id)
}
