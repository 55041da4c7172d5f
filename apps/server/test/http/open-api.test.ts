import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STATUS_OF_PROBLEM } from '../../src/http/problem-response.ts'
import { ALL_ROUTES } from '../../src/routes/all-routes.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { ask } from './ask.ts'

type Json = Readonly<Record<string, unknown>>

interface Operation {
  readonly summary: string
  readonly security?: unknown
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Json }>> }
  readonly responses: Readonly<Record<string, { readonly description: string }>>
}

let server: StartedServer
let document: Json & { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> }

beforeAll(async () => {
  server = await startServer()
  document = (await ask(server, '/api/openapi.json')).json() as typeof document
})

afterAll(() => server.end())

const operationOf = (method: string, path: string): Operation | undefined =>
  document.paths[path.replaceAll(/[:*](\w+)/g, '{$1}')]?.[method.toLowerCase()]

function* everyValue(value: unknown): Generator<Json> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield value as Json
  for (const item of Object.values(value)) yield* everyValue(item)
}

describe('the description of the interface', () => {
  it('names the server that gave it', () => {
    expect(document).toMatchObject({ openapi: '3.1.0', servers: [{ url: server.origin }] })
    expect(document['info']).toEqual(expect.objectContaining({ title: 'Klankbord', version: expect.any(String) }))
  })

  it('lists every route, with everything that it can answer', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path))
    expect(operations).toHaveLength(ALL_ROUTES.length)
    for (const route of ALL_ROUTES) {
      const operation = operationOf(route.method, route.path)
      expect(operation?.summary).toBe(route.summary)
      expect(operation?.security).toEqual(
        route.role === 'public' ? undefined : [{ [route.role]: [...(route.may ?? [])] }],
      )
      expect(Object.keys(operation?.responses ?? {})).toEqual(expect.arrayContaining(['429', '500']))
    }
  })

  it('names each part of an address that can differ', () => {
    for (const [path, operations] of Object.entries(document.paths)) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      for (const { parameters } of Object.values(operations)) {
        const inPath = parameters.filter((parameter) => parameter.in === 'path')
        expect(inPath.map(({ name }) => name)).toEqual(names)
        for (const parameter of inPath) expect(parameter).toMatchObject({ required: true })
      }
    }
  })

  it('names everything that a handler looks for after the question mark', () => {
    const folder = new URL('../../src/routes/', import.meta.url)
    const sources = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'))
    const read = sources.flatMap((text) => [...text.matchAll(/\bquery\['(\w+)'\]/g)].map(([, name]) => name))
    const declared = ALL_ROUTES.flatMap(({ query }) => Object.keys(query ?? {}))
    expect(read.length).toBeGreaterThan(3)
    expect(read.filter((name) => !declared.includes(name ?? ''))).toEqual([])
  })

  it('points to nothing that is not there', () => {
    const references = [...everyValue(document)].map((value) => value['$ref']).filter((ref) => typeof ref === 'string')
    expect(references.length).toBeGreaterThan(20)
    for (const reference of new Set(references)) {
      const steps = reference.replace('#/', '').split('/')
      const found = steps.reduce<unknown>((value, step) => (value as Json | undefined)?.[step], document)
      expect({ reference, found }).toEqual({ reference, found: expect.any(Object) })
    }
  })

  it('says which fields a body needs, and that it takes no others', () => {
    const response = operationOf('PUT', '/api/waves/:wave/responses/:id')?.requestBody?.content['application/json']
      ?.schema
    expect(response).toMatchObject({ type: 'object', required: ['answers', 'language'], additionalProperties: false })
    const closing = operationOf('PATCH', '/api/studies/:study/waves/:wave')?.requestBody?.content['application/json']
      ?.schema
    expect(closing).toMatchObject({ additionalProperties: false, properties: { state: { const: 'closed' } } })
  })

  it('uses no status that a client could not meet', () => {
    const met = new Set<number>([200, 201, 202, 204, 206, 302, 303, 304, 416, 500, ...Object.values(STATUS_OF_PROBLEM)])
    for (const operations of Object.values(document.paths)) {
      for (const { responses } of Object.values(operations)) {
        expect(Object.keys(responses).filter((status) => !met.has(Number(status)))).toEqual([])
      }
    }
  })
})
