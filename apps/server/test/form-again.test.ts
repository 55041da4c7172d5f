import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openDatabase, type Database } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../src/app.ts'
import { openWaveOf } from './every-element.ts'
import { open, press } from './filled-page.ts'
import { startServer, type StartedServer } from './started-server.ts'
import { openWmoWave } from './wmo-wave.ts'

const NOWHERE = openDatabase('postgresql://nobody@/none?host=/nonexistent', { connectTimeout: 200 })

let server: StartedServer
let doorman: Server
let away = false
let address: string

/** The same server behind a database that can be taken away. */
beforeAll(async () => {
  server = await startServer()
  const wave = await openWmoWave(server.context, 'proefronde')
  const { database } = server.context
  const leaving: Database = {
    ...database,
    get db() {
      return (away ? NOWHERE : database).db
    },
    ping: () => (away ? NOWHERE : database).ping(),
  }
  doorman = createServer(createApp({ ...server.context, database: leaving }))
  await new Promise<void>((resolve) => doorman.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(doorman.address() as AddressInfo).port}/v/${wave.address}`
})

afterAll(async () => {
  doorman.closeAllConnections()
  await new Promise((resolve) => doorman.close(resolve))
  await NOWHERE.close()
  await server.end()
})

describe('somebody who sends a page while the database is away', () => {
  it('gets the same page back with what was filled in, and can send it again later', async () => {
    const first = await press(address, await open(address), 'start')
    away = true
    const again = await press(address, first, 'next', { t1: '3' })
    expect([again.status, again.headers.get('retry-after')]).toEqual([503, '5'])
    expect(again.hidden).toMatchObject({ screen: 't1', draft: first.hidden['draft'] })
    expect(again.choices.filter(({ chosen }) => chosen)).toEqual([{ name: 't1', value: '3', chosen: true }])
    expect(again.html).toContain('niet goed aangekomen')
    expect(again.html).not.toContain('Opgeslagen')

    away = false
    const second = await press(address, again, 'next', { t1: '3' })
    expect([second.status, second.hidden['screen']]).toEqual([200, 't2'])
    expect(second.html).toContain('Alles tot nu toe is opgeslagen')
  })

  it('gets back too what was only there because of an earlier answer', async () => {
    const elements = [
      { type: 'checkbox', name: 'help', title: 'Hulp?', choices: [1, { value: 2, visibleIf: '{living} = 1' }] },
      { type: 'text', name: 'partner', title: 'Partner?', enableIf: '{living} = 1' },
      { type: 'text', name: 'child', title: 'Kind?', visibleIf: '{living} = 1' },
      {
        type: 'matrix',
        name: 'care',
        title: 'Zorg?',
        columns: [1, 2],
        rows: ['a', { value: 'b', visibleIf: '{living} = 1' }],
      },
    ]
    const { address: code } = await openWaveOf(
      server.context,
      {
        title: 'Wonen',
        pages: [
          { name: 'home', elements: [{ type: 'radiogroup', name: 'living', title: 'Hoe woont u?', choices: [1, 2] }] },
          { name: 'more', title: 'Meer', shortGroup: true, elements },
        ],
      },
      'samen',
    )
    const there = address.replace(/[^/]+$/, code)
    const group = await press(there, await press(there, await open(there), 'start'), 'next', { living: '1' })
    away = true
    const again = await press(there, group, 'next', { help: ['1', '2'], partner: 'Goed', child: 'Ook', 'care:b': '2' })
    away = false
    expect([again.status, again.hidden['screen']]).toEqual([503, 'help'])
    expect(again.choices.filter(({ chosen }) => chosen).map(({ name, value }) => [name, value])).toEqual([
      ['help', '1'],
      ['help', '2'],
      ['care:b', '2'],
    ])
    expect(again.html).toMatch(/value="Goed"[\s\S]*value="Ook"/)
  })

  it('can still send everything once the database is back', async () => {
    let page = await press(address, await open(address), 'start')
    while (page.hidden['code'] === undefined) page = await press(address, page, 'skip')
    away = true
    const failed = await press(address, page, 'submit')
    expect([failed.status, failed.heading]).toEqual([503, 'Het lukt nu even niet'])
    expect(failed.html).toContain('Wat u invulde, staat nog op deze pagina.')
    away = false
    // The page itself sends all of it again, with the same button.
    expect(failed.html).toContain('name="go" value="submit"')
    expect((await press(address, failed, 'submit')).heading).toBe('Opgeslagen. Dank u wel.')
  })

  it('reads that it does not work just now on a page without questions', async () => {
    away = true
    const introduction = await open(address)
    expect([introduction.status, introduction.heading]).toEqual([503, 'Het lukt nu even niet'])
    const { origin } = new URL(address)
    expect((await fetch(`${origin}/readyz`)).status).toBe(503)
    expect((await fetch(`${origin}/healthz`)).status).toBe(200)
    away = false
    expect((await fetch(`${origin}/readyz`)).status).toBe(200)
  })
})
