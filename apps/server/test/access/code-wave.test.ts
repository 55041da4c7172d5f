import { closeWave, sealWave, type Wave } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeLimits } from '../../src/access/code-limits.ts'
import { open, press, type ShownPage } from '../filled-page.ts'
import { serveBeside } from '../http/server-beside.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { handOutCodes, keptDrafts, openWmoWave, storedAnswers } from '../wmo-wave.ts'

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
})

afterAll(() => server.end())

const pagesOf = (wave: Wave): string => `${server.origin}/v/${wave.address}`
const start = async (wave: Wave, code: string): Promise<ShownPage> =>
  press(pagesOf(wave), await open(pagesOf(wave)), 'start', { access: code })

/** Goes on from the first question to the page before sending. */
async function toTheEnd(wave: Wave, from: ShownPage): Promise<ShownPage> {
  let page = await press(pagesOf(wave), from, 'next', { t1: '1' })
  while (page.hidden['code'] === undefined) page = await press(pagesOf(wave), page, 'skip')
  return page
}

const waiting = async (wave: Wave): Promise<number> => {
  const rows = server.context.database.db.selectFrom('pending_responses').select('id').where('wave_id', '=', wave.id)
  return (await rows.execute()).length
}

/** A code with one sign that is another. */
const slipped = (code: string): string => `${code.slice(0, -1)}${code.endsWith('A') ? 'C' : 'A'}`

describe.each(['codeAnonymous', 'codeConfidential'] as const)(
  'somebody with a letter, in a wave that is %s',
  (mode) => {
    let wave: Wave
    let code: string

    beforeAll(async () => {
      wave = await openWmoWave(server.context, `met-${mode.toLowerCase()}`, { mode })
      code = (await handOutCodes(server.context, wave))[0] ?? ''
    })

    it('begins only with the code, which is asked for again when it is wrong', async () => {
      const nothing = await start(wave, ' ')
      expect([nothing.status, nothing.html.includes('Vul uw code in.')]).toEqual([422, true])
      const wrong = await start(wave, slipped(code))
      expect([wrong.status, wrong.html.includes('Er klopt iets niet in de code.')]).toEqual([422, true])
      expect(wrong.html).toContain(`value="${slipped(code)}"`)
      const strange = await start(wave, `O${code.slice(1)}`)
      expect([strange.status, strange.html.includes('in geen enkele code voor')]).toEqual([422, true])
      expect(await keptDrafts(server.context, wave)).toBe(0)
    })

    it('fills in, sends, and finds the code used when coming again', async () => {
      const first = await start(wave, code.toLowerCase().replaceAll('-', ' '))
      expect([first.status, first.hidden['screen'], first.hidden['access']]).toEqual([200, 't1', code])
      const ready = await toTheEnd(wave, first)
      const sent = await press(pagesOf(wave), ready, 'submit')
      expect([sent.status, sent.heading]).toEqual([200, 'Opgeslagen. Dank u wel.'])
      expect(sent.html).not.toContain(code)
      expect((await press(pagesOf(wave), ready, 'submit')).heading).toBe('Opgeslagen. Dank u wel.')

      const again = await start(wave, code)
      expect([again.status, again.heading]).toEqual([403, 'Met deze code kunt u niet meedoen'])
      expect((await storedAnswers(server.context, wave)).length + (await waiting(wave))).toBe(1)
    })

    it('is told the same of a code that nobody was given', async () => {
      const other = await openWmoWave(server.context, `elders-${mode.toLowerCase()}`, { mode })
      const [stranger = ''] = await handOutCodes(server.context, other)
      const [used, unknown] = [await start(wave, code), await start(wave, stranger)]
      expect(unknown.status).toBe(used.status)
      // Behind the page stand as many spaces as are missing to one length on the wire.
      const shown = [unknown.html.replaceAll(stranger, ''), used.html.replaceAll(code, '')].map((html) =>
        html.trimEnd(),
      )
      expect(shown[0]).toBe(shown[1])
    })

    it('is told when a second device sent first', async () => {
      const [mine = ''] = await handOutCodes(server.context, wave)
      const [one, other] = [
        await toTheEnd(wave, await start(wave, mine)),
        await toTheEnd(wave, await start(wave, mine)),
      ]
      expect((await press(pagesOf(wave), one, 'submit')).status).toBe(200)
      const second = await press(pagesOf(wave), other, 'submit')
      expect([second.status, second.heading]).toEqual([403, 'Met deze code kunt u niet meedoen'])
    })

    it('loses nothing then: another code sends the same answers, and a slip in it is named', async () => {
      const [mine = '', other = ''] = await handOutCodes(server.context, wave, 2)
      const [one, late, first] = [
        await toTheEnd(wave, await start(wave, mine)),
        await toTheEnd(wave, await start(wave, mine)),
        await start(wave, mine),
      ]
      await press(pagesOf(wave), one, 'submit')
      const refused = await press(pagesOf(wave), late, 'submit')
      expect(refused.html).toContain('Wat u invulde, staat nog op deze pagina.')
      const wrong = await press(pagesOf(wave), refused, 'submit', { access: slipped(other) })
      expect([wrong.status, wrong.html.includes('Er klopt iets niet in de code.')]).toEqual([403, true])
      const before = (await storedAnswers(server.context, wave)).length + (await waiting(wave))
      const sent = await press(pagesOf(wave), wrong, 'submit', { access: other })
      expect([sent.status, sent.heading]).toEqual([200, 'Opgeslagen. Dank u wel.'])
      expect((await storedAnswers(server.context, wave)).length + (await waiting(wave))).toBe(before + 1)

      // Whoever had only begun keeps the first answer.
      const [another = ''] = await handOutCodes(server.context, wave)
      const begun = await press(pagesOf(wave), first, 'next', { t1: '2' })
      expect([begun.status, begun.hidden['t1']]).toEqual([403, '2'])
      const second = await press(pagesOf(wave), begun, 'next', { access: another })
      expect([second.status, second.hidden['access']]).toEqual([200, another])
    })

    it('keeps the code when choosing another language, before beginning and on the way', async () => {
      const [mine = ''] = await handOutCodes(server.context, wave)
      const english = await press(pagesOf(wave), await open(pagesOf(wave)), 'language:en', { access: mine })
      expect(english.html).toMatch(new RegExp(`name="access"\\s+value="${mine}"`))
      const first = await press(pagesOf(wave), english, 'start', { access: mine })
      expect((await press(pagesOf(wave), first, 'language:nl')).hidden['access']).toBe(mine)
    })

    it('has nothing kept by somebody who makes up a page without a code', async () => {
      const before = await keptDrafts(server.context, wave)
      const [mine = ''] = await handOutCodes(server.context, wave)
      const first = await start(wave, mine)
      const used = { ...first, hidden: { ...first.hidden, access: code } }
      expect((await press(pagesOf(wave), used, 'next', { t1: '1' })).status).toBe(403)
      const without = { ...first, hidden: { ...first.hidden, access: '' } }
      expect((await press(pagesOf(wave), without, 'next', { t1: '1' })).status).toBe(403)
      expect(await keptDrafts(server.context, wave)).toBe(before)
    })
  },
)

