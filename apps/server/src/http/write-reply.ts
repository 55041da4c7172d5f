import type { Response } from 'express'
import { paddedBody } from './padded-body.ts'
import type { Reply } from './reply.ts'
import { contentSecurityPolicy, type PagePolicy } from './security-headers.ts'

/**
 * Writes an answer that is plain data. Nothing is cached unless the answer says so. Where the route says that its answers
 * are padded, so are its failures.
 */
export function writeReply(response: Response, reply: Reply): void {
  const { content } = reply
  response.status(reply.status)
  response.set('Cache-Control', 'no-store')
  response.set('Content-Security-Policy', contentSecurityPolicy(policyOf(content)))
  if (content.kind === 'page') response.set('Referrer-Policy', REFERRERS[content.policy])
  for (const [name, value] of Object.entries(reply.headers ?? {}))
    response.set(name, typeof value === 'string' ? value : [...value])
  switch (content.kind) {
    case 'json':
      if (!response.hasHeader('Content-Type')) response.setHeader('Content-Type', 'application/json; charset=utf-8')
      sendText(response, JSON.stringify(content.value))
      break
    case 'page':
      response.type('html')
      sendText(response, content.html)
      break
    case 'text':
      response.type(content.mediaType).send(content.text)
      break
    case 'file':
      // Named within its folder: the folder itself may lie below a hidden one, as with pnpm.
      response.sendFile(content.name, { root: content.folder, cacheControl: false, acceptRanges: false })
      break
    case 'nothing':
      response.end()
  }
}

function sendText(response: Response, text: string): void {
  if (response.locals['padded'] !== true) {
    response.send(text)
    return
  }
  const { content, length, headers } = paddedBody(text, response.req.headers['accept-encoding'])
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  response.setHeader('Content-Length', length)
  response.end(content)
}

/** Respondents leave no trace of where they were; staff pages need an origin to be recognised by. */
const REFERRERS: Readonly<Record<PagePolicy, string>> = {
  data: 'no-referrer',
  picture: 'no-referrer',
  respondent: 'no-referrer',
  codeEntrance: 'no-referrer',
  preview: 'same-origin',
  report: 'no-referrer',
  studio: 'same-origin',
}

function policyOf(content: Reply['content']): PagePolicy {
  return content.kind === 'page' || content.kind === 'file' ? content.policy : 'data'
}
