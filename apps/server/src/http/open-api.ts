import { z } from 'zod'
import { declaredResponses, type Route } from './route.ts'

/**
 * Describes routes in OpenAPI 3.1, from the same records that mount and check them.
 *
 * @example openApi(routes, 'http://localhost:8080').openapi // '3.1.0'
 */
export function openApi(routes: readonly Route[], serverUrl: string): Readonly<Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const path = route.path.replaceAll(/[:*](\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Klankbord', version: '0.1.0', license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: serverUrl }],
    paths,
    components: {
      schemas: { Problem: PROBLEM_SCHEMA },
      securitySchemes: {
        staff: { type: 'apiKey', in: 'cookie', name: 'klankbord_session', description: STAFF },
        monitor: { type: 'http', scheme: 'bearer', description: 'The token of KLANKBORD_METRICS_TOKEN.' },
      },
    },
  }
}

const STAFF =
  'A session, by one of the routes under /api/session, /api/sign-on or /api/invitations. Behind https the name begins with __Secure-.'

function operation(route: Route): Readonly<Record<string, unknown>> {
  const names = [...route.path.matchAll(/[:*](\w+)/g)].map((match) => match[1])
  return {
    summary: route.summary,
    'x-output': route.output,
    ...(route.role === 'public' ? {} : { security: [{ [route.role]: [...(route.may ?? [])] }] }),
    parameters: [
      ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      ...Object.entries(route.query ?? {}).map(([name, description]) => {
        return { name, in: 'query', description, required: false, schema: { type: 'string' } }
      }),
    ],
    ...(route.body ? { requestBody: { required: true, content: bodyContent(route.body) } } : {}),
    responses: Object.fromEntries(
      Object.entries(declaredResponses(route)).map(([status, meaning]) => [status, told(route, status, meaning)]),
    ),
  }
}

function bodyContent(body: NonNullable<Route['body']>): Readonly<Record<string, unknown>> {
  if (body.kind === 'form') return { 'application/x-www-form-urlencoded': { schema: { type: 'object' } } }
  return { 'application/json': { schema: z.toJSONSchema(body.schema, { io: 'input' }) } }
}

function told(route: Route, status: string, description: string): Readonly<Record<string, unknown>> {
  const isProblem = Number(status) >= 400 && route.failures === 'problem'
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
  return isProblem ? { description, content } : { description }
}

const PROBLEM_SCHEMA = {
  type: 'object',
  description: 'RFC 9457, with the code of the problem registry and its details.',
  required: ['type', 'title', 'status', 'code', 'detail', 'details'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    details: { type: 'object' },
    findings: { type: 'array', items: { type: 'object' } },
  },
} as const
