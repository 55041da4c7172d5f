import { finding } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import { ApiFailure, decodeFailure, failureOf, isPassing } from '../../src/api/api-failure.ts'

const DOCUMENT = {
  type: 'urn:klankbord:problem:staleRevision',
  title: 'Conflict',
  status: 409,
  code: 'staleRevision',
  detail: 'definition was changed by somebody else: revision 2 (now at 3)',
  details: { given: 2, current: 3 },
}

describe('a request that the server refuses', () => {
  it('is told by its code, its sentence and its details', () => {
    expect(decodeFailure(409, DOCUMENT)).toEqual({
      status: 409,
      code: 'staleRevision',
      message: DOCUMENT.detail,
      details: { given: 2, current: 3 },
      findings: [],
    })
  })

  it('brings the findings along, and nothing that is no finding', () => {
    const found = finding('noQuestions', '/pages', { pages: 1 })
    const { findings } = decodeFailure(422, { ...DOCUMENT, findings: [found, null, 'x', { code: 'y' }] })
    expect(findings).toEqual([found])
  })

  it.each([
    ['the page of a proxy', null],
    ['a list', []],
    ['a text', 'Bad Gateway'],
    ['fields of other types', { code: 7, detail: {}, title: null, details: [1], findings: {} }],
  ])('is an unexpected answer when it is %s', (_, body) => {
    expect(decodeFailure(502, body)).toEqual({
      status: 502,
      code: 'unexpectedAnswer',
      message: 'unexpected answer: status 502',
      details: {},
      findings: [],
    })
  })

  it('is told by its title when it has no sentence', () => {
    expect(decodeFailure(409, { code: 'addressTaken', title: 'Conflict' }).message).toBe('Conflict')
  })
})

describe('what was caught', () => {
  it('is the failure of a request, or else a fault of the studio', () => {
    const failure = decodeFailure(409, DOCUMENT)
    expect(failureOf(new ApiFailure(failure))).toBe(failure)
    expect(failureOf(new TypeError('x is undefined'))).toMatchObject({ code: 'appFault', message: 'x is undefined' })
    expect(failureOf('broken')).toMatchObject({ code: 'appFault', message: 'broken' })
  })

  it('passes by itself when the server or the network is in trouble, and not when the request is', () => {
    const passing = (status: number, code = 'x'): boolean => isPassing({ ...decodeFailure(status, {}), code })
    expect([passing(0, 'offline'), passing(429), passing(500), passing(503)]).toEqual([true, true, true, true])
    expect([passing(0, 'appFault'), passing(401), passing(409), passing(422)]).toEqual([false, false, false, false])
  })
})
