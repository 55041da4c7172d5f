import { MAKERS_LANGUAGES, problem } from '@klankbord/model'
import { PAGE_LANGUAGES } from '@klankbord/pages'
import type { ErrorRequestHandler, Request, Response } from 'express'
import type { ServerContext } from '../context.ts'
import { failureNotice } from '../respondent/failure-notice.ts'
import { tellFailure, type ToldFailure } from './problem-response.ts'
import type { Reply } from './reply.ts'
import { logFault } from './request-log.ts'
import { writeReply } from './write-reply.ts'

/** The one place where anything thrown becomes an answer: a problem document, or a notice for people. */
export function failureHandler(context: ServerContext): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const told = tellFailure(inOurWords(error, request.method))
    if (told.document.status === 500) logFault(context.log, error, String(response.locals['route'] ?? 'none'))
    // Half an answer is not mended by another one; Express would write the error to the terminal, with what it quotes.
    if (response.headersSent) response.destroy()
    else
      writeReply(response, wantsPage(request, response) ? failureNotice(told, languageOf(request)) : problemReply(told))
  }
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

function problemReply({ document, headers }: ToldFailure): Reply {
  return {
    status: document.status,
    headers: { ...headers, 'Content-Type': 'application/problem+json' },
    content: { kind: 'json', value: document },
  }
}

/** A page in another language was sent by somebody to whom it was offered; else we speak the makers' languages. */
const SENT: readonly unknown[] = PAGE_LANGUAGES
const LANGUAGES = [...MAKERS_LANGUAGES]

/** The language of the page that was sent, else of the link, else of the browser. */
function languageOf(request: Request): string {
  const sent = [chosenLanguage(request.body), fieldOf(request.body, 'language')]
  const asked = LANGUAGES.find((language) => language === request.query['lang'])
  return (
    sent.find((language): language is string => SENT.includes(language)) ??
    asked ??
    (request.acceptsLanguages(LANGUAGES) || 'nl')
  )
}

function chosenLanguage(body: unknown): string | undefined {
  const go = fieldOf(body, 'go')
  return typeof go === 'string' ? go.split(':')[1] : undefined
}

function fieldOf(body: unknown, field: string): unknown {
  return typeof body === 'object' && body !== null && Object.hasOwn(body, field) ? Reflect.get(body, field) : undefined
}
