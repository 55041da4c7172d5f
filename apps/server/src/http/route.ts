import type { z } from 'zod'
import type { ServerContext } from '../context.ts'
import type { Reply } from './reply.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Who may ask: everybody, or staff who signed in. */
export type Role = 'public' | 'staff'

/** Staff who signed in. */
export interface StaffSession {
  readonly user: { readonly id: string; readonly name: string }
}

/** A request as a handler sees it: checked, and nothing more than it needs. */
export interface RouteRequest<Body = unknown> {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: Body
  readonly header: (name: string) => string | undefined
  readonly staff: StaffSession | null
}

/** The body that a route takes: JSON by a schema, or the fields of an HTML form. */
export type BodyKind = { readonly kind: 'json'; readonly schema: z.ZodType } | { readonly kind: 'form' }

/** A route as data: mounted, described in OpenAPI and walked by a test from this one record. */
export interface Route {
  readonly method: Method
  /** An Express path: `/v/:wave`. */
  readonly path: string
  readonly role: Role
  readonly summary: string
  /** How a failure is told: as a problem document, or as a page with a plain sentence. */
  readonly failures: 'problem' | 'notice'
  readonly body?: BodyKind
  /** Only pages of this server may use it, as with every staff route. */
  readonly ownPagesOnly?: boolean
  /** Status to what it means. */
  readonly responses: Readonly<Record<number, string>>
  readonly handler: (request: RouteRequest, context: ServerContext) => Promise<Reply>
}

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
