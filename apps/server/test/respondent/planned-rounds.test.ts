import { randomUUID } from 'node:crypto'
import { findWaveByAddress, saveDraft, type Wave } from '@klankbord/storage'
import { codebook } from '@klankbord/questionnaire'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ServerContext } from '../../src/context.ts'
import { forgetWhatIsOver } from '../../src/upkeep/forget-daily.ts'
import { quotasOf } from '../../src/waves/wanted-quotas.ts'
import { open, press, type ShownPage } from '../filled-page.ts'
import { ask, type Answer } from '../http/ask.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { openWmoWave, storedAnswers, WMO, type WaveChoices } from '../wmo-wave.ts'

/** The standing clock says 22 November 2026. */
let server: StartedServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())

const at = (address: string): string => `${server.origin}/v/${address}`
const on = (date: string): ServerContext => ({
  ...server.context,
  clock: { now: () => new Date(`${date}T10:00:00Z`) },
})
/** The status of an answer with what it says. */
const told = async (answer: Promise<Answer>): Promise<object> => {
  const { status, json } = await answer
  return { ...json(), status }
}
const words = ({ html }: ShownPage): string => html.replace(/<[^>]*>/g, '')
const sends = (address: string, more: object = {}, id: string = randomUUID()): Promise<Answer> =>
  ask(server, `/api/waves/${address}/responses/${id}`, {
    method: 'PUT',
    json: { answers: { t1: 1 }, language: 'nl', ...more },
  })
async function lastPage(address: string): Promise<ShownPage> {
  let page = await press(address, await open(address), 'start', { language: 'nl' })
  while (page.hidden['code'] === undefined) page = await press(address, page, 'skip')
  return page
}
const helpOf = async ({ id }: Wave): Promise<readonly string[]> => {
  const { db } = server.context.database
  const rows = await db.selectFrom('responses').select('help').where('wave_id', '=', id).execute()
  return rows.map(({ help }) => help)
}

describe('a round that begins later', () => {
  it('says in words when it begins, to people and to programs, and nobody begins', async () => {
    const wave = await openWmoWave(server.context, 'begint-later', { opensOn: '2026-12-01' })
    const page = await open(at('begint-later'))
    expect([page.status, page.heading.replace(/<[^>]*>/g, '')]).toEqual([
      403,
      'Deze vragenlijst begint op 1 december 2026',
    ])
    expect((await press(at('begint-later'), null, 'start', { language: 'nl' })).status).toBe(403)
    expect(await told(sends('begint-later'))).toMatchObject({
      status: 403,
      code: 'waveNotOpenYet',
      detail: expect.stringContaining('opens on 2026-12-01') as string,
    })
    const draft = { revision: 1, answers: { t1: 1 }, language: 'nl' }
    const kept = await ask(server, `/api/waves/begint-later/drafts/${randomUUID()}`, { method: 'PUT', json: draft })
    expect(kept.status).toBe(403)
    expect(await storedAnswers(server.context, wave)).toEqual([])
  })

  it('is open on the day itself, where respondents are', async () => {
    await openWmoWave(server.context, 'begint-vandaag', { opensOn: '2026-11-22' })
    expect((await open(at('begint-vandaag'))).status).toBe(200)
  })
})

describe('a round that closes by itself', () => {
  it('tells its last day before anybody begins', async () => {
    await openWmoWave(server.context, 'tot-en-met', { closesOn: '2026-11-22' })
    expect(words(await open(at('tot-en-met')))).toContain('U kunt beginnen tot en met 22 november 2026.')
  })

  it('lets nobody begin after it, and who had begun finish', async () => {
    const wave = await openWmoWave(server.context, 'gisteren-dicht', { closesOn: '2026-11-21' })
    expect((await open(at('gisteren-dicht'))).heading).toBe('Deze vragenlijst is gesloten')
    const draft = { id: randomUUID(), answers: { t1: 1 }, revision: 1, language: 'nl', asked: [] }
    await saveDraft(server.context.database.db, { studyId: wave.studyId, waveId: wave.id }, draft)
    expect((await sends('gisteren-dicht', {}, draft.id)).status).toBe(201)
  })

  it('is noted as closed by the daily upkeep', async () => {
    const { address } = await openWmoWave(server.context, 'dagelijks-dicht', { closesOn: '2026-11-22' })
    const { db } = server.context.database
    const state = async () => (await findWaveByAddress(db, address))?.wave.state
    await forgetWhatIsOver(on('2026-11-22'))
    expect(await state()).toBe('open')
    await forgetWhatIsOver(on('2026-11-23'))
    expect(await state()).toBe('closed')
  })
})

