import { readAuditLog } from '@klankbord/storage'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COLUMNS, invitedByApi, LIST, waveByApi } from '../fieldwork/wave-by-api.ts'
import { ask } from '../http/ask.ts'
import { startServer, type StartedServer } from '../started-server.ts'

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())

describe('a researcher with a list', () => {
  it('reads what it comes to before anything is stored, in lines and numbers and without a name', async () => {
    const wave = await waveByApi(server, 'codeConfidential', 'lijst')
    const tried = await wave.send('/frame', { csv: LIST, columns: COLUMNS, dryRun: true })
    expect(tried.json()).toEqual({
      people: 4,
      added: null,
      strata: [
        { name: 'Oost', people: 2 },
        { name: 'West', people: 2 },
      ],
      excluded: [{ name: 'overleden', people: 1 }],
      doubles: { count: 1, lines: [{ line: 4, sameAs: 3 }] },
      refused: {
        count: 1,
        lines: [{ line: 7, findings: [expect.objectContaining({ code: 'contactNotReachable', column: 'address1' })] }],
      },
    })
    expect((await wave.read('/frame')).json()).toMatchObject({ people: 0, strata: [], draws: [] })
    const taken = await wave.send('/frame', { csv: LIST, columns: COLUMNS })
    expect(taken.json()).toMatchObject({ people: 4, added: 4 })
    const again = await wave.send('/frame', { csv: LIST, columns: COLUMNS })
    expect(again.json()).toMatchObject({ people: 4, added: 0 })
    expect(tried.text + taken.text + again.text).not.toMatch(/findmij|plantgut|111222333/i)
  })

  it('is told which line cannot be read, and nothing of it', async () => {
    const wave = await waveByApi(server, 'codeConfidential', 'verkeerde-lijst')
    const bare = await wave.send('/frame', { csv: 'Zwaantje Findmij;Plantgutstraat 1\n' })
    expect([bare.status, bare.code]).toEqual([422, 'listRefused'])
    expect(bare.json()).toMatchObject({ findings: [{ code: 'contactsWithoutHeader' }] })
    expect(bare.text).not.toContain('Findmij')
    const strange = await wave.send('/frame', { csv: LIST, columns: { bsn: 'BSN' } })
    expect([strange.status, strange.code]).toEqual([422, 'unknownListColumn'])
  })

  it('brings in twenty thousand people at once', async () => {
    const wave = await waveByApi(server, 'codeConfidential', 'grote-lijst')
    const rows = Array.from(
      { length: 20_000 },
      (_, at) => `Zwaantje van der Findmij-${at};Plantgutstraat ${at};9999 ZZ Voorbeeldstad;Wijk ${at % 7};`,
    )
    const csv = ['Naam;Straat;Plaats;Wijk;Niet', ...rows].join('\n')
    const taken = await wave.send('/frame', { csv, columns: COLUMNS })
    expect(taken.json()).toMatchObject({ people: 20_000, added: 20_000 })
  }, 60_000)

  it('draws once, also when two press the button at the same moment', async () => {
    const wave = await waveByApi(server, 'codeConfidential', 'trekking')
    const order = { seed: 'munt', strata: { Oost: 1, West: 1 }, restMonths: 0 }
    expect((await wave.send('/frame/draw', order)).code).toBe('frameEmpty')
    await wave.send('/frame', { csv: LIST, columns: COLUMNS })
    const both = await Promise.all([wave.send('/frame/draw', order), wave.send('/frame/draw', order)])
    expect(both.map(({ status, code }) => [status, code]).toSorted()).toEqual([
      [201, null],
      [409, 'sampleDrawn'],
    ])
    const summary = (await wave.read('/frame')).json()
    expect(summary).toMatchObject({ people: 4, invitations: 2, withCode: 0 })
    expect(summary['strata']).toEqual([
      { name: 'Oost', people: 2, eligible: 2 },
      { name: 'West', people: 2, eligible: 1 },
    ])
    expect(summary['draws']).toMatchObject([{ number: 1, record: { seed: 'munt', restMonths: 0 } }])
    const vague = await wave.send('/frame/draw', { seed: 'munt', everyone: true, strata: { Oost: 1 } })
    expect([vague.status, vague.code]).toEqual([422, 'bodyRefused'])
  })

  it('keeps no record of a draw whose invitations could not be kept, so that it can be done again', async () => {
    const wave = await waveByApi(server, 'codeConfidential', 'afgebroken')
    await wave.send('/frame', { csv: LIST, columns: COLUMNS })
    const { db } = server.context.database
    await sql`create function stop_here() returns trigger language plpgsql as 'begin raise exception ''stop''; end'`.execute(
      db,
    )
    await sql`create trigger stop_here before insert on contact.invitations execute function stop_here()`.execute(db)
    const order = { seed: 'munt', everyone: true, restMonths: 0 }
    expect((await wave.send('/frame/draw', order)).status).toBe(500)
    await sql`drop function stop_here cascade`.execute(db)
    expect((await wave.read('/frame')).json()['draws']).toEqual([])
    expect((await wave.send('/frame/draw', order)).status).toBe(201)
  })

  it('leaves numbers in the log, and nobody’s name', async () => {
    const { studyId } = await invitedByApi(server, 'codeAnonymous', 'in-het-logboek')
    const entries = await readAuditLog(server.context.database.db, { limit: 20 })
    const here = entries.filter((entry) => entry.studyId === studyId)
    expect(here.map(({ action, details }) => [action, { ...details, wave: '' }]).toReversed()).toEqual([
      ['frame.imported', { wave: '', people: 4, added: 4, refused: 1 }],
      ['frame.drawn', { wave: '', drawn: 3, strata: 2 }],
      ['invitations.coded', { wave: '', made: 3 }],
    ])
  })
})

describe('the calculator', () => {
  it('says that everyone is to be invited where that is so', async () => {
    const cookie = await server.signIn()
    const plan = async (json: unknown): Promise<Readonly<Record<string, unknown>>> =>
      (await ask(server, '/api/sample-plan', { json, headers: { cookie } })).json()
    const wish = { margin: 0.05, expectedResponse: 0.35 }
    expect(await plan({ ...wish, population: 500 })).toMatchObject({ needed: 218, invite: 500, everyone: true })
    expect(await plan({ ...wish, population: 20_000 })).toMatchObject({ everyone: false, expectedAnswers: 377 })
    expect(await plan({ ...wish, strata: { Oost: 9000, West: 20 } })).toMatchObject({
      leastGroup: 10,
      strata: [{ tooSmall: false }, { tooSmall: true, everyone: true }],
    })
    expect(await plan({ ...wish, population: 0 })).toMatchObject({ code: 'peopleNotCountable' })
    expect(await plan(wish)).toMatchObject({ code: 'bodyRefused' })
  })

  it('counts on a list who may be drawn', async () => {
    const wave = await waveByApi(server, 'codeConfidential', 'rekenen')
    const wish = { margin: 0.05, expectedResponse: 0.35 }
    expect((await wave.send('/frame/plan', wish)).code).toBe('frameEmpty')
    await wave.send('/frame', { csv: LIST, columns: COLUMNS })
    expect((await wave.send('/frame/plan', wish)).json()).toMatchObject({
      invite: 3,
      everyone: true,
      strata: [
        { stratum: 'Oost', population: 2 },
        { stratum: 'West', population: 1 },
      ],
    })
  })
})
