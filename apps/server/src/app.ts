import type { RequestListener } from 'node:http'
import { problem } from '@klankbord/model'
import express, { type Express, type Request } from 'express'
import type { ServerContext } from './context.ts'
import { clientAddress } from './http/client-address.ts'
import { failureHandler } from './http/failure-handler.ts'
import { mountRoutes } from './http/mount-routes.ts'
import { FORM_TYPE } from './http/read-body.ts'
import { requestLimit, type RequestLimit } from './http/rate-limit.ts'
import { requestLog } from './http/request-log.ts'
import { securityHeaders } from './http/security-headers.ts'
import { shortcut } from './http/shortcut.ts'
import { ALL_ROUTES } from './routes/all-routes.ts'

/**
 * The HTTP server as a function of its edges. It keeps nothing that can't be dropped and made again.
 *
 * @example createServer(createApp(context)).listen(8080)
 */
export function createApp(context: ServerContext): RequestListener {
  const limit = requestLimit(context.settings.requestsPerMinute, context.visitors)
  return shortcut(ALL_ROUTES, context, limit, expressApp(context, limit))
}

/** All routes by the long way, which understands any request. */
export function expressApp(context: ServerContext, limit: RequestLimit): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.use(requestLog(context))
  app.use(securityHeaders())
  app.use((request, response, next) => {
    const { mark, pace } = limit.admit(clientAddress(request, context.settings.trustedProxies))
    const givesBack = pace === 'tooMany' && isForm(request)
    if (pace !== 'usual' && !givesBack) throw limit.refusal()
    response.locals['visitor'] = mark
    response.locals['heldBack'] = givesBack
    next()
  })
  app.use(mountRoutes(ALL_ROUTES, context, limit))
  app.use((request) => {
    throw problem('unknownAddress', { method: request.method })
  })
  app.use(failureHandler(context))
  return app
}

/** Whether it may be a page that somebody filled in: that is read, within its bounds, to be given back. */
function isForm(request: Request): boolean {
  return request.method === 'POST' && request.is(FORM_TYPE) === FORM_TYPE
}
