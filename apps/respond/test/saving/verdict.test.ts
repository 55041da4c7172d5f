import { describe, expect, it } from 'vitest'
import { verdictOn } from '../../src/saving/verdict.ts'

const ID = '3f0c9a52-7d1e-4a43-9a5f-0d9b1c2e3f40'
const NOW = Date.UTC(2026, 10, 22, 10)
const answer = (status: number, body: object | string, retryAfter: string | null = null) => ({
  status,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  retryAfter,
})
const refused = (status: number, code: string, more: object = {}) => answer(status, { status, code, ...more })
const onDraft = (given: ReturnType<typeof answer>) => verdictOn(given, { id: ID, revision: 4 }, NOW)
const onWhole = (given: ReturnType<typeof answer>) => verdictOn(given, { id: ID }, NOW)

describe('what counts as stored', () => {
  it('is an answer that names exactly what was sent', () => {
    expect(onDraft(answer(200, { id: ID, revision: 4 })).kind).toBe('acknowledged')
    expect(onWhole(answer(201, { id: ID })).kind).toBe('acknowledged')
    expect(onWhole(answer(200, { id: ID.toUpperCase() })).kind).toBe('acknowledged')
    expect(onWhole(answer(200, `${JSON.stringify({ id: ID })}${' '.repeat(900)}`)).kind).toBe('acknowledged')
  })

  it.each([
    ['another revision', answer(200, { id: ID, revision: 3 })],
    ['another draft', answer(200, { id: ID.replace('3', '4'), revision: 4 })],
    ['no id', answer(200, { revision: 4 })],
    ['half an answer', answer(200, `{"id":"${ID}","revis`)],
    ['nothing', answer(200, '')],
    ['null', answer(200, 'null')],
    ['the page of a portal', answer(200, '<!doctype html><title>Log in</title>')],
    ['a status between', answer(204, '')],
    ['another way', answer(302, '')],
  ])('is not %s', (_, given) => {
    expect(onDraft(given)).toEqual({ kind: 'again', wait: 0, heard: false })
  })
})

describe('what is sent again', () => {
  it.each([
    [400, 'bodyCutShort'],
    [400, 'malformedBody'],
    [429, 'tooManyRequests'],
    [500, 'internalError'],
    [503, 'databaseUnavailable'],
    [503, 'serverBusy'],
  ])('is what got %i %s', (status, code) => {
    expect(onDraft(refused(status, code))).toEqual({ kind: 'again', wait: 0, heard: true })
  })

  it('is what somebody else refused, whatever the status', () => {
    for (const status of [403, 404, 409, 410, 413, 422, 502]) {
      expect(onDraft(answer(status, '<html>blocked</html>'))).toMatchObject({ kind: 'again', heard: false })
      expect(onDraft(answer(status, { code: 'waveClosed' }))).toMatchObject({ kind: 'again', heard: false })
    }
  })

  it('waits as long as it is asked to, in seconds or until a moment', () => {
    expect(onDraft(answer(503, '', '7'))).toMatchObject({ wait: 7000 })
    expect(onDraft(answer(503, '', new Date(NOW + 90_000).toUTCString()))).toMatchObject({ wait: 90_000 })
    expect(onDraft(answer(503, '', '86400'))).toMatchObject({ wait: 600_000 })
    for (const nonsense of ['', 'soon', '-5', 'NaN'])
      expect(onDraft(answer(503, '', nonsense))).toMatchObject({ wait: 0 })
  })
})

describe('what is not sent again as it is', () => {
  it.each([
    [403, 'accessCodeRefused', 'code'],
    [403, 'waveNotOpenYet', 'notYet'],
    [404, 'unknownWave', 'unknownWave'],
    [409, 'staleDraft', 'newer'],
    [409, 'responseConflict', 'conflict'],
    [409, 'channelNotOffered', 'otherWay'],
    [410, 'waveClosed', 'closed'],
    [410, 'quotaFull', 'full'],
    [410, 'waveSealed', 'sealed'],
    [410, 'responseWithdrawn', 'withdrawn'],
    [413, 'bodyTooLarge', 'tooLarge'],
    [415, 'wrongContentType', 'refused'],
    [422, 'bodyRefused', 'refused'],
  ])('is what got %i %s', (status, code, refusal) => {
    expect(onWhole(refused(status, code))).toEqual({ kind: 'refused', refusal, findings: [] })
  })

  it('tells a full group from a full round', () => {
    const group = refused(410, 'quotaFull', { details: { group: true } })
    expect(onWhole(group)).toEqual({ kind: 'refused', refusal: 'fullGroup', findings: [] })
    expect(onWhole(refused(410, 'quotaFull', { details: { group: false } }))).toMatchObject({ refusal: 'full' })
  })

  it('brings along what to look at again', () => {
    const findings = [{ code: 'notANumber', path: '/answers/age', severity: 'error', details: {} }]
    expect(onWhole(refused(422, 'answersRefused', { findings }))).toEqual({
      kind: 'refused',
      refusal: 'answers',
      findings,
    })
  })
})
