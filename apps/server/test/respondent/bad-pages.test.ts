import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EVERY_ELEMENT, openWaveOf } from '../every-element.ts'
import { open, press, send, type ShownPage } from '../filled-page.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { wordsOf } from './page-words.ts'

const WORDS = 'Bij mijn zus'
/** What somebody chose and typed on the second screen. */
const LIVING = { living: 'other', 'living-Comment': WORDS }

let server: StartedServer
let address: string

beforeAll(async () => {
  server = await startServer()
  const wave = await openWaveOf(server.context, EVERY_ELEMENT, 'proefronde')
  address = `${server.origin}/v/${wave.address}`
})

afterAll(() => server.end())

/** The second screen, on which words can be typed. */
async function secondScreen(): Promise<ShownPage> {
  return press(address, await press(address, await open(address), 'start'), 'next', { consent: 'true' })
}

const tampered = (page: ShownPage, hidden: Readonly<Record<string, string>>): ShownPage => ({
  ...page,
  hidden: { ...page.hidden, ...hidden },
})

describe('a page that was tampered with', () => {
  it.each([
    ['has a field that no page of ours has', { extra: '1' }],
    ['names a language that cannot be one', { language: '<b>' }],
    ['names a screen that is none', { screen: 'nowhere' }],
    ['belongs to a draft that cannot be one', { draft: 'a draft' }],
    ['says that something was asked that is no question', { asked: 'nothing' }],
  ])('keeps what was typed and says what to do when it %s', async (_what, hidden) => {
    const page = await press(address, tampered(await secondScreen(), hidden), 'next', LIVING)
    expect([page.status, page.heading]).toEqual([422, 'Er ging iets mis bij ons'])
    expect(wordsOf(page)).toContain('Ga terug naar de vorige pagina en probeer het nog eens.')
    expect(wordsOf(page)).toContain('Hoe woont u? Anders')
    expect(wordsOf(page)).toContain(WORDS)
    expect(wordsOf(page)).toContain('Cliëntenraad Testdorp')
  })

  it('keeps its answers on the page when the option is none that we offer', async () => {
    const page = await press(address, await secondScreen(), 'next', { living: '99', 'living-Comment': WORDS })
    expect([page.status, page.hidden['screen']]).toEqual([422, 'living'])
    expect(page.html).toContain(`value="${WORDS}"`)
  })

  it('gets on with the questions that are asked when it answers one that is not', async () => {
    const second = await secondScreen()
    const visits = await press(address, tampered(second, { screen: 'partner' }), 'next', { partner: 'Goed' })
    expect([visits.status, visits.html.includes('name="go"')]).toEqual([200, true])
  })

  it('reaches no draft of another wave', async () => {
    const other = await openWaveOf(server.context, EVERY_ELEMENT, 'andere-ronde')
    const there = `${server.origin}/v/${other.address}`
    const page = await press(there, await secondScreen(), 'next', LIVING)
    expect([page.status, page.heading]).toEqual([410, 'Deze pagina is te oud'])
    expect(wordsOf(page)).toContain(WORDS)
    expect(page.html).toContain('href="/v/andere-ronde?lang=nl"')
  })

  it('shows what was typed as text, whatever it is', async () => {
    const markup = '<script>alert(1)</script>'
    const page = await press(address, tampered(await secondScreen(), { extra: '1' }), 'next', {
      ...LIVING,
      'living-Comment': markup,
    })
    expect(page.html).not.toContain(markup)
    expect(wordsOf(page)).toContain('&lt;script&gt;alert(1)')
  })
})

