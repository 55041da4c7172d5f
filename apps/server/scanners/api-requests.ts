import { sampleBody, type JsonSchema, type NamedValues } from '../test/http/sample-body.ts'

/** A request as a client makes it that has read `openapi.json`. */
export interface ApiRequest {
  readonly method: string
  /** The route as it is described, `/api/studies/{study}`. */
  readonly route: string
  /** With everything filled in that it names. */
  readonly path: string
  readonly body: { readonly type: string; readonly text: string } | null
}

/** What is known of a server: values for the parts of its addresses, for what follows a question mark, and for fields. */
export interface KnownValues {
  /** By the name of the part; by route, where that differs. */
  readonly parts: (name: string, route: string) => string
  readonly fields: NamedValues
  /** The fields of a form, by route. */
  readonly forms: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** The part of an OpenAPI document that this reads. */
export interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

interface Operation {
  readonly parameters: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> }
}

/** One request for every operation, each with all that it can be asked with. */
export function apiRequests({ paths }: Described, known: KnownValues): readonly ApiRequest[] {
  return Object.entries(paths).flatMap(([route, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      route,
      path: pathOf(route, operation, known),
      body: bodyOf(route, operation, known),
    })),
  )
}

function pathOf(route: string, { parameters }: Operation, { parts }: KnownValues): string {
  const path = route.replaceAll(/\{(\w+)\}/g, (_, name: string) => parts(name, route))
  const query = parameters.filter((one) => one.in === 'query').map(({ name }) => [name, parts(name, route)])
  return query.length === 0 ? path : `${path}?${new URLSearchParams(query).toString()}`
}

function bodyOf(route: string, { requestBody }: Operation, { fields, forms }: KnownValues): ApiRequest['body'] {
  const [content] = Object.entries(requestBody?.content ?? {})
  if (content === undefined) return null
  const [type, { schema }] = content
  const text =
    type === 'application/json'
      ? JSON.stringify(sampleBody(schema, fields))
      : new URLSearchParams({ ...(forms[route] ?? { go: 'start' }) }).toString()
  return { type, text }
}
