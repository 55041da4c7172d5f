import { problem } from '@klankbord/model'
import express, { type Express } from 'express'
import type { ServerContext } from './context.ts'
import { failureHandler } from './http/failure-handler.ts'
import { mountRoutes } from './http/mount-routes.ts'
import { requestLimit } from './http/rate-limit.ts'
import { requestLog } from './http/request-log.ts'
import { securityHeaders } from './http/security-headers.ts'
import { ALL_ROUTES } from './routes/all-routes.ts'

/**
 * The HTTP server as a function of its edges. It keeps nothing that can't be dropped and made again.
 *
 * @example createServer(createApp(context)).listen(8080)
 */
export function createApp(context: ServerContext): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('trust proxy', context.settings.trustedProxies)
  app.use(requestLog(context))
  app.use(securityHeaders())
  app.use(requestLimit(context.settings.requestsPerMinute, context.visitors))
  app.use(mountRoutes(ALL_ROUTES, context))
  app.use((request) => {
    throw problem('unknownAddress', { method: request.method })
  })
  app.use(failureHandler(context))
  return app
}
