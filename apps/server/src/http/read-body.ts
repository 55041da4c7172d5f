import { finding, pointer, problem, type Finding } from '@klankbord/model'
import express, { type RequestHandler } from 'express'
import type { z } from 'zod'
import { hiddenCharacterIn } from './hidden-character.ts'
import { refused } from './refused-request.ts'
import type { BodyKind } from './route.ts'

const JSON_LIMIT: number = 256 * 1024
const FORM_LIMIT: number = 64 * 1024

const MEDIA_TYPE = { json: 'application/json', form: 'application/x-www-form-urlencoded' } as const

const PARSERS = {
  json: express.json({ limit: JSON_LIMIT, inflate: false, type: MEDIA_TYPE.json }),
  form: express.urlencoded({ limit: FORM_LIMIT, inflate: false, extended: false, type: MEDIA_TYPE.form }),
}

/** Reads the body that a route takes, and refuses any other kind before a byte of it is read. */
export function bodyReader(kind: BodyKind['kind']): RequestHandler {
  const parse = PARSERS[kind]
  const expected = MEDIA_TYPE[kind]
  return (request, response, next) => {
    if (!request.is(expected)) return next(problem('wrongContentType', { expected }))
    parse(request, response, (error: unknown) => next(error === undefined ? undefined : bodyProblem(error, kind)))
  }
}

/** What the body parser says, in the words of the registry. */
function bodyProblem(error: unknown, kind: BodyKind['kind']): unknown {
  const type = error instanceof Error && 'type' in error ? error.type : undefined
  switch (type) {
    case 'entity.too.large':
    case 'parameters.too.many':
      return problem('bodyTooLarge', { limit: kind === 'json' ? JSON_LIMIT : FORM_LIMIT })
    case 'request.aborted':
    case 'request.size.invalid':
      return problem('bodyCutShort', {})
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return problem('wrongContentType', { expected: `${MEDIA_TYPE[kind]}, UTF-8, not compressed` })
    case 'entity.parse.failed':
    case 'entity.verify.failed':
      return problem('malformedBody', { expected: kind === 'json' ? 'a JSON object' : 'form fields' })
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
  const hidden = hiddenCharacterIn(body)
  const result = schema.safeParse(body)
  const findings = [
    ...(hidden === null
      ? []
      : [finding('wrongField', hidden, { field: hidden, expected: 'no NUL and no half characters' })]),
    ...(result.success ? [] : result.error.issues.flatMap(findingsOf)),
  ]
  if (!result.success || findings.length > 0) {
    throw refused('bodyRefused', { fields: findings.map((item) => item.path || '/') }, findings)
  }
  return result.data
}

function findingsOf(issue: z.core.$ZodIssue): readonly Finding[] {
  const path = pointer('', ...issue.path.map(String))
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((field) => finding('unknownField', pointer(path, field), { field }))
  }
  return [finding('wrongField', path, { field: path || '/', expected: issue.message })]
}
