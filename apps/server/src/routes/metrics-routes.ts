import { createHash, timingSafeEqual } from 'node:crypto'
import { problem } from '@klankbord/model'
import { dataRoute, type Route } from '../http/route.ts'

export const metricsRoutes: readonly Route[] = [
  dataRoute({
    method: 'GET',
    path: '/metrics',
    role: 'monitor',
    output: 'open',
    summary: 'How this process is doing, in the text format of Prometheus.',
    responses: { 200: 'The metrics.' },
    handler: async ({ header }, { metrics, settings }) => {
      if (!bears(header('authorization'), settings.metricsToken)) throw problem('notSignedIn', {})
      return { status: 200, content: { kind: 'text', text: await metrics.text(), mediaType: metrics.mediaType } }
    },
  }),
]

/** Whether a request bears the token. Without one that was set, none does. */
function bears(authorization: string | undefined, token: string | null): boolean {
  if (token === null || authorization === undefined) return false
  return timingSafeEqual(digest(authorization), digest(`Bearer ${token}`))
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
