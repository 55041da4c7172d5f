import { isProblem } from '@klankbord/model'
import { json, nothing, type Reply } from '../http/reply.ts'
import { dataRoute, type Route } from '../http/route.ts'

const UNKNOWN = { 404: 'No such identity provider.' }

/** Signing in with the account of the own organisation, by OpenID Connect. */
export const signOnRoutes: readonly Route[] = [
  dataRoute({
    method: 'GET',
    path: '/api/sign-on',
    role: 'public',
    output: 'open',
    summary: 'The identity providers that staff may sign in with: none or one.',
    responses: { 200: 'The providers, as people know them.' },
    handler: async (_request, { settings: { signOn } }) => {
      return json(200, { providers: signOn === null ? [] : [{ name: signOn.name, title: signOn.title }] })
    },
  }),
  dataRoute({
    method: 'POST',
    path: '/api/sign-on/:provider',
    role: 'public',
    output: 'open',
    limit: 'signIn',
    ownPagesOnly: true,
    summary: 'Begins to sign in with an identity provider.',
    responses: {
      201: 'Where to send the browser; a cookie remembers that it began here.',
      ...UNKNOWN,
      403: 'The provider cannot be reached, or another site asks.',
      503: 'The database does not answer.',
    },
    handler: async ({ params, asking }, { accounts }) => {
      const { url, cookies } = await accounts.beginSignOn(params['provider'] ?? '', asking)
      return json(201, { url }, { 'Set-Cookie': cookies })
    },
  }),
  dataRoute({
    method: 'GET',
    path: '/api/sign-on/:provider/callback',
    role: 'public',
    output: 'open',
    query: { code: 'What the provider gave.', state: 'What this server gave it.' },
    limit: 'signIn',
    summary: 'Where the identity provider sends the browser back to.',
    responses: {
      303: 'To the studio, signed in with a cookie; or to the page for signing in, which says that it was refused.',
      ...UNKNOWN,
      503: 'The database does not answer.',
    },
    handler: async ({ params, query, asking }, { accounts }) => {
      try {
        const { cookies } = await accounts.endSignOn(params['provider'] ?? '', query, asking)
        return seeOther('/studio/', { 'Set-Cookie': cookies })
      } catch (error) {
        if (isProblem(error, 'signOnRefused')) return seeOther('/studio/sign-in?refused')
        throw error
      }
    },
  }),
]

function seeOther(place: string, headers: Readonly<Record<string, readonly string[]>> = {}): Reply {
  return nothing(303, { ...headers, Location: place })
}