describe('a round with languages of its own', () => {
  it('offers these only, on pages and to programs', async () => {
    await openWmoWave(server.context, 'alleen-nl', { languages: ['nl'] })
    const { html } = await open(at('alleen-nl'))
    expect(html).not.toContain('value="language:en"')
    expect(await told(ask(server, '/api/waves/alleen-nl/questionnaire'))).toMatchObject({ languages: ['nl'] })
    expect((await sends('alleen-nl', { language: 'en' })).status).toBe(422)
  })
})

describe('a screen that stands somewhere for everybody', () => {
  it('marks what it sends, and leads back to the beginning by itself, without a script or a cookie', async () => {
    const wave = await openWmoWave(server.context, 'in-de-hal', { channels: ['web', 'kiosk'] })
    const kiosk = `${at('in-de-hal')}/kiosk`
    const ready = await lastPage(kiosk)
    expect(ready.html).toContain('action="/v/in-de-hal/kiosk"')
    const done = await press(kiosk, ready, 'submit')
    expect(done.html).toContain('<meta http-equiv="refresh" content="60; url=/v/in-de-hal/kiosk" />')
    expect(done.html).toContain('href="/v/in-de-hal/kiosk"')
    expect(done.html).not.toContain('href="/v/in-de-hal/withdraw')
    expect(done.headers.get('set-cookie')).toBeNull()
    expect((await storedAnswers(server.context, wave)).map(({ channel }) => channel)).toEqual(['kiosk'])
  })

  it('is there only where the round has one, and on one’s own screen nothing goes back by itself', async () => {
    await openWmoWave(server.context, 'geen-zuil')
    expect((await open(`${at('geen-zuil')}/kiosk`)).status).toBe(403)
    expect((await open(at('geen-zuil'))).html).not.toContain('http-equiv="refresh"')
    expect(await told(sends('geen-zuil', { channel: 'kiosk' }))).toMatchObject({ code: 'channelNotOffered' })
  })
})

describe('somebody who was helped', () => {
  it('says by whom on the page before sending, or says nothing', async () => {
    const wave = await openWmoWave(server.context, 'met-hulp')
    const address = at('met-hulp')
    const ready = await lastPage(address)
    expect(ready.html).toContain('Heeft iemand u geholpen met invullen?')
    await press(address, ready, 'submit', { 'helped.by': 'interpreter' })
    await press(address, await lastPage(address), 'submit')
    expect([...(await helpOf(wave))].toSorted()).toEqual(['interpreter', 'notKnown'])
  })

  it('is the same response when a program says it otherwise the second time', async () => {
    const wave = await openWmoWave(server.context, 'hulp-api')
    const id = randomUUID()
    expect((await sends('hulp-api', { help: 'peer' }, id)).status).toBe(201)
    expect((await sends('hulp-api', { help: 'staff' }, id)).status).toBe(200)
    expect((await sends('hulp-api', { help: 'a stranger' })).status).toBe(422)
    expect(await helpOf(wave)).toEqual(['peer'])
  })
})

