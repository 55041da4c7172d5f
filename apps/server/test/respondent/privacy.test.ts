import { addContacts, closeWave, openDatabase, saveRetentionTerms, type Database, type Wave } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contactStore } from '../../src/contacts/contact-store.ts'
import { open, press, type ShownPage } from '../filled-page.ts'
import { serveBeside } from '../http/server-beside.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { handOutCodes, openWmoWave } from '../wmo-wave.ts'

const UNTRUE = 'We bewaren geen naam en geen adres.'
const APART = 'Dan staan uw naam en adres op een aparte lijst.'
const SOMEBODY = {
  name: 'Zwaantje Findmij',
  address: [],
  email: 'zwaantje@voorbeeldstad.example',
  phone: null,
  language: null,
  reachBy: null,
  consent: null,
}

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
})

afterAll(() => server.end())

const pagesOf = (wave: Wave): string => `${server.origin}/v/${wave.address}`

/** A study with somebody's name and address, and a term for answers. */
async function importContacts({ studyId }: Wave): Promise<void> {
  await addContacts(contactStore(server.context), { studyId, purpose: 'invitation' }, [SOMEBODY])
  await saveRetentionTerms(server.context.database.db, studyId, { contacts: 2, answers: 12, publications: null })
}

async function readyPage(wave: Wave, from: ShownPage): Promise<ShownPage> {
  let page = from
  while (page.hidden['code'] === undefined) page = await press(pagesOf(wave), page, 'skip')
  return page
}

describe.each(['open', 'codeAnonymous', 'codeConfidential'] as const)(
  'somebody in a study with names and addresses, in a wave that is %s',
  (mode) => {
    it('reads on no page that there are none, and on every question how long what is kept', async () => {
      const wave = await openWmoWave(server.context, `namen-${mode.toLowerCase()}`, { mode })
      const [code = ''] = mode === 'open' ? [] : await handOutCodes(server.context, wave)
      const introduction = await open(pagesOf(wave))
      expect(introduction.html.includes(UNTRUE)).toBe(true)
      await importContacts(wave)
      const told = await open(pagesOf(wave))
      const slip = await press(pagesOf(wave), told, 'start', { access: 'K7M' })
      const first = await press(pagesOf(wave), told, 'start', { access: code })
      const again = await press(pagesOf(wave), first, 'next', { t1: '99' })
      const ready = await readyPage(wave, first)
      const stop = await press(pagesOf(wave), ready, 'stop')
      const withdraw = await open(`${pagesOf(wave)}/withdraw`)
      const done = await press(pagesOf(wave), ready, 'submit')
      const used = await press(pagesOf(wave), told, 'start', { access: code })
      for (const page of [told, slip, first, again, ready, stop, withdraw, done, used]) {
        expect([page.heading, page.html.includes(UNTRUE)]).toEqual([page.heading, false])
      }
      for (const page of [told, first, again, ready]) {
        expect(page.html).toContain(APART)
        expect(page.html).toContain('We wissen ze 2 maanden nadat')
        expect(page.html).toContain('We wissen uw antwoorden 12 maanden nadat')
        expect(page.html.includes('Wil iemand de antwoorden van één mens bekijken?')).toBe(mode === 'codeAnonymous')
      }
    })
  },
)

it('reads the same while the database is away', async () => {
  const wave = await openWmoWave(server.context, 'namen-zonder-database')
  await importContacts(wave)
  const { database } = server.context
  const nowhere = openDatabase('postgresql://nobody@/none?host=/nonexistent', { connectTimeout: 200 })
  let away = false
  const leaving: Database = {
    ...database,
    get db() {
      return (away ? nowhere : database).db
    },
  }
  const other = await serveBeside({ ...server.context, database: leaving })
  const address = `${other.origin}/v/${wave.address}`
  try {
    const first = await press(address, await open(address), 'start')
    away = true
    const again = await press(address, first, 'next', { t1: '1' })
    expect([again.status, again.html.includes(APART), again.html.includes(UNTRUE)]).toEqual([503, true, false])
  } finally {
    await other.end()
    await nowhere.close()
  }
})

it('leads somebody whose code is refused after closing to the help line, for there are no new codes', async () => {
  const wave = await openWmoWave(server.context, 'code-na-sluiting', { mode: 'codeAnonymous' })
  const [code = ''] = await handOutCodes(server.context, wave)
  const start = async (): Promise<ShownPage> =>
    press(pagesOf(wave), await open(pagesOf(wave)), 'start', { access: code })
  await press(pagesOf(wave), await readyPage(wave, await start()), 'submit')
  expect((await start()).html).toContain('Vraag het dan aan')
  const { studyId, id: waveId } = wave
  const today = server.context.clock.now().toISOString().slice(0, 10)
  await closeWave(server.context.database.db, { studyId, waveId }, today)
  const refused = await start()
  expect([refused.status, refused.heading]).toEqual([403, 'Met deze code kunt u niet meedoen'])
  expect(refused.html).toContain('Deze vragenlijst is gesloten. We kunnen geen nieuwe codes meer maken.')
  expect(refused.html).not.toContain('Vraag het dan aan')
})
