import { closeWave } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openConsentingWave } from '../consenting-wave.ts'
import { open, press, type Filling, type ShownPage } from '../filled-page.ts'
import { serveBeside } from '../http/server-beside.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { handOutCodes, openWmoWave } from '../wmo-wave.ts'
import { wordsOf } from './page-words.ts'

const LONG_AGO = '2026-05-01'
const WORDS = { t1: '3' }

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
})

afterAll(() => server.end())

const at = (address: string): string => `${server.origin}/v/${address}`

async function begun(address: string): Promise<ShownPage> {
  await openWmoWave(server.context, address)
  return press(at(address), await open(at(address)), 'start')
}

async function lastPage(address: string): Promise<ShownPage> {
  let page = await begun(address)
  while (page.hidden['code'] === undefined) page = await press(at(address), page, 'skip')
  return page
}

/** What a page says once it was asked for in English, and then in large letters. */
async function otherwise(address: string, page: ShownPage, filling: Filling = {}): Promise<ShownPage> {
  expect(page.html).toMatch(/<button[^>]*name="go"\s+value="language:en"/)
  const english = await press(address, page, 'language:en', filling)
  expect(english.html).toContain('<html lang="en"')
  const large = await press(address, english, 'look:large', filling)
  expect([english.status, large.status]).toEqual([page.status, page.status])
  expect(large.html).toMatch(/<html lang="en"[^>]*class="large"/)
  expect(large.html).toMatch(/<details[^>]*id="look"[^>]* open/)
  expect(large.heading).toBe(english.heading)
  expect(large.heading).not.toBe(page.heading)
  return large
}

describe('a page that says why nobody can take part', () => {
  it('is read in another language and in large letters where the wave is closed', async () => {
    const wave = await openWmoWave(server.context, 'dicht')
    await closeWave(server.context.database.db, { studyId: wave.studyId, waveId: wave.id }, LONG_AGO)
    for (const address of [at('dicht'), `${at('dicht')}/resume`]) {
      const large = await otherwise(at('dicht'), await open(address))
      expect(large.heading).toBe('This questionnaire is over')
      expect(large.html).toMatch(/href="[^"]*\/dicht\/start/)
      expect(large.html).toMatch(/<ul class="languages"/)
      expect(large.html.indexOf('<ul class="languages"')).toBeGreaterThan(large.html.indexOf('<div class="letter"'))
    }
    const other = `${at('dicht')}/other`
    expect((await otherwise(other, await open(other))).heading).toBe('This questionnaire is closed')
  })

  it('is before the first day still that, with the date', async () => {
    await openWmoWave(server.context, 'straks', { opensOn: '2099-02-01' })
    expect((await otherwise(at('straks'), await open(at('straks')))).heading).toContain('1 February 2099')
  })
})

