import { findStudy, saveDefinition } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWaveOf } from '../every-element.ts'
import { ask, type Answer } from '../http/ask.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { keptDrafts, openWmoWave, storedAnswers } from '../wmo-wave.ts'
import type { Wave } from '@klankbord/storage'

let server: StartedServer
let cookie: string
let wave: Wave

beforeAll(async () => {
  server = await startServer()
  cookie = await server.signIn()
  wave = await openWmoWave(server.context, 'proefronde')
})

afterAll(async () => {
  expect(await keptDrafts(server.context, wave)).toBe(0)
  expect(await storedAnswers(server.context, wave)).toEqual([])
  await server.end()
})

const look = (query = ''): Promise<Answer> =>
  ask(server, `/studio/preview/${wave.studyId}${query}`, { headers: { cookie } })
const tryOut = (form: Readonly<Record<string, string>>, headers = {}): Promise<Answer> =>
  ask(server, `/studio/preview/${wave.studyId}`, { form, headers: { cookie, ...headers } })

describe('a researcher who tries a questionnaire out', () => {
  it('sees the pages of a respondent, marked as a trial', async () => {
    expect((await look()).text).toContain('Meedoen')
    const english = await look('?screen=t1&language=en')
    expect(english.text).toContain('I knew whom I could ask for help.')
    expect(english.text).toContain('We are testing these questions')
    expect(english.text).toContain(`action="/studio/preview/${wave.studyId}"`)
    expect((await look('?screen=helper')).status).toBe(200)
  })

  it.each(['?screen=geen', '?screen=constructor', '?language=xx', '?language=%00&screen=%00', '?screen=t1&screen=t2'])(
    'sees a page for any address: %s',
    async (query) => {
      expect((await look(query)).status).toBe(200)
    },
  )

  it('goes on, is asked once more, skips and goes back, without anything being kept', async () => {
    expect((await tryOut({ go: 'start' })).text).toContain('name="t1"')
    const again = await tryOut({ go: 'next', screen: 't1' })
    expect([again.status, again.text.includes('U vulde hier nog niets in')]).toEqual([422, true])
    expect((await tryOut({ go: 'next', screen: 't1', asked: 't1' })).text).toContain('name="t2"')
    expect((await tryOut({ go: 'next', screen: 't1', t1: '99' })).status).toBe(422)
    expect((await tryOut({ go: 'next', screen: 't1', t1: '1' })).text).toContain('name="t2"')
    expect((await tryOut({ go: 'skip', screen: 't2' })).text).toContain('name="t3"')
    expect((await tryOut({ go: 'back', screen: 't2' })).text).toContain('name="t1"')
    expect((await tryOut({ go: 'next', screen: 'helper', helper: '1' })).text).toContain('Klaar om te versturen')
    expect((await tryOut({ go: 'submit' })).text).toContain('Meedoen')
  })

  it('sees and tries what is there for some people only', async () => {
    const elements = [
      { type: 'radiogroup', name: 'living', title: 'Hoe woont u?', choices: [1, 2] },
      { type: 'checkbox', name: 'help', title: 'Hulp?', choices: [1, { value: 2, visibleIf: '{living} = 1' }] },
      { type: 'text', name: 'partner', title: 'Partner?', enableIf: '{living} = 1' },
    ]
    const { studyId } = await openWaveOf(
      server.context,
      { title: 'Wonen', pages: [{ name: 'home', elements }] },
      'thuis',
    )
    const there = `/studio/preview/${studyId}`
    const next = (form: Readonly<Record<string, string>>): Promise<Answer> =>
      ask(server, there, { form: { go: 'next', ...form }, headers: { cookie } })
    const help = await ask(server, `${there}?screen=help`, { headers: { cookie } })
    expect(help.text).toMatch(/name="help"\s+value="2"/)
    expect((await next({ screen: 'living', living: '99' })).status).toBe(422)
    expect((await next({ screen: 'help', help: '2' })).text).toContain('name="partner"')
    expect((await next({ screen: 'partner', partner: 'Goed' })).text).toContain('Klaar om te versturen')
  })

  it('does so over plain http as well, where a page without referrer says "null"', async () => {
    expect((await tryOut({ go: 'start' }, { origin: 'null' })).status).toBe(200)
  })

  it('sees that there is nothing to see while the definition does not compile', async () => {
    const { db } = server.context.database
    const study = await findStudy(db, wave.studyId)
    const revision = study?.definition.revision ?? 0
    await saveDefinition(db, wave.studyId, { text: '{', revision })
    expect((await look()).status).toBe(422)
    expect((await tryOut({ go: 'start' })).status).toBe(422)
    await saveDefinition(db, wave.studyId, { text: study?.definition.text ?? '', revision: revision + 1 })
    expect((await look()).status).toBe(200)
  })
})
