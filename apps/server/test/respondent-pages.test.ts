import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeWave, type Wave } from '@klankbord/storage'
import { open, press, send, type Filling, type ShownPage } from './filled-page.ts'
import { startServer, type StartedServer } from './started-server.ts'
import { keptDrafts, openWmoWave, storedAnswers } from './wmo-wave.ts'

let server: StartedServer
let waves = 0

beforeAll(async () => {
  server = await startServer()
})

afterAll(() => server.end())

async function freshWave(): Promise<{ readonly wave: Wave; readonly address: string }> {
  waves += 1
  const wave = await openWmoWave(server.context, `ronde-${waves}`)
  return { wave, address: `${server.origin}/v/${wave.address}` }
}

const start = async (address: string): Promise<ShownPage> => press(address, await open(address), 'start')
const codeOn = (page: ShownPage): string =>
  [...page.html.matchAll(/<span>([A-Z2-9]{4})<\/span>/g)].map((match) => match[1]).join('')

/** Fills in each page until the last one before sending: the first choice, or these words. */
async function fillInAll(address: string, first: ShownPage, also: Filling = {}): Promise<ShownPage> {
  let page = first
  while (page.hidden['code'] === undefined) {
    const screen = page.hidden['screen'] ?? ''
    const choice = page.choices[0]
    const filling = also[screen] ?? (choice === undefined ? 'De hulp belde op tijd terug.' : choice.value)
    page = await press(address, page, 'next', { [screen]: filling })
    expect(page.status).toBe(200)
  }
  return page
}

describe('filling in the Wmo questionnaire without scripts', () => {
  it('stores one whole response, after the last button and not before', async () => {
    const { wave, address } = await freshWave()
    const ready = await fillInAll(address, await start(address), { helper: ['1', '2'] })
    expect(await storedAnswers(server.context, wave)).toEqual([])
    expect(await keptDrafts(server.context, wave)).toBe(1)

    const done = await press(address, ready, 'submit')
    expect(done.status).toBe(200)
    const [stored, ...others] = await storedAnswers(server.context, wave)
    expect(others).toEqual([])
    expect(stored).toMatchObject({
      answers: { t1: 1, t5: 1, story: 'De hulp belde op tijd terug.', district: 1, helped: 1, helper: [1, 2] },
      empties: {},
      language: 'nl',
      channel: 'web',
      week: '2026-W47',
    })
    expect(await keptDrafts(server.context, wave)).toBe(0)
  })

  it('says what is saved only after it was stored', async () => {
    const { address } = await freshWave()
    const first = await start(address)
    expect(first.html).not.toContain('Opgeslagen')
    expect((await press(address, first, 'next', { t1: '1' })).html).toContain('Alles tot nu toe is opgeslagen')
  })

  it('keeps a second tap on a button from doing anything twice', async () => {
    const { wave, address } = await freshWave()
    const first = await start(address)
    const taps = await Promise.all([1, 2, 3].map(() => press(address, first, 'next', { t1: '2' })))
    expect(taps.map(({ status, hidden }) => [status, hidden['screen']])).toEqual(taps.map(() => [200, 't2']))

    const ready = await fillInAll(address, taps[0] ?? first)
    const sent = await Promise.all([1, 2, 3].map(() => press(address, ready, 'submit')))
    expect(new Set(sent.map(codeOn)).size).toBe(1)
    expect(codeOn(sent[0] ?? ready)).toHaveLength(12)
    expect(await storedAnswers(server.context, wave)).toHaveLength(1)
  })

  it('shows the same code when the last page is sent again after its answer got lost', async () => {
    const { wave, address } = await freshWave()
    const ready = await fillInAll(address, await start(address))
    const done = await press(address, ready, 'submit')
    const again = await press(address, ready, 'submit')
    expect(again.status).toBe(200)
    expect(codeOn(again)).toBe(codeOn(done))
    expect(await storedAnswers(server.context, wave)).toHaveLength(1)
  })

  it('does not show somebody a code that is not theirs', async () => {
    const { address } = await freshWave()
    const ready = await fillInAll(address, await start(address))
    await press(address, ready, 'submit')
    const guess = await press(address, { ...ready, hidden: { ...ready.hidden, code: 'ABCDEFGH2345' } }, 'submit')
    expect(guess.status).toBe(410)
    expect(guess.html).not.toContain('ABCD')
  })
})