describe('half an answer that is left by going back or stopping', () => {
  it('is not kept, and the other answers of its screen are, with what the half one was before', async () => {
    let page = await press(address, await secondScreen(), 'skip')
    while (page.hidden['screen'] !== 'since') page = await press(address, page, 'skip')
    const moved = { 'moved:month': '11', 'moved:year': '2019' }
    const planned = { 'planned:day': '31', 'planned:month': '12', 'planned:year': '2199' }
    const before = await press(address, page, 'back', { ...moved, ...planned, 'since:day': '9' })
    const again = await press(address, before, 'skip')
    expect(again.html).toMatch(/name="moved:month"[^>]*value="11"/)
    expect(again.html).not.toMatch(/name="since:day"[^>]*value="9"/)
    const stop = await press(address, again, 'stop', {
      ...moved,
      'moved:year': '20',
      ...planned,
      'planned:year': '2198',
    })
    const resumed = await press(address, stop, 'resume')
    expect(resumed.html).toMatch(/name="moved:year"[^>]*value="2019"/)
    expect(resumed.html).toMatch(/name="planned:year"[^>]*value="2198"/)
  })
})

describe('a language that does not exist', () => {
  it('is the author’s own on the introduction and on the way, with what was typed', async () => {
    expect((await open(`${address}?lang=xx`)).html).toContain('<html lang="nl"')
    const page = await press(address, await secondScreen(), 'language:xx', LIVING)
    expect([page.status, page.html.includes('<html lang="nl"')]).toEqual([200, true])
    expect(page.html).toContain(`value="${WORDS}"`)
  })
})

describe('text that is strange or long', () => {
  it('is stored as it was typed when it has emoji', async () => {
    const emoji = 'Bij mijn zus 👩‍👧‍👦 🏳️‍🌈'
    const third = await press(address, await secondScreen(), 'next', { ...LIVING, 'living-Comment': emoji })
    expect(third.hidden['screen']).toBe('town')
    expect((await press(address, third, 'back')).html).toContain(`value="${emoji}"`)
  })

  it('comes back without the sign that cannot be stored, and can be sent as it stands', async () => {
    const page = await press(address, await secondScreen(), 'next', {
      ...LIVING,
      'living-Comment': 'Bij\u0000 mijn zus',
    })
    expect([page.status, page.hidden['screen']]).toEqual([422, 'living'])
    expect(wordsOf(page)).toContain('Dat teken hebben we weggehaald.')
    expect(page.html).toContain(`value="${WORDS}"`)
    expect((await press(address, page, 'next', LIVING)).hidden['screen']).toBe('town')
  })

  it('comes back whole when it is too long, also where it is a whole book', async () => {
    for (const length of [251, 5000, 200_000]) {
      const long = 'ب'.repeat(length / 6)
      const page = await press(address, await secondScreen(), 'next', {
        ...LIVING,
        'living-Comment': `${long}${'a'.repeat(251)}`,
      })
      expect([page.status, page.hidden['screen']]).toEqual([422, 'living'])
      expect(wordsOf(page)).toContain('te lang')
      expect(page.html).toContain(long)
    }
  })

  it('is called too much in plain words when no form of ours can hold it', async () => {
    const page = await press(address, await secondScreen(), 'next', {
      living: 'other',
      'living-Comment': 'a'.repeat(300_000),
    })
    expect([page.status, page.heading]).toEqual([413, 'Dit is te veel tekst voor één keer'])
    expect(wordsOf(page)).toContain('maak de tekst korter')
  })
})

describe('a browser that does something else than ours ask', () => {
  it('is told what to do when it sends a file', async () => {
    const form = new FormData()
    form.set('go', 'next')
    form.set('living', new Blob(['x']), 'photo.jpg')
    const response = await fetch(address, { method: 'POST', body: form, headers: { accept: 'text/html' } })
    expect(response.status).toBe(415)
    expect(await response.text()).toContain('Ga terug naar de vorige pagina en probeer het nog eens.')
  })

  it('comes to the end without ever taking a cookie', async () => {
    let page = await secondScreen()
    while (page.hidden['code'] === undefined) {
      expect(page.headers.get('set-cookie')).toBeNull()
      page = await press(address, page, 'skip')
    }
    const done = await press(address, page, 'submit')
    expect([done.status, done.headers.get('set-cookie')]).toEqual([200, null])
  })

  it('goes on with Enter where a browser sends no button', async () => {
    const { hidden } = await secondScreen()
    expect((await send(address, { ...hidden, ...LIVING })).hidden['screen']).toBe('town')
  })
})
