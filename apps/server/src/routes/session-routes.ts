import { problem, textHash } from '@klankbord/model'
import { hasPassword } from '@klankbord/storage'
import { z } from 'zod'
import { json, nothing } from '../http/reply.ts'
import { dataRoute, jsonRoute, SHORT_BODY, type Route } from '../http/route.ts'
import { LONGEST_PASSWORD } from '../staff/staff-accounts.ts'

const LINK = z.strictObject({ token: z.string().max(100) })
const PASSWORD = z.strictObject({ email: z.email().max(200), password: z.string().min(1).max(LONGEST_PASSWORD) })
const SECOND_FACTOR = z.strictObject({ code: z.string().trim().min(6).max(40) })

/** Signing in, with a one-time link or a password and a second factor, and out. */
export const sessionRoutes: readonly Route[] = [
  jsonRoute(LINK, {
    method: 'POST',
    path: '/api/session',
    role: 'public',
    output: 'open',
    limit: 'signIn',
    bodyLimit: SHORT_BODY,
    ownPagesOnly: true,
    summary: 'Exchanges the token of a one-time link for a session.',
    responses: {
      201: 'Signed in, with a cookie.',
      401: 'The link is unknown, used or expired.',
      422: 'No token.',
      503: 'The database does not answer.',
    },
    handler: async ({ body, asking }, { accounts }) => {
      const { name, cookies } = await accounts.signInByLink(textHash(body.token), asking)
      return json(201, { user: { name } }, { 'Set-Cookie': cookies })
    },
  }),
  jsonRoute(PASSWORD, {
    method: 'POST',
    path: '/api/session/password',
    role: 'public',
    output: 'open',
    limit: 'signIn',
    bodyLimit: SHORT_BODY,
    ownPagesOnly: true,
    summary: 'Signs in with an e-mail address and a password.',
    responses: {
      201: 'Signed in, with a cookie.',
      202: 'A second factor is needed; a cookie remembers that the password was right.',
      401: 'Address and password do not belong together.',
      422: 'No address or no password.',
      503: 'The database does not answer.',
    },
    handler: async ({ body, asking }, { accounts }) => {
      const { secondFactor, cookies } = await accounts.signIn(body, asking)
      return json(secondFactor === 'needed' ? 202 : 201, { secondFactor }, { 'Set-Cookie': cookies })
    },
  }),
  jsonRoute(SECOND_FACTOR, {
    method: 'POST',
    path: '/api/session/second-factor',
    role: 'public',
    output: 'open',
    limit: 'secondFactor',
    bodyLimit: SHORT_BODY,
    ownPagesOnly: true,
    summary: 'Shows a second factor: the six digits of an app, or a recovery code, which works once.',
    responses: {
      204: 'Signed in, with a cookie.',
      401: 'The code is wrong, used or too old.',
      422: 'No code.',
      503: 'The database does not answer.',
    },
    handler: async ({ body, asking }, { accounts }) => {
      const { cookies } = await accounts.showSecondFactor(body.code, asking)
      return nothing(204, { 'Set-Cookie': cookies })
    },
  }),
  dataRoute({
    method: 'GET',
    path: '/api/session',
    role: 'staff',
    output: 'open',
    summary: 'Who is signed in, and what they may do.',
    responses: { 200: 'The user.' },
    handler: async ({ staff }, { database }) => {
      if (staff === null) throw problem('notSignedIn', {})
      const { user, rights, secondFactor } = staff
      const { id, ...known } = user
      const withPassword = await hasPassword(database.db, id)
      return json(200, { user: known, memberships: rights.memberships, secondFactor, hasPassword: withPassword })
    },
  }),
  dataRoute({
    method: 'DELETE',
    path: '/api/session',
    role: 'staff',
    output: 'open',
    audited: null,
    summary: 'Signs out.',
    responses: { 204: 'Signed out.' },
    handler: async ({ asking }, { accounts }) => {
      const { cookies } = await accounts.signOut(asking)
      return nothing(204, { 'Set-Cookie': cookies })
    },
  }),
]
