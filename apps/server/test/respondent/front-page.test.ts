import {
  closeWave,
  listPublications,
  listStudies,
  listWaves,
  saveRetentionTerms,
  setPublicationState,
  type Wave,
} from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deleteDue } from '../../src/retention/delete-due.ts'
import { loadSample } from '../../src/study/load-sample.ts'
import { open, press, type ShownPage } from '../filled-page.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { openWmoWave } from '../wmo-wave.ts'

/** The standing clock says 22 November 2026. */
let server: StartedServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())

const words = ({ html }: ShownPage): string => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')
/** Where the choices lead that lead somewhere now. */
const ways = ({ html }: ShownPage): readonly string[] => {
  const list = /<ol class="front">.*?<\/ol>/s.exec(html)?.[0] ?? ''
  return [...list.matchAll(/<a href="([^"]*)"/g)].flatMap(([, href]) => href ?? [])
}
const front = async (address: string): Promise<ShownPage> => open(`${server.origin}/${address}`)
const place = ({ studyId, id }: Wave): { readonly studyId: string; readonly waveId: string } => ({
  studyId,
  waveId: id,
})

/** Skips every question and sends. */
async function sent(address: string): Promise<ShownPage> {
  const form = `${server.origin}/v/${address}`
  let page = await press(form, await open(form), 'start', { language: 'nl' })
  while (page.hidden['code'] === undefined) page = await press(form, page, 'skip')
  return press(form, page, 'submit')
}

describe('somebody who was told an address on the telephone', () => {
  it.each([
    ['verder', 'Verdergaan waar u was'],
    ['resume', 'Verdergaan waar u was'],
    ['wissen', 'Antwoorden laten wissen'],
    ['withdraw', 'Antwoorden laten wissen'],
    ['resultaten', 'Wat vindt u van uw hulp?'],
    ['results', 'Wat vindt u van uw hulp?'],
  ])('comes to the page by one word behind the short address: %s', async (word, heading) => {
    const wave = await openWmoWave(server.context, `gezegd-${word}`)
    const page = await front(`${wave.address.toUpperCase()}/${word}`)
    expect([page.status, page.heading]).toEqual([200, heading])
    expect((await front(`nergens/${word}`)).status).toBe(404)
  })

  it('reads the same address at stopping and on the last page', async () => {
    const { address } = await openWmoWave(server.context, 'opgeschreven')
    const form = `${server.origin}/v/${address}`
    const first = await press(form, await open(form), 'start', { language: 'nl' })
    expect(words(await press(form, first, 'stop', { t1: '1' }))).toMatch(/Ga naar [^ ]+\/opgeschreven\/verder en/)
    const other = await press(form, await open(form), 'start', { language: 'en' })
    expect(words(await press(form, other, 'stop', { t1: '1' }))).toContain('/opgeschreven/resume')
    expect(words(await sent(address))).toMatch(/Vul de code in op [^ ]+\/opgeschreven\/wissen\./)
  })
})

describe('somebody who wants to know what came of it', () => {
  it('finds the publication for everybody, as long as it is for everybody', async () => {
    await loadSample(server.context)
    const { db } = server.context.database
    const study = (await listStudies(db)).find(({ sample }) => sample)?.id ?? ''
    const published = (await listPublications(db, study)).find(({ organisationId }) => organisationId === null)
    const wave = (await listWaves(db, study)).find(({ id }) => id === published?.waveId)
    const id = published?.id ?? ''
    const shown = await front(wave?.address ?? '')
    const address = ways(shown).at(-1) ?? ''
    expect(address).toBe(`/r/${id}?lang=nl`)
    expect((await open(`${server.origin}${address}`)).status).toBe(200)
    expect(words(await front('probeer'))).toContain('De uitkomsten van een andere ronde: Voorjaar 2026 (')
    await setPublicationState(db, study, id, { state: 'withdrawn', on: '2026-11-22' })
    expect((await front(wave?.address ?? '')).html).not.toContain(`/r/${id}`)
  })

  it('reads on the last page the day that was promised, and at the short address, too', async () => {
    await openWmoWave(server.context, 'uitkomsten', { resultsFrom: '2027-07-01' })
    const done = await sent('uitkomsten')
    expect(done.heading).toBe('Opgeslagen. Dank u wel.')
    expect(words(done)).toContain('Vanaf 1 juli 2027 leest u op')
    expect(done.html).toContain('/v/uitkomsten/start?lang=nl')
    expect(words(await front('uitkomsten'))).toContain('Die zijn hier vanaf 1 juli 2027.')
  })
})

