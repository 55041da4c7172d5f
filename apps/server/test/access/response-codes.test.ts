import { randomUUID } from 'node:crypto'
import { closeWave, responseWriter, type Wave } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeLimits } from '../../src/access/code-limits.ts'
import type { Clock } from '../../src/clock.ts'
import { openWaveOf } from '../every-element.ts'
import { ask, type Answer } from '../http/ask.ts'
import { serveBeside } from '../http/server-beside.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { handOutCodes, openWmoWave } from '../wmo-wave.ts'

let server: StartedServer
let wave: Wave

beforeAll(async () => {
  server = await startServer()
  wave = await openWmoWave(server.context, 'codes', { mode: 'codeAnonymous' })
})

afterAll(() => server.end())

const BODY = { answers: { t1: 1 }, language: 'nl', withdrawalHash: null }
const put = (kind: 'responses' | 'drafts', id: string, body: unknown, at = 'codes', on = server): Promise<Answer> =>
  ask(on, `/api/waves/${at}/${kind}/${id}`, { method: 'PUT', json: body })
const codes = (count: number, of = wave): Promise<readonly string[]> => handOutCodes(server.context, of, count)
const told = ({ status, code }: Answer): readonly [number, string | null] => [status, code]

describe('a program that sends a response in a wave with codes', () => {
  it('sends the code along, once', async () => {
    const [code] = await codes(1)
    const id = randomUUID()
    expect((await put('responses', id, { ...BODY, code })).status).toBe(201)
    expect((await put('responses', id, { ...BODY, code })).status).toBe(200)
    expect(told(await put('responses', randomUUID(), { ...BODY, code }))).toEqual([403, 'accessCodeRefused'])
  })

  it.each([
    ['no code', undefined],
    ['an empty one', ''],
    ['a slip', 'K7M-D93-XWP4'],
    ['too long a one', 'A'.repeat(99)],
  ])('is refused with %s', async (_, code) => {
    expect(told(await put('responses', randomUUID(), { ...BODY, code }))).toEqual([403, 'accessCodeRefused'])
  })

  it('is told about the code before it is told about the answers', async () => {
    const [code] = await codes(1)
    const wrong = { ...BODY, answers: { t1: 99 } }
    expect(told(await put('responses', randomUUID(), { ...wrong, code: 'K7M-D93-XWP4' }))).toEqual([
      403,
      'accessCodeRefused',
    ])
    const [stranger] = await codes(1, await openWmoWave(server.context, 'vreemd', { mode: 'codeAnonymous' }))
    expect(told(await put('responses', randomUUID(), { ...wrong, code: stranger }))).toEqual([403, 'accessCodeRefused'])
    expect(told(await put('responses', randomUUID(), { ...wrong, code }))).toEqual([422, 'answersRefused'])
    expect((await put('responses', randomUUID(), { ...BODY, code })).status).toBe(201)
  })

  it('is told the wave is over before anything else', async () => {
    const over = await openWmoWave(server.context, 'over', { mode: 'codeAnonymous' })
    await closeWave(server.context.database.db, { studyId: over.studyId, waveId: over.id }, '2026-05-01')
    expect(told(await put('responses', randomUUID(), { ...BODY, code: 'x' }, 'over'))).toEqual([410, 'waveSealed'])
  })

  it('may send many at the same moment with one code, of which one is stored', async () => {
    const [code] = await codes(1)
    const all = await Promise.all(Array.from({ length: 8 }, () => put('responses', randomUUID(), { ...BODY, code })))
    expect(all.map(({ status }) => status).toSorted()).toEqual([201, 403, 403, 403, 403, 403, 403, 403])
  })
})

