import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { PAGE_SCRIPT_SOURCES, PAGE_STYLE_SOURCES, PRINTED_LETTER_STYLE_SOURCES } from '@klankbord/pages'
import { REPORT_STYLE_SOURCES } from '@klankbord/report-page'
import helmet from 'helmet'
import type { RequestHandler } from 'express'

/** The kinds of page there are, by what they may load and who may frame them. */
export type PagePolicy =
  'data' | 'worker' | 'picture' | 'respondent' | 'codeEntrance' | 'preview' | 'letters' | 'report' | 'figure' | 'studio'

type Directives = Readonly<Record<string, readonly string[]>>

const NOTHING: Directives = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
}

/** A page as respondents see it, on which nothing happens. */
const LOOKED_AT: Directives = {
  ...NOTHING,
  'style-src': PAGE_STYLE_SOURCES,
  // Pictures beside answers lie on the same server.
  'img-src': ["'self'", 'data:'],
  'form-action': ["'self'"],
}

const RESPONDENT: Directives = {
  ...LOOKED_AT,
  // The script on top, what it asks and sends, its worker, and recordings to fetch: all of this server.
  'script-src': ["'self'"],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  // Older browsers know workers by this name.
  'child-src': ["'self'"],
  'frame-src': ["'none'"],
  // A recording is played from memory, where it was fetched with the others of its screen.
  'media-src': ['blob:'],
}

const DIRECTIVES: Readonly<Record<PagePolicy, Directives>> = {
  data: NOTHING,
  // Gives out pages of this server, and asks only this server for them.
  worker: { ...NOTHING, 'connect-src': ["'self'"] },
  // A drawing can hold scripts, and can be opened as a page of its own.
  picture: { ...NOTHING, sandbox: [] },
  respondent: RESPONDENT,
  // Moves the code of a QR picture into its field; there are no answers on this page.
  codeEntrance: { ...RESPONDENT, 'script-src': ["'self'", ...PAGE_SCRIPT_SOURCES] },
  preview: { ...LOOKED_AT, 'frame-ancestors': ["'self'"] },
  // To be printed; it is saved as a file, and fetches nothing when it is opened.
  letters: { ...NOTHING, 'style-src': PRINTED_LETTER_STYLE_SOURCES },
  report: { ...NOTHING, 'style-src': REPORT_STYLE_SOURCES, 'img-src': ['data:'], 'script-src': ["'self'"] },
  // One figure of what everybody may read, without script, for a frame on the page of anybody.
  figure: { ...NOTHING, 'style-src': REPORT_STYLE_SOURCES, 'img-src': ['data:'], 'frame-ancestors': ['*'] },
  studio: {
    ...NOTHING,
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'frame-src': ["'self'"],
    'form-action': ["'self'"],
  },
}

const POLICIES = new Map(Object.entries(DIRECTIVES).map(([kind, directives]) => [kind, policyText(directives)]))

function policyText(directives: Directives): string {
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ')
}

/** The Content-Security-Policy of a kind of page. No kind allows inline code or styles but by hash. */
export function contentSecurityPolicy(policy: PagePolicy): string {
  return POLICIES.get(policy) ?? policyText(NOTHING)
}

/**
 * The headers that every answer carries. The policy is set per kind of page, so helmet leaves it alone;
 * nothing here forces https, because a study can be tried out over plain http on a local network.
 *
 * They are the same for every request, so helmet is asked for them once: it sets each in a step of its own.
 */
export const SECURITY_HEADERS: readonly (readonly [name: string, value: string])[] = askHelmet()

function askHelmet(): readonly (readonly [string, string])[] {
  const first = new ServerResponse(new IncomingMessage(new Socket()))
  helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: { policy: 'same-origin' },
    // For browsers that are older than `frame-ancestors`; pages that may be framed say so.
    xFrameOptions: { action: 'deny' },
  })(first.req, first, () => undefined)
  return first.getHeaderNames().map((name) => [name, String(first.getHeader(name))] as const)
}

/** Sets them. */
export function securityHeaders(): RequestHandler {
  return (_request, response, next) => {
    for (const [name, value] of SECURITY_HEADERS) response.setHeader(name, value)
    next()
  }
}
