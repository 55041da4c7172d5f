import { problem } from '@klankbord/model'
import type { ErrorRequestHandler, Request, Response } from 'express'
import { z } from 'zod'
import type { ServerContext } from '../context.ts'
import { noticeLanguages } from '../language/notice-language.ts'
import { failureNotice } from '../respondent/failure-notice.ts'
import { tellFailure, type ToldFailure } from './problem-response.ts'
import type { Reply } from './reply.ts'
import type { FormFields } from './route.ts'
import { logFault } from './request-log.ts'
import { writeReply } from './write-reply.ts'

/** The one place where anything thrown becomes an answer: a problem document, or a notice for people. */
export function failureHandler(context: ServerContext): ErrorRequestHandler {
  return async (error: unknown, request, response, _next) => {
    const told = toldFailure(context, error, request.method, String(response.locals['route'] ?? 'none'))
    // Half an answer is not mended by another one; Express would write the error to the terminal, with what it quotes.
    if (response.headersSent) response.destroy()
    else writeReply(response, await replyTo(context, told, request, response))
  }
}

/** What a client is told of anything thrown; a fault of ours is written down. */
export function toldFailure(
  { log }: Pick<ServerContext, 'log'>,
  error: unknown,
  method: string,
  route: string,
): ToldFailure {
  const told = tellFailure(inOurWords(error, method))
  if (told.document.status === 500) logFault(log, error, route)
  return told
}

async function replyTo(
  context: ServerContext,
  told: ToldFailure,
  request: Request,
  response: Response,
): Promise<Reply> {
  if (!wantsPage(request, response)) return problemReply(told)
  const wave: unknown = response.locals['wave']
  const databaseAway = told.document.code === 'databaseUnavailable'
  const place = { wave: typeof wave === 'string' ? wave : undefined, databaseAway }
  const { language, languages } = await noticeLanguages(context, request, place)
  const asked = request.method === 'GET' ? languages : []
  const { path } = request
  return failureNotice(context, told, { path, wave: place.wave, fields: fieldsOf(request), language, languages: asked })
}

/** The form that came, as its parser read it: names with one text or several. */
function fieldsOf({ body }: Request): FormFields | null {
  const texts = z.record(z.string(), z.union([z.string(), z.array(z.string())])).safeParse(body)
  return texts.success && Object.keys(texts.data).length > 0 ? texts.data : null
}

/** What Express refuses by itself: an address that cannot be decoded, a condition on a file, a range of it. */
function inOurWords(error: unknown, method: string): unknown {
  const status = error instanceof Error && 'status' in error ? error.status : undefined
  if (error instanceof URIError || status === 404) return problem('unknownAddress', { method })
  return typeof status === 'number' && status >= 400 && status < 500 ? problem('requestNotUsable', { status }) : error
}

/** Programs accept anything, so where no route is known only the address says who reads the answer. */
function wantsPage(request: Request, response: Response): boolean {
  const failures: unknown = response.locals['failures'] ?? (request.path.startsWith('/api/') ? 'problem' : 'notice')
  return failures === 'notice' && request.accepts(['html', 'json']) === 'html'
}

/** A failure as programs are told it. */
export function problemReply({ document, headers }: ToldFailure): Reply {
  return {
    status: document.status,
    headers: { ...headers, 'Content-Type': 'application/problem+json' },
    content: { kind: 'json', value: document },
  }
}
