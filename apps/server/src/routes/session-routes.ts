import { problem, textHash } from '@klankbord/model'
import { createSession, endSession, redeemSignInLink } from '@klankbord/storage'
import { z } from 'zod'
import { json, nothing } from '../http/reply.ts'
import { dataRoute, jsonRoute, type Route } from '../http/route.ts'
import { endedSessionCookie, sessionCookie, sessionToken, SESSION_SECONDS } from '../http/staff-session.ts'
import { randomToken } from '../randomness.ts'

const SIGN_IN = z.strictObject({ token: z.string().max(100) })

/** Signing in with a one-time link, and out. */
export const sessionRoutes: readonly Route[] = [
  jsonRoute(SIGN_IN, {
    method: 'POST',
    path: '/api/session',
    role: 'public',
    ownPagesOnly: true,
    summary: 'Exchanges the token of a one-time link for a session.',
    responses: {
      201: 'Signed in, with a cookie.',
      401: 'The link is unknown, used or expired.',
      422: 'No token.',
      503: 'The database does not answer.',
    },
    handler: async (request, { database, clock, randomness, settings }) => {
      const now = clock.now()
      const user = await redeemSignInLink(database.db, textHash(request.body.token), now)
      if (user === null) throw problem('signInRefused', {})
      const token = randomToken(randomness)
      await createSession(database.db, user.id, textHash(token), new Date(now.getTime() + SESSION_SECONDS * 1000))
      return json(201, { user: { name: user.name } }, { 'Set-Cookie': sessionCookie(token, settings.publicUrl()) })
    },
  }),
  dataRoute({
    method: 'GET',
    path: '/api/session',
    role: 'staff',
    summary: 'Who is signed in.',
    responses: { 200: 'The user.' },
    handler: async ({ staff }) => json(200, { user: { name: staff?.user.name ?? '' } }),
  }),
  dataRoute({
    method: 'DELETE',
    path: '/api/session',
    role: 'staff',
    summary: 'Signs out.',
    responses: { 204: 'Signed out.' },
    handler: async (request, { database, settings }) => {
      const token = sessionToken(request.header('cookie'))
      if (token !== null) await endSession(database.db, textHash(token))
      return nothing(204, { 'Set-Cookie': endedSessionCookie(settings.publicUrl()) })
    },
  }),
]
