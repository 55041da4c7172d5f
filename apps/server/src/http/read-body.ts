import { isUtf8 } from 'node:buffer'
import { finding, pointer, problem, type Finding } from '@klankbord/model'
import { asPressedBefore } from '@klankbord/pages'
import express, { type RequestHandler } from 'express'
import type { z } from 'zod'
import { hiddenCharacterIn } from './hidden-character.ts'
import { malformedJson } from './json-body.ts'
import { refused } from './refused-request.ts'
import type { BodyKind, FormFields } from './route.ts'

/** How a browser sends a form. */
export const FORM_TYPE = 'application/x-www-form-urlencoded'

const MEDIA_TYPE = { json: 'application/json', form: FORM_TYPE } as const

function parserOf(kind: BodyKind['kind'], limit: number): RequestHandler {
  const all = { limit, inflate: false, type: MEDIA_TYPE[kind], verify: onlyUtf8 }
  return kind === 'json' ? express.json(all) : express.urlencoded({ ...all, extended: false })
}

/** Decoding would put a replacement character in the place of what it cannot read. */
function onlyUtf8(_request: unknown, _response: unknown, body: Buffer): void {
  if (!isUtf8(body)) throw new TypeError('not UTF-8')
}

/** Reads the body that a route takes, and refuses any other kind before a byte of it is read. */
export function bodyReader(kind: BodyKind['kind'], limit: number): RequestHandler {
  const parse = parserOf(kind, limit)
  const expected = MEDIA_TYPE[kind]
  return (request, response, next) => {
    if (!request.is(expected)) return next(problem('wrongContentType', { expected }))
    parse(request, response, (error: unknown) => {
      if (error !== undefined) return next(bodyProblem(error, kind, limit))
      if (kind === 'form') request.body = asPressedBefore(request.body as FormFields)
      next()
    })
  }
}

/** What the body parser says, in the words of the registry. */
function bodyProblem(error: unknown, kind: BodyKind['kind'], limit: number): unknown {
  const type = error instanceof Error && 'type' in error ? error.type : undefined
  switch (type) {
    case 'entity.too.large':
    case 'parameters.too.many':
      return problem('bodyTooLarge', { limit })
    case 'request.aborted':
    case 'request.size.invalid':
      return problem('bodyCutShort', {})
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return problem('wrongContentType', { expected: `${MEDIA_TYPE[kind]}, UTF-8, not compressed` })
    case 'entity.parse.failed':
    case 'entity.verify.failed':
      return kind === 'json' ? malformedJson() : problem('malformedBody', { expected: 'form fields' })
    default:
      return error
  }
}

/**
 * The body as its schema lets it through: no unknown field, none missing, none of another type.
 *
 * @throws RefusedRequest `bodyRefused`, with one finding per field
 */
export function checkedBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const result = schema.safeParse(body)
  if (!result.success) throw refusedFields(result.error.issues.flatMap(findingsOf).slice(0, MOST_FINDINGS))
  // Only now: what the schema let through is no deeper than the schema.
  const hidden = hiddenCharacterIn(body)
  if (hidden !== null) throw refusedFields([finding('wrongField', hidden, { field: hidden, expected: STORABLE })])
  return result.data
}

/** Far more than a program gets wrong, and little to write. */
const MOST_FINDINGS = 100
const STORABLE = 'no NUL and no half characters'

function refusedFields(findings: readonly Finding[]): Error {
  return refused('bodyRefused', { fields: findings.map(({ path }) => path || '/') }, findings)
}

function findingsOf(issue: z.core.$ZodIssue): readonly Finding[] {
  const path = pointer('', ...issue.path.map((step) => nameOf(String(step))))
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(nameOf).map((field) => finding('unknownField', pointer(path, field), { field }))
  }
  return [finding('wrongField', path, { field: path || '/', expected: issue.message })]
}

/** A key that is no name could hold anything, so it is not repeated. */
function nameOf(key: string): string {
  return /^[\w-]{1,64}$/.test(key) ? key : '(not a name)'
}
