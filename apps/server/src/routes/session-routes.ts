import { problem, textHash } from '@klankbord/model'
import { z } from 'zod'
import { json, nothing } from '../http/reply.ts'
import { dataRoute, jsonRoute, type Route } from '../http/route.ts'
import { LONGEST_PASSWORD } from '../staff/staff-accounts.ts'

const EMAIL = z.email().max(200)
const PASSWORD = z.string().min(1).max(LONGEST_PASSWORD)
const SIGN_IN = z.union([
  z.strictObject({ token: z.string().max(100) }),
  z.strictObject({ email: EMAIL, password: PASSWORD }),
])
const SECOND_FACTOR = z.union([
  z.strictObject({ code: z.string().regex(/^\d{6}$/) }),
  z.strictObject({ recoveryCode: z.string().max(40) }),
])

/** Signing in, with a one-time link or a password and a second factor, and out. */
export const sessionRoutes: readonly Route[] = [
  jsonRoute(SIGN_IN, {
    method: 'POST',
    path: '/api/session',
    role: 'public',
    ownPagesOnly: true,
    summary: 'Exchanges the token of a one-time link, or an e-mail address and a password, for a session.',
    responses: {
      201: 'Signed in, with a cookie.',
      202: 'A second factor is needed; a cookie remembers that the password was right.',
      401: 'The link is unknown, used or expired, or address and password do not belong together.',
      422: 'Neither a token nor an address and a password.',
      503: 'The database does not answer.',
    },
    handler: async ({ body, asking }, { accounts }) => {
      if ('token' in body) {
        const { name, cookies } = await accounts.signInByLink(textHash(body.token), asking)
        return json(201, { user: { name } }, { 'Set-Cookie': cookies })
      }
      const { secondFactor, cookies } = await accounts.signIn(body, asking)
      if (secondFactor === 'needed') return json(202, { secondFactor }, { 'Set-Cookie': cookies })
      return json(201, { secondFactor }, { 'Set-Cookie': cookies })
    },
  }),
  jsonRoute(SECOND_FACTOR, {
    method: 'POST',
    path: '/api/session/second-factor',
    role: 'public',
    ownPagesOnly: true,
    summary: 'Shows a second factor: the six digits of an app, or a recovery code, which works once.',
    responses: {
      204: 'Signed in, with a cookie.',
      401: 'The code is wrong, used or too old.',
      422: 'Neither six digits nor a recovery code.',
      503: 'The database does not answer.',
    },
    handler: async ({ body, asking }, { accounts }) => {
      const { cookies } = await accounts.showSecondFactor(body, asking)
      return nothing(204, { 'Set-Cookie': cookies })
    },
  }),
  dataRoute({
    method: 'GET',
    path: '/api/session',
    role: 'staff',
    summary: 'Who is signed in, and what they may do.',
    responses: { 200: 'The user.' },
    handler: async ({ staff }) => {
      if (staff === null) throw problem('notSignedIn', {})
      const { user, rights, secondFactor } = staff
      const { id: _id, ...known } = user
      return json(200, { user: known, memberships: rights.memberships, secondFactor })
    },
  }),
  dataRoute({
    method: 'DELETE',
    path: '/api/session',
    role: 'staff',
    summary: 'Signs out.',
    responses: { 204: 'Signed out.' },
    handler: async ({ asking }, { accounts }) => {
      const { cookies } = await accounts.signOut(asking)
      return nothing(204, { 'Set-Cookie': cookies })
    },
  }),
]
