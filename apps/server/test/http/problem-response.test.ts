import { finding, PROBLEM_REGISTRY, problem, type ProblemCode } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import { STATUS_OF_PROBLEM, tellFailure } from '../../src/http/problem-response.ts'
import { refused } from '../../src/http/refused-request.ts'

const CODES = Object.keys(STATUS_OF_PROBLEM) as ProblemCode[]

/** Details of any shape: every name is there, as a text and as a list. */
const ANY_DETAILS = new Proxy({}, { get: () => ['iets'] })

describe('a failure as a client is told of it', () => {
  it.each(CODES)('has a status, a kind and a sentence: %s', (code) => {
    const { document } = tellFailure(problem(code, ANY_DETAILS as never))
    expect(document).toMatchObject({ code, status: STATUS_OF_PROBLEM[code], type: `urn:klankbord:problem:${code}` })
    expect(document.status).toBeGreaterThanOrEqual(400)
    expect(document.title).toMatch(/^[A-Z]/)
    expect(document.detail.length).toBeGreaterThan(5)
    expect(document.detail).not.toMatch(/undefined|\[object|function/)
  })

  it('tells nothing of an error that nobody foresaw', () => {
    const told = tellFailure(new Error('duplicate key value: (story)=(mijn geheim)')).document
    expect(told).toEqual({
      type: 'urn:klankbord:problem:internalError',
      title: 'Internal Server Error',
      status: 500,
      code: 'internalError',
      detail: 'something went wrong here; it was written down',
      details: {},
    })
    for (const thrown of ['text', null, undefined, 7, { message: 'mijn geheim' }]) {
      expect(tellFailure(thrown).document).toEqual(told)
    }
  })

  it('tells nothing of a problem that is a matter of ours', () => {
    const inside = (Object.keys(PROBLEM_REGISTRY) as ProblemCode[]).filter((code) => !CODES.includes(code))
    expect(inside).toContain('publicationAltered')
    for (const code of inside) {
      expect(tellFailure(problem(code, ANY_DETAILS as never)).document).toMatchObject({
        status: 500,
        code: 'internalError',
        details: {},
      })
    }
  })

  it('brings along what was found, and when to come back', () => {
    const wrong = finding('unknownAnswer', '/answers/q9', { name: 'q9' })
    expect(tellFailure(refused('answersRefused', { findings: 1 }, [wrong])).document.findings).toEqual([wrong])
    expect(tellFailure(problem('databaseUnavailable', {})).headers).toEqual({ 'Retry-After': '5' })
    expect(tellFailure(problem('tooManyRequests', { seconds: 60 })).headers).toEqual({ 'Retry-After': '60' })
    const wrongMethod = problem('methodNotAllowed', { method: 'PUT', allowed: ['GET', 'POST'] })
    expect(tellFailure(wrongMethod).headers).toEqual({ Allow: 'GET, POST' })
  })
})