describe('a form that is not taken, in another language and in large letters', () => {
  it('is still too late, with what was filled in to read and to send again', async () => {
    const first = await begun('te-laat')
    const { studyId, waveId } = await placeOf('te-laat')
    await closeWave(server.context.database.db, { studyId, waveId }, LONG_AGO)
    const late = await press(at('te-laat'), first, 'next', WORDS)
    expect(late.heading).toBe('Deze vragenlijst is voorbij')
    const large = await otherwise(at('te-laat'), late)
    expect(wordsOf(large)).toContain('What you filled in')
    expect(large.hidden).toMatchObject({ ...WORDS, draft: first.hidden['draft'], 'go.before': 'next' })
  })

  it('is still too late where nothing was filled in, with the way to what can be done', async () => {
    const first = await begun('te-laat-leeg')
    const { studyId, waveId } = await placeOf('te-laat-leeg')
    await closeWave(server.context.database.db, { studyId, waveId }, LONG_AGO)
    const late = await press(at('te-laat-leeg'), first, 'next')
    for (const page of [late, await otherwise(at('te-laat-leeg'), late)])
      expect(page.html).toMatch(/href="[^"]*\/te-laat-leeg\/start/)
  })

  it('was sent already, and belongs to nothing any more', async () => {
    const ready = await lastPage('al-verstuurd')
    await press(at('al-verstuurd'), ready, 'submit')
    const sent = await press(at('al-verstuurd'), ready, 'next', { screen: 't1', code: '', ...WORDS })
    expect(sent.heading).toBe('U heeft uw antwoorden al verstuurd')
    await otherwise(at('al-verstuurd'), sent)
    const elsewhere = await press(at((await openWmoWave(server.context, 'elders')).address), ready, 'next')
    expect(elsewhere.heading).toBe('Deze pagina is te oud')
    await otherwise(at('elders'), elsewhere)
  })

  it('is still one that no page of ours sends, with what was filled in', async () => {
    const first = await begun('vreemd')
    const wrong = await press(at('vreemd'), { ...first, hidden: { ...first.hidden, extra: '1' } }, 'next', WORDS)
    expect([wrong.status, wrong.heading]).toEqual([422, 'Er ging iets mis bij ons'])
    expect(wordsOf(await otherwise(at('vreemd'), wrong))).toContain('What you filled in')
  })

  it('still comes too early where there were too many, and is taken once there are fewer', async () => {
    const { context } = server
    await openWmoWave(context, 'druk')
    const beside = await serveBeside({ ...context, settings: { ...context.settings, requestsPerMinute: 30 } })
    try {
      const address = `${beside.origin}/v/druk`
      const first = await press(address, await open(address), 'start')
      for (let one = 1; one < 15; one += 1) await press(address, first, 'language:nl')
      const busy = await press(address, first, 'next', WORDS)
      expect(busy.status).toBe(429)
      const large = await otherwise(address, busy)
      const taken = await press(at('druk'), large, 'next')
      expect([taken.status, taken.hidden['screen'], taken.hidden['look']]).toEqual([200, 't2', 'large'])
      expect((await press(at('druk'), taken, 'back')).choices.filter(({ chosen }) => chosen)).toMatchObject([
        { name: 't1', value: '3' },
      ])
    } finally {
      await beside.end()
    }
  })

  it('still waits for another code, which can be typed in between', async () => {
    const wave = await openWmoWave(server.context, 'met-code', { mode: 'codeConfidential' })
    const [code = ''] = await handOutCodes(server.context, wave)
    const two = [1, 2].map(async () => press(at('met-code'), await open(at('met-code')), 'start', { access: code }))
    const [mine, theirs] = await Promise.all(two)
    let ready = theirs ?? null
    while (ready?.hidden['code'] === undefined) ready = await press(at('met-code'), ready, 'skip')
    await press(at('met-code'), ready, 'submit')
    const refused = await press(at('met-code'), mine ?? null, 'next', WORDS)
    expect(refused.status).toBe(403)
    const large = await otherwise(at('met-code'), refused, { access: code })
    expect(large.hidden).toMatchObject(WORDS)
    const [another = ''] = await handOutCodes(server.context, wave)
    expect((await press(at('met-code'), large, 'next', { access: another })).status).toBe(200)
  })
})

describe('thanks for a request', () => {
  it('is said once more, and nothing is kept twice', async () => {
    await openConsentingWave(server.context, 'nog-eens')
    const address = `${at('nog-eens')}/again`
    const typed = { name: 'A. Naam', reach: 'a@voorbeeld.example', agreed: 'yes' }
    const done = await press(address, await open(address), 'submit', typed)
    expect(done.heading).toBe('Uw naam is bewaard')
    const again = await press(address, done, 'look:large')
    expect([again.heading, again.hidden['kept']]).toEqual([done.heading, 'yes'])
    expect(again.html).toContain('class="large"')
    const contacts = await server.context.database.db.selectFrom('contact.people').select('id').execute()
    expect(contacts).toHaveLength(1)
  })
})

async function placeOf(address: string): Promise<{ readonly studyId: string; readonly waveId: string }> {
  const { study_id: studyId, id: waveId } = await server.context.database.db
    .selectFrom('waves')
    .select(['study_id', 'id'])
    .where('address', '=', address)
    .executeTakeFirstOrThrow()
  return { studyId, waveId }
}