describe('finding the way through the questions', () => {
  it('asks a question that was left empty once more, and then goes on', async () => {
    const { address } = await freshWave()
    const again = await press(address, await start(address), 'next')
    expect([again.status, again.hidden['screen'], again.hidden['asked']]).toEqual([422, 't1', 't1'])
    const next = await press(address, again, 'next')
    expect([next.status, next.hidden['screen']]).toEqual([200, 't2'])
  })

  it('lets people skip, go back and see what they chose', async () => {
    const { address } = await freshWave()
    const second = await press(address, await start(address), 'next', { t1: '3' })
    const third = await press(address, second, 'skip')
    expect(third.hidden['screen']).toBe('t3')
    const back = await press(address, await press(address, third, 'back'), 'back')
    expect(back.choices.filter(({ chosen }) => chosen)).toEqual([{ name: 't1', value: '3', chosen: true }])
  })

  it('keeps what was chosen on a screen that is left by going back', async () => {
    const { address } = await freshWave()
    const second = await press(address, await start(address), 'next', { t1: '3' })
    const first = await press(address, second, 'back', { t2: '4' })
    const secondAgain = await press(address, first, 'next', { t1: '3' })
    expect(secondAgain.choices.find(({ chosen }) => chosen)?.value).toBe('4')
  })

  it('leaves out the answers to a question that a changed mind took away', async () => {
    const { wave, address } = await freshWave()
    const ready = await fillInAll(address, await start(address), { helper: ['3'] })
    const helper = await press(address, ready, 'back')
    const helped = await press(address, helper, 'back', { helper: ['3'] })
    expect(helped.hidden['screen']).toBe('helped')
    const readyAgain = await press(address, helped, 'next', { helped: '2' })
    expect(readyAgain.hidden['code']).toBeDefined()
    await press(address, readyAgain, 'submit')
    const [stored] = await storedAnswers(server.context, wave)
    expect(stored?.answers).toMatchObject({ helped: 2 })
    expect(stored?.answers).not.toHaveProperty('helper')
    expect(stored?.empties).toEqual({ helper: 'notAsked' })
  })

  it('stores a questionnaire in which everything was skipped as skipped', async () => {
    const { wave, address } = await freshWave()
    let page = await start(address)
    while (page.hidden['code'] === undefined) page = await press(address, page, 'skip')
    await press(address, page, 'submit')
    const [stored] = await storedAnswers(server.context, wave)
    expect(stored?.answers).toEqual({})
    expect(stored?.empties).toMatchObject({ t1: 'skipped', story: 'skipped', helper: 'notAsked' })
  })

  it('keeps what was ticked when somebody changes the language', async () => {
    const { wave, address } = await freshWave()
    const english = await press(address, await start(address), 'language:en', { t1: '4' })
    expect(english.html).toContain('lang="en"')
    expect(english.choices.find(({ chosen }) => chosen)?.value).toBe('4')
    await press(address, await fillInAll(address, english), 'submit')
    expect((await storedAnswers(server.context, wave))[0]?.language).toBe('en')
  })
})

