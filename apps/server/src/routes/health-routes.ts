import { json } from '../http/reply.ts'
import { dataRoute, type Route } from '../http/route.ts'

export const healthRoutes: readonly Route[] = [
  dataRoute({
    method: 'GET',
    path: '/healthz',
    role: 'public',
    output: 'open',
    summary: 'Whether the process lives.',
    responses: { 200: 'It lives.' },
    handler: async () => json(200, { status: 'ok' }),
  }),
  dataRoute({
    method: 'GET',
    path: '/readyz',
    role: 'public',
    output: 'open',
    summary: 'Whether the database answers, so that answers can be stored.',
    responses: { 200: 'Ready.', 503: 'The database does not answer.' },
    handler: async (_request, { database }) => {
      await database.ping()
      return json(200, { status: 'ready' })
    },
  }),
]