describe('an anonymous code', () => {
  it('stands in no row with answers, is unused for staff while these wait, and is gone when the wave has ended', async () => {
    const wave = await openWmoWave(server.context, 'los-van-elkaar', { mode: 'codeAnonymous' })
    const [code = ''] = await handOutCodes(server.context, wave)
    await press(pagesOf(wave), await toTheEnd(wave, await start(wave, code)), 'submit')
    const { db } = server.context.database
    const codes = await db.selectFrom('access_codes').selectAll().where('wave_id', '=', wave.id).execute()
    expect(codes).toMatchObject([{ state: 'unused', response_id: null }])
    const place = { studyId: wave.studyId, waveId: wave.id }
    await sealWave(db, place, { today: '2026-11-22', final: true })
    const rows = await db.selectFrom('responses').selectAll().where('wave_id', '=', wave.id).execute()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(codes[0]?.code_hash)
    expect(await db.selectFrom('access_codes').selectAll().where('wave_id', '=', wave.id).execute()).toEqual([])
  })

  it('gives answers the same mark of content in every language, so that the mark tells no language', async () => {
    const wave = await openWmoWave(server.context, 'zonder-taal', { mode: 'codeAnonymous' })
    const codes = await handOutCodes(server.context, wave, 2)
    const hashes: string[] = []
    for (const [place, language] of ['nl', 'en'].entries()) {
      const id = `00000000-0000-4000-8000-00000000000${place}`
      const body = { answers: { t1: 1 }, language, withdrawalHash: null, code: codes[place] }
      const response = await fetch(`${server.origin}/api/waves/zonder-taal/responses/${id}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      expect(response.status).toBe(201)
      const rows = server.context.database.db
        .selectFrom('pending_responses')
        .select('content_hash')
        .where('id', '=', id)
      hashes.push((await rows.executeTakeFirstOrThrow()).content_hash)
    }
    expect(hashes[0]).toBe(hashes[1])
  })
})

describe('somebody who tries one code after the other', () => {
  it('is asked to come back in an hour, on the page where the code was typed', async () => {
    const wave = await openWmoWave(server.context, 'raden', { mode: 'codeAnonymous' })
    const other = await openWmoWave(server.context, 'ergens-anders', { mode: 'codeAnonymous' })
    const guesses = await handOutCodes(server.context, other, 21)
    const beside = await serveBeside({ ...server.context, codeLimits: codeLimits(server.context.clock) })
    try {
      const address = `${beside.origin}/v/raden`
      for (const guess of guesses.slice(0, 20))
        expect((await press(address, null, 'start', { access: guess, language: 'nl' })).status).toBe(403)
      const stopped = await press(address, null, 'start', { access: guesses[20] ?? '', language: 'nl' })
      expect([stopped.status, stopped.headers.get('retry-after')]).toEqual([429, '3600'])
      expect(stopped.html).toContain('Probeer het over een uur nog eens.')
    } finally {
      await beside.end()
    }
    expect(wave.mode).toBe('codeAnonymous')
  })
})

describe('a wave with codes that was closed', () => {
  it('lets who had begun finish, and who has a code begin, says until when, and lets nobody else in', async () => {
    const wave = await openWmoWave(server.context, 'bijna-voorbij', { mode: 'codeAnonymous', graceDays: 22 })
    const [code = '', late = ''] = await handOutCodes(server.context, wave, 2)
    const first = await start(wave, code)
    await closeWave(server.context.database.db, { studyId: wave.studyId, waveId: wave.id }, '2026-11-22')
    const next = await press(pagesOf(wave), first, 'next', { t1: '1' })
    expect(next.html.replaceAll(/<\/?bdi>/g, '')).toContain('U kunt tot en met 14 december 2026 afmaken.')
    const visitor = await open(pagesOf(wave))
    expect([visitor.status, visitor.html.replaceAll(/<\/?bdi>/g, '')]).toEqual([
      200,
      expect.stringContaining('nog invullen en versturen tot en met 14 december 2026.'),
    ])
    expect((await press(pagesOf(wave), visitor, 'start', { access: slipped(late) })).status).toBe(422)
    let page = next
    while (page.hidden['code'] === undefined) page = await press(pagesOf(wave), page, 'skip')
    expect((await press(pagesOf(wave), page, 'submit')).heading).toBe('Opgeslagen. Dank u wel.')
    // Somebody whose page is gone, or who never came before.
    const again = await toTheEnd(wave, await press(pagesOf(wave), visitor, 'start', { access: late }))
    expect((await press(pagesOf(wave), again, 'submit')).heading).toBe('Opgeslagen. Dank u wel.')
    expect((await press(pagesOf(wave), visitor, 'start', { access: code })).status).toBe(403)
  })
})

describe('withdrawing in a wave with codes', () => {
  it('works with the code of after sending, also when the wave is sealed, and names the letter when it is that one', async () => {
    const wave = await openWmoWave(server.context, 'terugnemen', { mode: 'codeAnonymous', graceDays: 0 })
    const [code = ''] = await handOutCodes(server.context, wave)
    const ready = await toTheEnd(wave, await start(wave, code))
    await press(pagesOf(wave), ready, 'submit')
    const place = { studyId: wave.studyId, waveId: wave.id }
    await closeWave(server.context.database.db, place, '2026-11-20')
    await sealWave(server.context.database.db, place, { today: '2026-11-22', final: true })
    const visitor = await open(pagesOf(wave))
    expect([visitor.status, visitor.heading]).toEqual([410, 'Deze vragenlijst is voorbij'])
    expect(visitor.html).toContain('/v/terugnemen/withdraw')

    const withdraw = `${pagesOf(wave)}/withdraw`
    const letter = await press(withdraw, await open(withdraw), 'erase', { code })
    expect([letter.status, letter.html.includes('Dit lijkt de code uit uw brief.')]).toEqual([422, true])
    const gone = await press(withdraw, letter, 'erase', { code: ready.hidden['code'] ?? '' })
    expect([gone.status, gone.heading]).toEqual([200, 'Uw antwoorden zijn gewist'])
    expect(await storedAnswers(server.context, wave)).toEqual([])
  })
})

it('lets no code and no address of a client come into the log', () => {
  expect(server.logged()).not.toMatch(/[ACDEFGHJKMNPRTUWXY34679]{3}-[ACDEFGHJKMNPRTUWXY34679]{3}-/)
  expect(server.logged()).not.toContain('127.0.0.1')
})