describe('a program that did not hear that its response was stored', () => {
  it('is answered before everything that there is to refuse since', async () => {
    const closing = await openWmoWave(server.context, 'sluit', { mode: 'codeAnonymous' })
    const [code] = await codes(1, closing)
    const id = randomUUID()
    await put('responses', id, { ...BODY, code }, 'sluit')
    // Without its code, which no client has to keep; and with answers that no version takes.
    expect((await put('responses', id, BODY, 'sluit')).status).toBe(200)
    expect(told(await put('responses', id, { ...BODY, answers: { t1: 99 } }, 'sluit'))).toEqual([
      409,
      'responseConflict',
    ])
    await closeWave(server.context.database.db, { studyId: closing.studyId, waveId: closing.id }, '2026-05-01')
    expect((await put('responses', id, { ...BODY, code }, 'sluit')).status).toBe(200)
  })

  it('is answered also when too many codes were tried from its address', async () => {
    const [code] = await codes(1)
    const strangers = await codes(20, await openWmoWave(server.context, 'twintig', { mode: 'codeAnonymous' }))
    const id = randomUUID()
    await put('responses', id, { ...BODY, code })
    const beside = await serveBeside({ ...server.context, codeLimits: codeLimits(server.context.clock) })
    try {
      const there = { ...server, origin: beside.origin }
      for (const stranger of strangers)
        await put('responses', randomUUID(), { ...BODY, code: stranger }, 'codes', there)
      const [fresh] = await codes(1)
      expect(told(await put('responses', randomUUID(), { ...BODY, code: fresh }, 'codes', there))).toEqual([
        429,
        'tooManyRequests',
      ])
      expect((await put('responses', id, { ...BODY, code }, 'codes', there)).status).toBe(200)
    } finally {
      await beside.end()
    }
  })

  it('is answered days later, when a date in it is right no more', async () => {
    const dated = await openWaveOf(
      server.context,
      {
        title: 'Afspraak',
        locale: 'nl',
        pages: [
          {
            name: 'one',
            elements: [
              {
                type: 'text',
                inputType: 'date',
                name: 'planned',
                title: 'Wanneer is uw afspraak?',
                validators: [
                  { type: 'expression', expression: '{planned} >= today()', text: 'Die dag is al geweest.' },
                ],
              },
            ],
          },
        ],
      },
      'afspraak',
    )
    const id = randomUUID()
    const body = { answers: { planned: '2026-11-23' }, language: 'nl', withdrawalHash: null }
    expect((await put('responses', id, body, dated.address)).status).toBe(201)
    const later: Clock = { now: () => new Date('2026-11-27T10:00:00Z') }
    const beside = await serveBeside({ ...server.context, clock: later })
    try {
      const there = { ...server, origin: beside.origin }
      expect(told(await put('responses', randomUUID(), body, dated.address, there))).toEqual([422, 'answersRefused'])
      expect((await put('responses', id, body, dated.address, there)).status).toBe(200)
      const other = { ...body, answers: { planned: '2026-11-24' } }
      expect(told(await put('responses', id, other, dated.address, there))).toEqual([409, 'responseConflict'])
    } finally {
      await beside.end()
    }
  })
})

describe('a program that keeps a draft in a wave with codes', () => {
  const draft = (revision: number, code?: string): unknown => ({ revision, answers: { t1: 1 }, language: 'nl', code })

  it('needs a code to begin, and none to go on', async () => {
    const [code] = await codes(1)
    const id = randomUUID()
    expect(told(await put('drafts', id, draft(1)))).toEqual([403, 'accessCodeRefused'])
    expect((await put('drafts', id, draft(1, code))).status).toBe(200)
    expect((await put('drafts', id, draft(2))).status).toBe(200)
    const row = await server.context.database.db
      .selectFrom('drafts')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst()
    expect(Object.keys(row ?? {})).not.toContain('code_hash')
  })

  it('is told that a response is sent already, not that its code was used', async () => {
    const [code] = await codes(1)
    const id = randomUUID()
    await put('responses', id, { ...BODY, code })
    expect(told(await put('drafts', id, draft(9, code)))).toEqual([409, 'staleDraft'])
  })

  it('goes on after closing and begins nothing, until the wave is over', async () => {
    const closing = await openWmoWave(server.context, 'loopt-af', { graceDays: 22 })
    const place = { studyId: closing.studyId, waveId: closing.id }
    const id = randomUUID()
    await put('drafts', id, draft(1), 'loopt-af')
    await closeWave(server.context.database.db, place, '2026-11-01')
    expect((await put('drafts', id, draft(2), 'loopt-af')).status).toBe(200)
    expect(told(await put('drafts', randomUUID(), draft(1), 'loopt-af'))).toEqual([410, 'waveClosed'])
    const after: Clock = { now: () => new Date('2026-11-24T10:00:00Z') }
    const beside = await serveBeside({ ...server.context, clock: after })
    try {
      expect(told(await put('drafts', id, draft(3), 'loopt-af', { ...server, origin: beside.origin }))).toEqual([
        410,
        'waveSealed',
      ])
    } finally {
      await beside.end()
    }
  })

  it('lets who has a code begin after closing, and nobody without, while people may finish', async () => {
    const closing = await openWmoWave(server.context, 'uitgenodigd', { mode: 'codeAnonymous', graceDays: 22 })
    const [code] = await handOutCodes(server.context, closing)
    await closeWave(server.context.database.db, { studyId: closing.studyId, waveId: closing.id }, '2026-11-01')
    expect((await put('drafts', randomUUID(), draft(1, code), 'uitgenodigd')).status).toBe(200)
    expect(told(await put('drafts', randomUUID(), draft(1), 'uitgenodigd'))).toEqual([403, 'accessCodeRefused'])
  })
})

describe('a server on which too many wait', () => {
  it('asks to come back in a moment', async () => {
    const writer = responseWriter(server.context.database.db, { waiting: 0 })
    const beside = await serveBeside({ ...server.context, writer })
    try {
      const [code] = await codes(1)
      const busy = await put('responses', randomUUID(), { ...BODY, code }, 'codes', {
        ...server,
        origin: beside.origin,
      })
      expect([...told(busy), busy.headers.get('retry-after')]).toEqual([503, 'serverBusy', '5'])
      expect((await put('responses', randomUUID(), { ...BODY, code })).status).toBe(201)
    } finally {
      await beside.end()
    }
  })
})
