import { problem } from '@klankbord/model'
import type { ErrorRequestHandler, Request } from 'express'
import type { ServerContext } from '../context.ts'
import { failureNotice } from '../respondent/failure-notice.ts'
import { tellFailure, type ToldFailure } from './problem-response.ts'
import type { Reply } from './reply.ts'
import { logFault } from './request-log.ts'
import { writeReply } from './write-reply.ts'

/** The one place where anything thrown becomes an answer: a problem document, or a notice for people. */
export function failureHandler(context: ServerContext): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    // An address that cannot be decoded is an address that nothing has.
    const told = tellFailure(error instanceof URIError ? problem('unknownAddress', { method: request.method }) : error)
    if (told.document.status === 500) logFault(context.log, error, String(response.locals['route'] ?? 'none'))
    if (response.headersSent) return next(error)
    const wantsPage = response.locals['failures'] !== 'problem' && request.accepts(['html', 'json']) === 'html'
    writeReply(response, wantsPage ? failureNotice(told, languageOf(request)) : problemReply(told))
  }
}

function problemReply({ document, headers }: ToldFailure): Reply {
  return {
    status: document.status,
    headers: { ...headers, 'Content-Type': 'application/problem+json' },
    content: { kind: 'json', value: document },
  }
}

function languageOf(request: Request): string {
  const wanted = request.query['lang']
  if (typeof wanted === 'string') return wanted
  return request.acceptsLanguages('nl', 'en') || 'nl'
}
