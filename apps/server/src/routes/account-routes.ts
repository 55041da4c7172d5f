import { problem } from '@klankbord/model'
import { hasPassword, renameUser } from '@klankbord/storage'
import { z } from 'zod'
import { json, nothing } from '../http/reply.ts'
import { dataRoute, jsonRoute, SHORT_BODY, type Route, type StaffSession } from '../http/route.ts'

const ACCOUNT = z
  .strictObject({
    name: z.string().trim().min(1).max(100).optional(),
    email: z.email().max(200).optional(),
    /** The own, where there is one and the address changes: who has the address gets links to come in by. */
    password: z.string().max(200).optional(),
  })
  .refine(({ name, email }) => name !== undefined || email !== undefined, 'a name or an address')
const PASSWORD = z.strictObject({ current: z.string().max(200).optional(), password: z.string().max(200) })
const OWN_PASSWORD = z.strictObject({ password: z.string().max(200) })

/** What staff do with their own account. */
export const accountRoutes: readonly Route[] = [
  jsonRoute(ACCOUNT, {
    method: 'PATCH',
    path: '/api/account',
    role: 'staff',
    output: 'open',
    audited: 'account.changed',
    limit: 'signIn',
    bodyLimit: SHORT_BODY,
    summary: 'Changes the own name, or with the `password` the e-mail address.',
    responses: {
      204: 'Changed.',
      401: 'The password is not right.',
      409: 'The address belongs to another account.',
    },
    handler: async ({ body, staff, asking }, { database, accounts }) => {
      const { name, email, password = '' } = body
      const { user } = own(staff)
      const moves = email !== undefined && email.toLowerCase() !== user.email
      if (moves && (await hasPassword(database.db, user.id))) await accounts.confirmPassword(password, asking)
      await renameUser(database.db, user.id, {
        ...(name === undefined ? {} : { name }),
        ...(email === undefined ? {} : { email }),
      })
      return nothing(204)
    },
  }),
  jsonRoute(PASSWORD, {
    method: 'PUT',
    path: '/api/account/password',
    role: 'staff',
    output: 'open',
    audited: 'account.passwordSet',
    limit: 'signIn',
    bodyLimit: SHORT_BODY,
    summary: 'Sets the first password, or another one; then other sessions end.',
    responses: {
      204: 'Set.',
      401: 'The current password is not right.',
      409: 'There is no e-mail address yet.',
      422: 'The password is too short or too long.',
    },
    handler: async ({ body, asking }, { accounts }) => {
      const { current, password } = body
      const { cookies } = await accounts.setPassword(
        { password, ...(current === undefined ? {} : { current }) },
        asking,
      )
      return nothing(204, { 'Set-Cookie': cookies })
    },
  }),
  jsonRoute(OWN_PASSWORD, {
    method: 'POST',
    path: '/api/account/second-factor',
    role: 'staff',
    output: 'open',
    audited: 'account.secondFactorBegun',
    limit: 'signIn',
    bodyLimit: SHORT_BODY,
    summary: 'Begins with a second factor; it counts once its first code was shown.',
    responses: { 201: 'What an app reads, and recovery codes to print.', 401: 'The password is not right.' },
    handler: async ({ body, asking }, { accounts }) => {
      const { uri, recoveryCodes, cookies } = await accounts.beginSecondFactor(body.password, asking)
      return json(201, { uri, recoveryCodes }, { 'Set-Cookie': cookies })
    },
  }),
  jsonRoute(OWN_PASSWORD, {
    method: 'POST',
    path: '/api/account/recovery-codes',
    role: 'staff',
    output: 'open',
    audited: 'account.recoveryCodesMade',
    limit: 'signIn',
    bodyLimit: SHORT_BODY,
    summary: 'New recovery codes; the old ones end.',
    responses: { 201: 'The codes.', 401: 'The password is not right.' },
    handler: async ({ body, asking }, { accounts }) =>
      json(201, { recoveryCodes: await accounts.newRecoveryCodes(body.password, asking) }),
  }),
  dataRoute({
    method: 'GET',
    path: '/api/account/sessions',
    role: 'staff',
    output: 'open',
    summary: 'Where one is signed in.',
    responses: { 200: 'The sessions.' },
    handler: async ({ asking }, { accounts }) => json(200, { sessions: await accounts.openSessions(asking) }),
  }),
  dataRoute({
    method: 'DELETE',
    path: '/api/account/sessions/:session',
    role: 'staff',
    output: 'open',
    audited: 'account.sessionEnded',
    summary: 'Ends one of the own sessions.',
    responses: { 204: 'Ended.' },
    handler: async ({ params, asking }, { accounts }) => {
      await accounts.endSession(params['session'] ?? '', asking)
      return nothing(204)
    },
  }),
]

function own(staff: StaffSession | null): StaffSession {
  if (staff === null) throw problem('notSignedIn', {})
  return staff
}
