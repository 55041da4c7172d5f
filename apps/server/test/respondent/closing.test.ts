import { closeWave } from '@klankbord/storage'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { open, press, type ShownPage } from '../filled-page.ts'
import { ask } from '../http/ask.ts'
import { serveBeside } from '../http/server-beside.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { keptDrafts, openWmoWave, storedAnswers } from '../wmo-wave.ts'

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
})

afterAll(() => server.end())

async function lastPage(address: string, language = 'nl'): Promise<ShownPage> {
  let page = await press(address, await open(address), 'start', { language })
  while (page.hidden['code'] === undefined) page = await press(address, page, 'skip')
  return page
}

it('refuses what is sent after the days of grace, on a page in the language that was chosen', async () => {
  const wave = await openWmoWave(server.context, 'te-laat')
  const address = `${server.origin}/v/te-laat`
  const [dutch, english] = [await lastPage(address), await lastPage(address, 'en')]
  await closeWave(server.context.database.db, { studyId: wave.studyId, waveId: wave.id }, '2026-05-01')
  const [late, lateEnglish] = [await press(address, dutch, 'submit'), await press(address, english, 'submit')]
  expect([late.status, late.heading]).toEqual([410, 'Deze vragenlijst is voorbij'])
  expect(late.html).toContain('Cliëntenraad Testdorp')
  expect([lateEnglish.status, lateEnglish.heading]).toEqual([410, 'This questionnaire is over'])
  expect(await storedAnswers(server.context, wave)).toEqual([])
})

it('still erases what was not sent when the wave is closed', async () => {
  const wave = await openWmoWave(server.context, 'te-laat-wissen')
  const address = `${server.origin}/v/te-laat-wissen`
  const ready = await lastPage(address)
  await closeWave(server.context.database.db, { studyId: wave.studyId, waveId: wave.id }, '2026-05-01')
  expect(await keptDrafts(server.context, wave)).toBe(1)
  expect((await press(address, ready, 'erase')).status).toBe(200)
  expect(await keptDrafts(server.context, wave)).toBe(0)
})

it('goes on in another process with the page of the one before', async () => {
  const wave = await openWmoWave(server.context, 'herstart')
  const ready = await lastPage(`${server.origin}/v/herstart`)
  const other = await serveBeside(server.context)
  try {
    const address = `${other.origin}/v/herstart`
    const back = await press(address, ready, 'back')
    expect([back.status, back.hidden['screen']]).toEqual([200, 'helped'])
    expect((await press(address, ready, 'submit')).heading).toBe('Opgeslagen. Dank u wel.')
  } finally {
    await other.end()
  }
  expect((await press(`${server.origin}/v/herstart`, ready, 'submit')).status).toBe(200)
  expect(await storedAnswers(server.context, wave)).toHaveLength(1)
})

it('stores the week and no time of anybody', async () => {
  const wave = await openWmoWave(server.context, 'alleen-de-week')
  const address = `${server.origin}/v/alleen-de-week`
  await press(address, await lastPage(address), 'submit')
  const row = await server.context.database.db
    .selectFrom('responses')
    .selectAll()
    .where('wave_id', '=', wave.id)
    .executeTakeFirstOrThrow()
  expect(row.week).toBe('2026-W47')
  for (const [column, value] of Object.entries(row)) {
    expect([column, value instanceof Date]).toEqual([column, false])
    expect(JSON.stringify(value)).not.toMatch(/\d{4}-\d{2}-\d{2}|\d{2}:\d{2}/)
  }
})

it('withdraws on the page what was sent by a program, and by a program what was sent on the page', async () => {
  const wave = await openWmoWave(server.context, 'van-twee-kanten')
  const address = `${server.origin}/v/van-twee-kanten`
  const ready = await lastPage(address)
  await press(address, ready, 'submit')
  const gone = await ask(server, '/api/waves/van-twee-kanten/responses', {
    method: 'DELETE',
    json: { code: ready.hidden['code']?.toLowerCase().replaceAll('-', ' ') },
  })
  expect([gone.status, gone.json()]).toEqual([200, { withdrawn: true }])
  expect(await storedAnswers(server.context, wave)).toEqual([])
  const again = await press(`${address}/withdraw`, null, 'erase', { code: ready.hidden['code'] ?? '' })
  expect([again.status, again.html.includes('Deze code klopt niet, of de antwoorden zijn al gewist.')]).toEqual([
    422,
    true,
  ])
})

it('tells somebody who tries a code once more what somebody with a code that never was is told', async () => {
  await openWmoWave(server.context, 'twee-keer-wissen')
  const address = `${server.origin}/v/twee-keer-wissen`
  const ready = await lastPage(address)
  await press(address, ready, 'submit')
  const code = ready.hidden['code'] ?? ''
  const erase = async (typed: string): Promise<ShownPage> =>
    press(`${address}/withdraw`, null, 'erase', { code: typed })
  expect((await erase(code)).status).toBe(200)
  // One sign of it is another, so this one was handed out to nobody.
  const never = `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`
  const [again, unknown] = [await erase(code), await erase(never)]
  expect([again.status, unknown.status]).toEqual([422, 422])
  // Spaces at the end fill the page up to the same size.
  expect(again.html.replaceAll(code, '').trimEnd()).toBe(unknown.html.replaceAll(never, '').trimEnd())
})