describe('somebody who wants their answers erased', () => {
  it('reads until when that surely can be, counted from today while people may still begin', async () => {
    const wave = await openWmoWave(server.context, 'wissen-tot')
    await saveRetentionTerms(server.context.database.db, wave.studyId, { contacts: 1, answers: 12, publications: null })
    expect(words(await sent('wissen-tot'))).toContain('Dat kan in elk geval tot en met 21 november 2027.')
    expect(words(await open(`${server.origin}/v/wissen-tot/withdraw`))).toContain('tot en met 21 november 2027.')
    await closeWave(server.context.database.db, place(wave), '2026-11-10')
    expect(words(await open(`${server.origin}/v/wissen-tot/withdraw`))).toContain('tot en met 9 november 2027.')
  })

  it('of a try-out reads the day before it erases itself', async () => {
    await openWmoWave(server.context, 'proef-wissen', { tryOut: true, erasesOn: '2026-12-06' })
    expect(words(await open(`${server.origin}/v/proef-wissen/withdraw`))).toContain('tot en met 5 december 2026.')
  })

  it('can do so after the end, and reads when it is done for everybody', async () => {
    const wave = await openWmoWave(server.context, 'voorbij')
    const { db } = server.context.database
    await saveRetentionTerms(db, wave.studyId, { contacts: 1, answers: 1, publications: null })
    await sent('voorbij')
    await closeWave(db, place(wave), '2026-09-01')
    expect(ways(await front('voorbij'))).toEqual(['/v/voorbij/withdraw?lang=nl'])
    await deleteDue({ db, contacts: db }, wave.studyId, '2026-11-22')
    expect(ways(await front('voorbij'))).toEqual([])
    const page = await open(`${server.origin}/v/voorbij/withdraw`)
    expect(words(page)).toContain('De antwoorden van iedereen zijn al gewist.')
    expect(page.textFields).toEqual([])
    const tried = await press(`${server.origin}/v/voorbij/withdraw`, null, 'erase', { code: 'K7P4-HM9R-TXYZ' })
    expect(words(tried)).toContain('De antwoorden van iedereen zijn al gewist.')
  })
})

describe('the page at the short address', () => {
  it('is kept nowhere, and says the same below the other pages', async () => {
    await openWmoWave(server.context, 'zelfde')
    const typed = await front('Zelf-de')
    expect(typed.headers.get('cache-control')).toContain('no-store')
    expect(typed.headers.get('x-robots-tag')).toBe('noindex')
    expect((await open(`${server.origin}/v/zelfde/start`)).html).toBe(typed.html)
    expect((await open(`${server.origin}/v/zelfde/start?lang=en`)).html).toContain('<html lang="en"')
  })

  it('says from when people may begin', async () => {
    await openWmoWave(server.context, 'straks', { opensOn: '2026-12-01' })
    expect(words(await front('straks'))).toContain('Deze vragenlijst begint op 1 december 2026')
    expect(ways(await front('straks'))).toEqual([])
  })

  it('says that it is full, or is filled in another way', async () => {
    await openWmoWave(server.context, 'op-papier', { channels: ['paper'] })
    expect(words(await front('op-papier'))).toContain('Deze vragenlijst vult u niet op internet in')
    await openWmoWave(server.context, 'een-plek', { quotas: { total: 1 } })
    await sent('een-plek')
    expect(words(await front('een-plek'))).toContain('Er hebben genoeg mensen meegedaan')
  })
})
