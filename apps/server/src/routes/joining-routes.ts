import { z } from 'zod'
import { json } from '../http/reply.ts'
import { jsonRoute, SHORT_BODY, type Route } from '../http/route.ts'
import { invitationToJoin } from '../staff/invitation-to-join.ts'
import { joinByInvitation } from '../staff/join-by-invitation.ts'

const TOKEN = z.string().max(100)
const INVITED = z.strictObject({ token: TOKEN })
const JOINING = z.strictObject({
  token: TOKEN,
  name: z.string().trim().min(1).max(100),
  password: z.string().max(200),
})

/** What somebody does who was asked to join. */
export const joiningRoutes: readonly Route[] = [
  jsonRoute(INVITED, {
    method: 'POST',
    path: '/api/invitations/look',
    role: 'public',
    output: 'open',
    limit: 'signIn',
    bodyLimit: SHORT_BODY,
    ownPagesOnly: true,
    summary: 'Who invites, to which organisation and as what, for whoever has the link. The invitation stays open.',
    responses: {
      200: 'The invitation; `inviter` is null where it was made on the machine of the server.',
      401: 'The invitation is unknown, taken up or over.',
      422: 'No token.',
      503: 'The database does not answer.',
    },
    handler: async ({ body }, context) => json(200, { ...(await invitationToJoin(context, body.token)) }),
  }),
  jsonRoute(JOINING, {
    method: 'POST',
    path: '/api/invitations',
    role: 'public',
    output: 'open',
    limit: 'signIn',
    bodyLimit: SHORT_BODY,
    ownPagesOnly: true,
    summary: 'Takes up an invitation: makes the account, or adds to the one that has the address, and signs in.',
    responses: {
      201: 'Signed in, with a cookie.',
      202: 'The account that was there needs its second factor.',
      401: 'The invitation is unknown, taken up or over, or the password of the account is not right.',
      422: 'The password is too short or too long.',
      503: 'The database does not answer.',
    },
    handler: async ({ body, asking }, context) => {
      const { cookies, secondFactor } = await joinByInvitation(context, body, asking)
      return json(secondFactor === 'needed' ? 202 : 201, { secondFactor }, { 'Set-Cookie': cookies })
    },
  }),
]