describe('a round that is full', () => {
  const limited = (address: string, quotas: Parameters<typeof quotasOf>[1], more: WaveChoices = {}) =>
    openWmoWave(server.context, address, {
      quotas: quotasOf({ questionnaire: WMO, mode: 'open', leastGroup: 10, tryOut: false }, quotas),
      ...more,
    })

  it('says so kindly to who begins, lets who had begun finish, and answers what is sent again as before', async () => {
    await limited('vol', { total: 1 })
    const ready = await lastPage(at('vol'))
    const id = randomUUID()
    expect((await sends('vol', {}, id)).status).toBe(201)
    const page = await open(at('vol'))
    expect([page.status, page.heading]).toEqual([410, 'Er hebben genoeg mensen meegedaan'])
    expect(await told(sends('vol'))).toMatchObject({ status: 410, code: 'quotaFull' })
    expect((await press(at('vol'), ready, 'submit')).heading).toBe('Opgeslagen. Dank u wel.')
    expect((await sends('vol', {}, id)).status).toBe(200)
  })

  it('lets who chose the answer of a full group choose again, and keeps nothing of that choice', async () => {
    const [first] = codebook(WMO).variables.filter(({ type }) => type === 'single')
    const [one] = first?.categories ?? []
    const name = first?.name ?? ''
    const wave = await limited('groep-vol', { by: { variable: name, most: { [String(one?.value)]: 1 } } })
    expect((await sends('groep-vol', { answers: { [name]: one?.value } })).status).toBe(201)
    let page = await press(at('groep-vol'), await open(at('groep-vol')), 'start', { language: 'nl' })
    while (!page.choices.some((choice) => choice.name === name)) page = await press(at('groep-vol'), page, 'skip')
    const full = await press(at('groep-vol'), page, 'next', { [name]: String(one?.value) })
    expect([full.status, full.heading]).toEqual([410, 'Uit deze groep hebben genoeg mensen meegedaan'])
    const again = await press(at('groep-vol'), full, 'resume')
    expect(again.choices.filter(({ chosen }) => chosen)).toEqual([])
    expect((await press(at('groep-vol'), again, 'skip')).status).toBe(200)
    expect(await storedAnswers(server.context, wave)).toHaveLength(1)
  })
})

describe('a round for trying out', () => {
  const tryOut = (address: string): Promise<Wave> =>
    openWmoWave(server.context, address, { tryOut: true, erasesOn: '2026-12-06' })

  it('is marked on every page, with the day on which it is erased', async () => {
    await tryOut('proef-pagina')
    const ready = await lastPage(at('proef-pagina'))
    for (const page of [await open(at('proef-pagina')), ready, await press(at('proef-pagina'), ready, 'submit')]) {
      expect(words(page)).toContain('Proef.')
      expect(words(page)).toContain('Op 6 december 2026 worden ze gewist.')
    }
  })

  it('is counted nowhere and published never', async () => {
    const wave = await tryOut('proef-telt-niet')
    for (let n = 0; n < 12; n += 1) expect((await sends('proef-telt-niet')).status).toBe(201)
    const headers = { cookie: await server.signIn() }
    const study = await told(ask(server, `/api/studies/${wave.studyId}`, { headers }))
    expect(study).toMatchObject({ waves: [{ answers: 0, erasesOn: '2026-12-06' }] })
    const path = `/api/studies/${wave.studyId}/waves/${wave.id}`
    const published = await told(ask(server, `${path}/publications`, { method: 'POST', json: {}, headers }))
    expect(published).toMatchObject({ status: 409, code: 'waveIsTryOut' })
    for (const analysed of ['patterns', 'account'])
      expect(await told(ask(server, `${path}/${analysed}`, { headers }))).toMatchObject({ code: 'waveIsTryOut' })
  })

  it('erases itself in the daily upkeep, and its address with it', async () => {
    const wave = await tryOut('proef-wist-zich')
    await sends('proef-wist-zich')
    await forgetWhatIsOver(on('2026-12-05'))
    expect(await storedAnswers(server.context, wave)).toHaveLength(1)
    await forgetWhatIsOver(on('2026-12-06'))
    expect(await storedAnswers(server.context, wave)).toEqual([])
    expect((await open(at('proef-wist-zich'))).status).toBe(404)
  })
})