describe('stopping and withdrawing', () => {
  it('goes on where somebody paused', async () => {
    const { address } = await freshWave()
    const second = await press(address, await start(address), 'next', { t1: '1' })
    const pause = await press(address, second, 'stop', { t2: '5' })
    const resumed = await press(address, pause, 'resume')
    expect(resumed.hidden['screen']).toBe('t2')
    expect(resumed.choices.find(({ chosen }) => chosen)?.value).toBe('5')
  })

  it('forgets everything when somebody stops for good, and offers to begin again', async () => {
    const { wave, address } = await freshWave()
    const second = await press(address, await start(address), 'next', { t1: '1' })
    const asked = await press(address, await press(address, second, 'stop'), 'erase')
    const gone = await press(address, asked, 'erase')
    expect([asked.heading, gone.heading]).toEqual(['Alles wissen?', 'U bent gestopt'])
    expect(await keptDrafts(server.context, wave)).toBe(0)
    const late = await press(address, second, 'next', { t2: '1' })
    expect(late.status).toBe(410)
    expect(late.html).toContain(`href="/v/${wave.address}?lang=nl"`)
  })

  it('withdraws a response with its code, however it was typed, once', async () => {
    const { wave, address } = await freshWave()
    const done = await press(address, await fillInAll(address, await start(address)), 'submit')
    const code = codeOn(done)
    const form = await open(`${address}/withdraw`)
    const wrong = await press(`${address}/withdraw`, form, 'erase', { code: 'AAAA-BBBB-CCCC' })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('AAAA-BBBB-CCCC')
    expect(await storedAnswers(server.context, wave)).toHaveLength(1)
    const typed = ` ${code.slice(0, 6).toLowerCase()} ${code.slice(6)}`
    expect((await press(`${address}/withdraw`, form, 'erase', { code: typed })).status).toBe(200)
    expect(await storedAnswers(server.context, wave)).toEqual([])
    expect((await press(`${address}/withdraw`, form, 'erase', { code: typed })).status).toBe(422)
  })

  it('does not bring back a withdrawn response when its last page is sent once more', async () => {
    const { wave, address } = await freshWave()
    const first = await start(address)
    const ready = await fillInAll(address, first)
    const done = await press(address, ready, 'submit')
    await press(`${address}/withdraw`, null, 'erase', { code: codeOn(done) })
    const late = await press(address, ready, 'submit')
    expect([late.status, late.heading]).toEqual([410, 'Uw antwoorden zijn gewist'])
    expect((await press(address, first, 'next', { t1: '1' })).status).toBe(410)
    expect([await storedAnswers(server.context, wave), await keptDrafts(server.context, wave)]).toEqual([[], 0])
  })

  it('stores only a hash of the code', async () => {
    const { wave, address } = await freshWave()
    const done = await press(address, await fillInAll(address, await start(address)), 'submit')
    const [stored] = await storedAnswers(server.context, wave)
    expect(stored?.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(stored)).not.toContain(codeOn(done).slice(0, 4))
  })
})

describe('a wave that takes nothing', () => {
  it('is not found at an address that nobody gave out', async () => {
    const page = await open(`${server.origin}/v/bestaat-niet`)
    expect(page.status).toBe(404)
    expect(page.heading).toBe('We vinden deze vragenlijst niet')
  })

  it('says that it is over, also to somebody halfway, but still shows a sent response its code', async () => {
    const { wave, address } = await freshWave()
    const halfway = await start(address)
    const ready = await fillInAll(address, await start(address))
    const done = await press(address, ready, 'submit')
    await closeWave(server.context.database.db, { studyId: wave.studyId, waveId: wave.id }, '2026-05-01')
    expect((await open(address)).status).toBe(410)
    const late = await press(address, halfway, 'next', { t1: '1' })
    expect([late.status, late.heading]).toEqual([410, 'Deze vragenlijst is voorbij'])
    expect(codeOn(await press(address, ready, 'submit'))).toBe(codeOn(done))
  })

  it('names nobody and keeps nothing in any cache', async () => {
    const { address } = await freshWave()
    const page = await start(address)
    expect(page.headers.get('cache-control')).toBe('no-store, no-transform')
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(page.headers.get('x-robots-tag')).toBe('noindex')
    expect(page.headers.get('set-cookie')).toBeNull()
    expect(page.headers.get('strict-transport-security')).toBeNull()
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|upgrade-insecure/)
  })

  it('takes a form from a page that gives "null" as its origin, as a page without referrer does', async () => {
    const { address } = await freshWave()
    const body = new URLSearchParams({ go: 'start', language: 'nl' })
    const response = await fetch(address, { method: 'POST', body, headers: { origin: 'null' } })
    expect(response.status).toBe(200)
  })

  it('refuses a form that no page of ours sends, and stores nothing', async () => {
    const { wave, address } = await freshWave()
    const page = await start(address)
    const strange = await send(address, { ...page.hidden, go: 'next', t1: '1', extra: 'x' })
    expect(strange.status).toBe(422)
    expect(await storedAnswers(server.context, wave)).toEqual([])
  })
})
