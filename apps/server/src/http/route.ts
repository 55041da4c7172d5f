import type { AuditAction } from '@klankbord/model'
import type { z } from 'zod'
import type { ServerContext } from '../context.ts'
import type { User } from '@klankbord/storage'
import type { Rights, StaffRole } from '../staff/rights.ts'
import type { Asking } from '../staff/staff-accounts.ts'
import type { Reply } from './reply.ts'
import type { LimitPurpose } from './request-limits.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Who may ask: everybody, staff who signed in, or a program that watches the server and bears its token. */
export type Role = 'public' | 'staff' | 'monitor'

/**
 * What an answer can tell of people who took part: nothing (`open`), figures and words that were released for everybody who
 * may read them (`released`), or what only those see who work on the study (`staff`).
 */
export type Output = 'open' | 'released' | 'staff'

/** Staff who signed in. */
export interface StaffSession {
  readonly user: User
  readonly rights: Rights
  /** Whether a second factor was shown. */
  readonly secondFactor: boolean
}

/** A request as a handler sees it: checked, and nothing more than it needs. */
export interface RouteRequest<Body = unknown> {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: Body
  readonly header: (name: string) => string | undefined
  /** The mark of who asks, in this hour; no handler sees an address. */
  readonly visitor: () => string
  readonly staff: StaffSession | null
  /** Whose cookies these are, for what accounts do. */
  readonly asking: Asking
}

/** The body that a route takes: JSON by a schema, or the fields of an HTML form. */
export type BodyKind = { readonly kind: 'json'; readonly schema: z.ZodType } | { readonly kind: 'form' }

/** A route as data: mounted, described in OpenAPI and walked by a test from this one record. */
export interface Route {
  readonly method: Method
  /** An Express path: `/v/:wave`. */
  readonly path: string
  readonly role: Role
  readonly output: Output
  /** Of staff: who may, in the study or organisation that the path names; left out, everybody who signed in. */
  readonly may?: readonly StaffRole[]
  /** Also staff of organisations that the study is shared with. */
  readonly alsoSharing?: boolean
  /** Shows what people answered: only after a second factor. */
  readonly showsAnswers?: boolean
  readonly summary: string
  /** How a failure is told: as a problem document, or as a page with a plain sentence. */
  readonly failures: 'problem' | 'notice'
  /** What may stand after the question mark, each with what it means. */
  readonly query?: Readonly<Record<string, string>>
  readonly body?: BodyKind
  /** Most bytes of it, where that is not what is usual for its kind. */
  readonly bodyLimit?: number
  /** What it counts for, beside all requests of an address: `request-limits.ts`. */
  readonly limit?: LimitPurpose
  /**
   * What the audit log says of staff who did or saw this, where the handler writes no line itself, with particulars; without
   * it the log names the route. Null: it touches nobody, or the handler
   * knows where a line may be written, and no other is.
   */
  readonly audited?: AuditAction | null
  /** Only pages of this server may use it, as with every staff route that changes something. */
  readonly ownPagesOnly?: boolean
  /** Nothing is different afterwards, whatever the method: a page of another site gains nothing by it. */
  readonly changesNothing?: boolean
  /** Answers come in steps of a kilobyte, pages of eight, so that their length tells little of what was answered. */
  readonly padded?: boolean
  /** Status to what it means. */
  readonly responses: Readonly<Record<number, string>>
  readonly handler: (request: RouteRequest, context: ServerContext) => Promise<Reply>
}

/** Whether the log has a line of whoever of the staff uses this: it changes something, or shows what people answered. */
export function isAudited({ role, method, changesNothing, showsAnswers, audited }: Route): boolean {
  if (role !== 'staff' || audited === null) return false
  return audited !== undefined || showsAnswers === true || (method !== 'GET' && changesNothing !== true)
}

/** Most bytes of a body: of JSON, of a form. */
const USUAL_LIMIT = { json: 256 * 1024, form: 64 * 1024 } as const

/** Enough for a page of answers in own words: a letter in Arabic takes six bytes in a form. */
export const PAGE_BODY: number = 256 * 1024

/** Enough for names, addresses, passwords and codes. */
export const SHORT_BODY: number = 4 * 1024

/** Most bytes that the body of a request may have. */
export function bodyLimit({ body, bodyLimit: own }: Route): number {
  return own ?? (body === undefined ? 0 : USUAL_LIMIT[body.kind])
}

/** Everything that a route can answer: what it says itself, and what any route of its kind can. */
export function declaredResponses(route: Route): Readonly<Record<number, string>> {
  return {
    ...(route.body ? ANY_BODY : {}),
    ...(isForOwnPages(route) ? { 403: 'The request came from another site.' } : {}),
    ...(route.role === 'staff' ? ANY_STAFF : {}),
    ...(route.may || route.showsAnswers
      ? { 403: 'The role or the second factor for it is lacking, or another site asks.' }
      : {}),
    ...(route.may && /:(?:study|organisation)\b/.test(route.path) ? { 404: 'It is not there, or of others.' } : {}),
    ...(route.role === 'monitor' ? { 401: 'Without the token, or none is set.' } : {}),
    429: 'Too many requests from one address.',
    500: 'A fault in the software, which was written down.',
    ...route.responses,
  }
}

/** Whether a browser may only ask this from a page of this server. */
export function isForOwnPages({ role, method, ownPagesOnly, changesNothing }: Route): boolean {
  return ownPagesOnly === true || (role === 'staff' && method !== 'GET' && changesNothing !== true)
}

const ANY_BODY = {
  400: 'The body is malformed or cut short.',
  413: 'The body is too large.',
  415: 'The body is of another kind.',
  422: 'The body is refused; the findings name each field.',
}

const ANY_STAFF = { 401: 'Not signed in.', 503: 'The database does not answer.' }

type RouteOf<Body> = Omit<Route, 'handler' | 'body' | 'failures'> & {
  readonly handler: (request: RouteRequest<Body>, context: ServerContext) => Promise<Reply>
}

/** A route without a body that answers failures as problems. */
export function dataRoute(route: RouteOf<undefined>): Route {
  return {
    ...route,
    failures: 'problem',
    handler: (request, context) => route.handler({ ...request, body: undefined }, context),
  }
}

/** A route that takes JSON: the handler gets exactly what the schema let through. */
export function jsonRoute<Schema extends z.ZodType>(schema: Schema, route: RouteOf<z.output<Schema>>): Route {
  return {
    ...route,
    failures: 'problem',
    body: { kind: 'json', schema },
    handler: (request, context) => route.handler({ ...request, body: request.body as z.output<Schema> }, context),
  }
}

/** The fields of an HTML form as they came. */
export type FormFields = Readonly<Record<string, string | readonly string[]>>

/** A page for people: failures are pages too. */
export function pageRoute(route: RouteOf<undefined>): Route {
  return { ...dataRoute(route), failures: 'notice' }
}

/** A page that takes the fields of a form. */
export function formRoute(route: RouteOf<FormFields>): Route {
  return {
    ...route,
    failures: 'notice',
    body: { kind: 'form' },
    handler: (request, context) => route.handler({ ...request, body: request.body as FormFields }, context),
  }
}
