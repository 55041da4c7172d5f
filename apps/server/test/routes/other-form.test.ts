import type { OfferedChannel } from '@klankbord/model'
import { changeWave, listFormRequests } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contactStore } from '../../src/contacts/contact-store.ts'
import { ask, type Answer } from '../http/ask.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { openWmoWave } from '../wmo-wave.ts'

let server: StartedServer
let place: { readonly studyId: string; readonly waveId: string }

const REQUEST = { form: 'talk', name: 'Bo van Dam', reach: 'Dorpsweg 2\r\n1234 AB Voorbeeldstad', when: 'dinsdag' }

const send = (form: Readonly<Record<string, string>>): Promise<Answer> =>
  ask(server, '/v/andersom/other', { method: 'POST', form: { go: 'submit', language: 'nl', ...form } })
const kept = () => listFormRequests(contactStore(server.context), place)

beforeAll(async () => {
  server = await startServer()
  const { studyId, id: waveId } = await openWmoWave(server.context, 'andersom')
  place = { studyId, waveId }
  await offer(['web', 'paper', 'telephone', 'interviewer'])
})
afterAll(() => server.end())

const offer = (channels: readonly OfferedChannel[]) => changeWave(server.context.database.db, place, { channels })

describe('somebody who would rather take part in another way', () => {
  it('finds the way there on the introduction', async () => {
    expect((await ask(server, '/v/andersom')).text).toContain('href="/v/andersom/other?lang=nl"')
    const page = await ask(server, '/v/andersom/other?lang=nl')
    expect(page.status).toBe(200)
    expect(page.text).toContain('Liever op een andere manier?')
    expect(page.text).toContain('We wissen het')
  })

  it('asks for it, and only that, who and how to reach them is kept', async () => {
    const done = await send(REQUEST)
    expect([done.status, done.text.includes('Uw vraag is aangekomen')]).toEqual([200, true])
    expect(await kept()).toEqual([
      {
        id: expect.any(String),
        done: false,
        form: 'talk',
        name: 'Bo van Dam',
        reach: 'Dorpsweg 2\n1234 AB Voorbeeldstad',
        when: 'dinsdag',
      },
    ])
    const row = await contactStore(server.context)
      .db.selectFrom('contact.form_requests')
      .selectAll()
      .executeTakeFirstOrThrow()
    expect(Object.keys(row).toSorted()).toEqual(['done', 'form', 'id', 'sealed', 'study_id', 'wave_id'])
    expect(JSON.stringify(row)).not.toMatch(/Dorpsweg|Bo van Dam/)
  })

  it('is told from then on that names are kept in this study', async () => {
    expect((await ask(server, '/v/andersom')).text).toContain('Dan staan uw naam en adres op een aparte lijst.')
  })

  it('is asked for what is missing, and keeps what was typed', async () => {
    const before = (await kept()).length
    const page = await send({ name: 'Bo <b>', reach: '', when: 'x'.repeat(201) })
    expect(page.status).toBe(422)
    for (const told of [
      'Kies hoe u wilt meedoen.',
      'Schrijf op hoe wij u kunnen bereiken.',
      '1 teken te lang',
      'Bo &lt;b&gt;',
    ])
      expect(page.text).toContain(told)
    expect(await kept()).toHaveLength(before)
  })

  it('reads the page in another language without losing what was typed', async () => {
    const page = await send({ ...REQUEST, go: 'language:en' })
    expect(page.text).toContain('lang="en"')
    expect(page.text).toContain('value="Bo van Dam"')
  })

  it('is offered no way that nobody sees to', async () => {
    await offer(['web', 'kiosk'])
    expect((await ask(server, '/v/andersom')).text).not.toContain('/other')
    const page = await ask(server, '/v/andersom/other')
    expect(page.text).toContain('U kunt alleen op deze pagina’s meedoen.')
    expect(page.text).not.toContain('name="reach"')
    expect((await send(REQUEST)).status).toBe(422)
    await offer(['web', 'paper'])
    expect((await send(REQUEST)).status).toBe(422)
    expect((await send({ ...REQUEST, form: 'paper' })).status).toBe(200)
  })
})

describe('the page for another way', () => {
  it('is filled up, kept nowhere and runs nothing, like every page of respondents', async () => {
    const page = await ask(server, '/v/andersom/other')
    expect(page.headers.get('cache-control')).toContain('no-store')
    expect(page.headers.get('content-security-policy')).toBe(
      (await ask(server, '/v/andersom/withdraw')).headers.get('content-security-policy'),
    )
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(Number(page.headers.get('content-length')) % 12_288).toBe(0)
  })

  it('takes no field that it does not have, such as a code', async () => {
    const before = (await kept()).length
    expect((await send({ ...REQUEST, form: 'paper', access: 'K7M-D93-XWPN' })).status).toBe(422)
    expect(await kept()).toHaveLength(before)
  })

  it('is on no screen that stands somewhere for everybody', async () => {
    await offer(['web', 'kiosk', 'paper'])
    expect((await ask(server, '/v/andersom')).text).toContain('/other')
    expect((await ask(server, '/v/andersom/kiosk')).text).not.toContain('/other')
  })

  it('is there before the first day, and not after the last', async () => {
    await changeWave(server.context.database.db, place, { opensOn: '2099-01-01', channels: ['web', 'paper'] })
    expect((await send({ ...REQUEST, form: 'paper' })).status).toBe(200)
    await changeWave(server.context.database.db, place, { opensOn: null, closesOn: '2020-01-01' })
    expect((await send({ ...REQUEST, form: 'paper' })).status).toBe(410)
    expect((await ask(server, '/v/andersom/other')).status).toBe(410)
    await changeWave(server.context.database.db, place, { closesOn: null })
  })

  it('is not there for a wave that is not there', async () => {
    expect((await ask(server, '/v/nergens/other')).status).toBe(404)
  })
})
