import { problem } from '@klankbord/model'
import compression from 'compression'
import express, { type Request, type RequestHandler, type Response, type Router } from 'express'
import type { ServerContext } from '../context.ts'
import { audit, hasAudited } from '../staff/audit.ts'
import { refuseUnlessAllowed, refuseWithoutSecondFactor } from '../staff/rights.ts'
import type { Asking } from '../staff/staff-accounts.ts'
import { bodyReader, checkedBody } from './read-body.ts'
import { bodyLimit, isAudited, isForOwnPages, type Route, type RouteRequest, type StaffSession } from './route.ts'
import type { RequestLimit } from './rate-limit.ts'
import { isSameOrigin } from './same-origin.ts'
import { staffSession } from './staff-session.ts'
import { writeReply } from './write-reply.ts'

/**
 * Mounts routes that are data; each gets its role, its body check and its way to fail from its record. An address is held
 * only against the routes that begin as it does.
 */
export function mountRoutes(routes: readonly Route[], context: ServerContext, limit: RequestLimit): RequestHandler {
  const known = new Set(routes.flatMap(({ path }) => beginning(path)))
  const shelves = new Map<string, Router>()
  return (request, response, next) => {
    const begins = beginning(request.path).map((part) => (known.has(part) ? part : ANY))
    const key = begins.join('/')
    const shelf = shelves.get(key) ?? routerOf(routesFor(routes, begins), context, limit)
    shelves.set(key, shelf)
    shelf(request, response, next)
  }
}

const ANY = ':any'

/** The first two parts of a path. @example beginning('/v/:wave/withdraw') // ['v', ':wave'] */
function beginning(path: string): readonly string[] {
  return path.split('/', 3).slice(1)
}

/** The routes that an address which begins so may be meant for, in their order. */
function routesFor(routes: readonly Route[], begins: readonly string[]): readonly Route[] {
  const canBe = (part = '', at: number): boolean => /[:*]/.test(part) || part === (begins[at] ?? '')
  return routes.filter(({ path }) => {
    const [first, second] = beginning(path)
    return canBe(first, 0) && canBe(second, 1)
  })
}

function routerOf(routes: readonly Route[], context: ServerContext, limit: RequestLimit): Router {
  const router = express.Router({ caseSensitive: true })
  for (const route of routes) {
    const method = route.method.toLowerCase() as Lowercase<Route['method']>
    const readers = route.body ? [bodyReader(route.body.kind, bodyLimit(route))] : []
    const [counter, admitted] = [holdBack(route, limit), admit(route, context)]
    const packers = route.padded ? [] : [pack]
    const inTurn = givesBack(route) ? [admitted, ...readers, counter] : [counter, admitted, ...readers]
    const steps = [remember(route), ...packers, ...inTurn]
    router[method](route.path, ...steps, handle(route, context))
  }
  for (const route of routes) {
    const allowed = routes.filter(({ path }) => path === route.path).map(({ method }) => method)
    router.all(route.path, remember(route), (request) => {
      throw problem('methodNotAllowed', { method: request.method, allowed })
    })
  }
  return router
}

/** Answers in steps of a kilobyte are compressed before they are filled up, all others here. */
const pack = compression()

/** Lets the log and the error handler know which route this is, and the latter of which wave. */
function remember(route: Route): RequestHandler {
  return (request, response, next) => {
    response.locals['route'] = route.path
    response.locals['wave'] = request.params['wave']
    response.locals['failures'] = route.failures
    response.locals['padded'] = route.padded
    next()
  }
}

/** Whether what was typed stands in the page that says that there were too many. */
function givesBack({ body, failures }: Route): boolean {
  return body?.kind === 'form' && failures === 'notice'
}

/** Refuses whoever used this route too often: before its body is read, or for a form after it, so that the page has it. */
function holdBack({ limit: purpose }: Route, limit: RequestLimit): RequestHandler {
  return (_request, response, next) => {
    if (response.locals['heldBack'] === true) throw limit.refusal()
    if (purpose) limit.count(String(response.locals['visitor']), purpose)
    next()
  }
}

/** Refuses whoever may not use this route, before its body is read. */
function admit(route: Route, context: ServerContext): RequestHandler {
  return async (request, response, next) => {
    if (isForOwnPages(route)) refuseForeign(request, context.settings.publicUrl())
    if (route.role === 'staff') {
      const staff = await staffSession(context, askingOf(request))
      if (staff === null) throw problem('notSignedIn', {})
      await refuseRole(route, staff, texts(request.params), context)
      response.locals['staff'] = staff
    }
    next()
  }
}

async function refuseRole(
  { may, alsoSharing, showsAnswers }: Route,
  { rights, secondFactor }: StaffSession,
  params: Readonly<Record<string, string>>,
  context: ServerContext,
): Promise<void> {
  if (may) await refuseUnlessAllowed(context, rights, { may, alsoSharing: alsoSharing ?? false }, params)
  if (showsAnswers) await refuseWithoutSecondFactor(context, secondFactor, params['study'])
}

function askingOf(request: Request): Asking {
  return { cookie: request.get('cookie'), userAgent: request.get('user-agent') }
}

function refuseForeign(request: Request, publicUrl: string): void {
  const [origin, fetchSite, host] = [request.get('origin'), request.get('sec-fetch-site'), request.get('host')]
  if (!isSameOrigin({ origin, fetchSite, host, publicUrl })) throw problem('foreignOrigin', {})
}

function handle(route: Route, context: ServerContext): RequestHandler {
  return async (request, response) => {
    const asked = routeRequest(route, request, response)
    const reply = await route.handler(asked, context)
    if (reply.status < 400 && isAudited(route)) await auditRoute(context, route, asked)
    writeReply(response, reply)
  }
}

/** Where it was done, and to which wave; other parts of an address could lead to a respondent. */
async function auditRoute(context: ServerContext, route: Route, { staff, params }: RouteRequest): Promise<void> {
  if (staff !== null && hasAudited(staff)) return
  const { study, organisation, wave } = params
  const { audited, method, path } = route
  await audit(context, staff, {
    action: audited ?? 'route.used',
    ...(study === undefined ? {} : { studyId: study }),
    ...(organisation === undefined ? {} : { organisationId: organisation }),
    details: { ...(audited ? {} : { route: `${method} ${path}` }), ...(wave === undefined ? {} : { wave }) },
  })
}

function routeRequest(route: Route, request: Request, response: Response): RouteRequest {
  return {
    params: texts(request.params),
    query: texts(request.query),
    body: route.body?.kind === 'json' ? checkedBody(route.body.schema, request.body) : request.body,
    header: (name) => request.get(name),
    visitor: () => String(response.locals['visitor']),
    asking: askingOf(request),
    staff: (response.locals['staff'] as StaffSession | undefined) ?? null,
  }
}

function texts(values: object): Readonly<Record<string, string>> {
  const entries = Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? value.join('/') : value])
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}
