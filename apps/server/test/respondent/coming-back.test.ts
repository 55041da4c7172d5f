import { compile } from '@klankbord/questionnaire'
import { closeWave, publishVersion, type Wave } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EVERY_ELEMENT, openWaveOf } from '../every-element.ts'
import { open, press, type ShownPage } from '../filled-page.ts'
import { serveBeside } from '../http/server-beside.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { handOutCodes, keptDrafts, openWmoWave, storedAnswers } from '../wmo-wave.ts'
import { wordsOf } from './page-words.ts'

const WORDS = 'Bij mijn zus'
const LIVING = { living: 'other', 'living-Comment': WORDS }
const SENT = 'U heeft uw antwoorden al verstuurd'

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
})

afterAll(() => server.end())

const at = (address: string): string => `${server.origin}/v/${address}`
const begin = async (address: string): Promise<ShownPage> => press(address, await open(address), 'start')

/** The pages of somebody who skips all that may be skipped, the last one before sending at the end. */
async function allPages(
  address: string,
  filling: Readonly<Record<string, string>> = {},
): Promise<readonly ShownPage[]> {
  const pages = [await begin(address)]
  for (let page = pages[0]; page !== undefined && page.hidden['code'] === undefined; page = pages.at(-1)) {
    pages.push(pages.length === 1 ? await press(address, page, 'next', filling) : await press(address, page, 'skip'))
  }
  return pages
}

let codeWaves = 0
async function codeWave(): Promise<Wave> {
  codeWaves += 1
  return openWmoWave(server.context, `codes-${codeWaves}`, { mode: 'codeConfidential' })
}

/** Letters and digits of full width, as keyboards for Chinese and Japanese give them. */
function wide(code: string): string {
  return code.replace(/[A-Z\d]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0))
}

/** Publishes a version of the study in which every question is another one. */
async function publishAnother({ studyId }: Wave): Promise<void> {
  const definition = {
    title: 'Anders',
    pages: [{ name: 'p', elements: [{ type: 'comment', name: 'only', title: 'En nu?' }] }],
  }
  const { questionnaire } = compile(definition)
  if (questionnaire === null) throw new Error('does not compile')
  await publishVersion(server.context.database.db, studyId, { questionnaire, definition: JSON.stringify(definition) })
}

describe('somebody who goes back to a page of before sending', () => {
  it('reads that it was sent, loses nothing, and begins no second time', async () => {
    const wave = await openWaveOf(server.context, EVERY_ELEMENT, 'al-verstuurd')
    const pages = await allPages(at('al-verstuurd'), { consent: 'true' })
    const [first, second, ready] = [pages[0] ?? null, pages[1] ?? null, pages.at(-1) ?? null]
    await press(at('al-verstuurd'), ready, 'submit')
    for (const page of [
      await press(at('al-verstuurd'), second, 'next', LIVING),
      await press(at('al-verstuurd'), second, 'back', LIVING),
      await press(at('al-verstuurd'), second, 'stop', LIVING),
    ]) {
      expect([page.status, page.heading]).toEqual([410, SENT])
      expect(wordsOf(page)).toContain(WORDS)
      expect(page.html).toContain('href="/v/al-verstuurd/withdraw?lang=nl"')
    }
    expect((await press(at('al-verstuurd'), first, 'next', { consent: 'true' })).heading).toBe(SENT)
    expect((await press(at('al-verstuurd'), second, 'language:nl', LIVING)).heading).toBe(SENT)
    expect(await storedAnswers(server.context, wave)).toHaveLength(1)
    expect(await keptDrafts(server.context, wave)).toBe(0)
  })

  it('is not told that the answers are erased when they are not', async () => {
    const wave = await openWaveOf(server.context, EVERY_ELEMENT, 'toch-wissen')
    const pages = await allPages(at('toch-wissen'), { consent: 'true' })
    await press(at('toch-wissen'), pages.at(-1) ?? null, 'submit')
    for (const page of [pages[0], pages[1], pages.at(-1)]) {
      const erased = await press(at('toch-wissen'), page ?? null, 'erase')
      expect([erased.status, erased.heading]).toEqual([410, SENT])
      expect(wordsOf(erased)).toContain('Gebruik dan de code die u kreeg na het versturen.')
    }
    expect(await storedAnswers(server.context, wave)).toHaveLength(1)
  })
})

describe('somebody who goes back after erasing', () => {
  it('keeps what stands on the page, reads what to do, and nothing is stored', async () => {
    const wave = await openWaveOf(server.context, EVERY_ELEMENT, 'gewist')
    const second = await press(at('gewist'), await begin(at('gewist')), 'next', { consent: 'true' })
    expect((await press(at('gewist'), second, 'erase')).heading).toBe('U bent gestopt')
    const late = await press(at('gewist'), second, 'next', LIVING)
    expect([late.status, late.heading]).toEqual([410, 'Deze pagina is te oud'])
    expect(wordsOf(late)).toContain(`Anders: ${WORDS}`)
    expect(late.html).toContain('href="/v/gewist?lang=nl"')
    expect((await press(at('gewist'), second, 'erase')).heading).toBe('U bent gestopt')
    expect(await keptDrafts(server.context, wave)).toBe(0)
  })
})

describe('two devices on one questionnaire', () => {
  it('both add their answers, whichever sends its page first', async () => {
    const wave = await openWaveOf(server.context, EVERY_ELEMENT, 'twee-schermen')
    const address = at('twee-schermen')
    const second = await press(address, await begin(address), 'next', { consent: 'true' })
    const phone = await press(address, second, 'next', LIVING)
    const tablet = await press(address, second, 'next', { living: '1' })
    expect([phone.hidden['screen'], tablet.hidden['screen']]).toEqual(['town', 'town'])
    const town = await press(address, phone, 'next', { town: '2' })
    expect((await press(address, tablet, 'next', { town: '1' })).hidden['screen']).toBe(town.hidden['screen'])
    expect(await keptDrafts(server.context, wave)).toBe(1)
    let page = town
    while (page.hidden['code'] === undefined) page = await press(address, page, 'skip')
    await press(address, page, 'submit')
    // The page that was sent last stands.
    expect((await storedAnswers(server.context, wave))[0]?.answers).toMatchObject({ consent: true, living: 1, town: 1 })
    const late = await press(address, tablet, 'next', { town: '2' })
    expect([late.heading, wordsOf(late).includes('Westerdorp')]).toEqual([SENT, true])
  })

  it('are told apart on one code when the second sends, and the second loses nothing', async () => {
    const wave = await openWmoWave(server.context, 'een-code', { mode: 'codeConfidential' })
    const [code = ''] = await handOutCodes(server.context, wave)
    const devices = await Promise.all(
      [1, 2].map(async () => press(at('een-code'), await open(at('een-code')), 'start', { access: code })),
    )
    const ends: ShownPage[] = []
    for (const device of devices) {
      let page = await press(at('een-code'), device, 'next', { t1: '1' })
      while (page.hidden['code'] === undefined) page = await press(at('een-code'), page, 'skip')
      ends.push(page)
    }
    expect((await press(at('een-code'), ends[0] ?? null, 'submit')).status).toBe(200)
    const second = await press(at('een-code'), ends[1] ?? null, 'submit')
    expect([second.status, second.heading]).toEqual([403, 'Met deze code kunt u niet meedoen'])
    expect(wordsOf(second)).toContain('Wat u invulde, staat nog op deze pagina.')
    expect(second.hidden['draft']).toBe(ends[1]?.hidden['draft'])
    expect(await storedAnswers(server.context, wave)).toHaveLength(1)
  })
})

describe('a wave that ends while somebody types', () => {
  it('says so with what was typed still on the page, and who to ask', async () => {
    const wave = await openWaveOf(server.context, EVERY_ELEMENT, 'net-voorbij')
    const second = await press(at('net-voorbij'), await begin(at('net-voorbij')), 'next', { consent: 'true' })
    await closeWave(server.context.database.db, { studyId: wave.studyId, waveId: wave.id }, '2026-05-01')
    const late = await press(at('net-voorbij'), second, 'next', LIVING)
    expect([late.status, late.heading]).toEqual([410, 'Deze vragenlijst is voorbij'])
    expect(wordsOf(late)).toContain(WORDS)
    expect(wordsOf(late)).toContain('Cliëntenraad Testdorp')
  })

  it('lets who had the first page open finish when it is only closed', async () => {
    const wave = await openWaveOf(server.context, EVERY_ELEMENT, 'net-dicht')
    const first = await begin(at('net-dicht'))
    await closeWave(server.context.database.db, { studyId: wave.studyId, waveId: wave.id }, '2026-11-22')
    let page = await press(at('net-dicht'), first, 'next', { consent: 'true' })
    expect(page.hidden['screen']).toBe('living')
    while (page.hidden['code'] === undefined) page = await press(at('net-dicht'), page, 'skip')
    expect((await press(at('net-dicht'), page, 'submit')).status).toBe(200)
    expect((await open(at('net-dicht'))).heading).toBe('Deze vragenlijst is gesloten')
  })

  it('does not begin with a made-up page before its first day', async () => {
    await openWmoWave(server.context, 'nog-niet', { opensOn: '2026-12-01' })
    const page = await press(at('nog-niet'), null, 'next', { screen: 't1', t1: '2', language: 'nl' })
    expect([page.status, wordsOf(page).includes('Vanaf die dag kunt u meedoen.')]).toEqual([403, true])
  })
})

describe('a code as people type it', () => {
  it.each([
    ['in small letters', (code: string) => code.toLowerCase()],
    ['with spaces for dashes', (code: string) => code.replaceAll('-', '  ')],
    ['with long dashes and points', (code: string) => code.replaceAll('-', '–.')],
    ['in wide letters of another keyboard', wide],
    ['copied with marks of direction', (code: string) => `\u200f${code}\u200e`],
  ])('is taken %s', async (_what, typed) => {
    const wave = await codeWave()
    const [code = ''] = await handOutCodes(server.context, wave)
    const page = await press(at(wave.address), await open(at(wave.address)), 'start', { access: typed(code) })
    expect([page.status, page.hidden['access']]).toEqual([200, code])
  })

  it.each([
    ['a nought for a letter', (code: string) => `0${code.slice(1)}`, 'Dit komt in geen enkele code voor: 0'],
    ['digits of another script', () => '٣٤٦-٧٩٣-٤٦٧٩', 'Dit komt in geen enkele code voor'],
    ['a letter of another script', (code: string) => `А${code.slice(1)}`, 'Dit komt in geen enkele code voor'],
    ['a sign too few', (code: string) => code.slice(1), 'U vulde er 9 in.'],
    ['nothing', () => ' ', 'Vul uw code in.'],
  ])('comes back in its field with what is wrong when it has %s', async (_what, typed, said) => {
    const wave = await codeWave()
    const [code = ''] = await handOutCodes(server.context, wave)
    const page = await press(at(wave.address), await open(at(wave.address)), 'start', { access: typed(code) })
    expect([page.status, wordsOf(page).includes(said)]).toEqual([422, true])
    expect(page.html).toContain(`value="${typed(code)}"`)
  })
})

describe('a page of an older version', () => {
  it('stays answerable after a new version was published, because a round keeps the version it began with', async () => {
    const wave = await openWaveOf(server.context, EVERY_ELEMENT, 'oude-versie')
    const second = await press(at('oude-versie'), await begin(at('oude-versie')), 'next', { consent: 'true' })
    await publishAnother(wave)
    const beside = await serveBeside(server.context)
    try {
      // Also by a process that never saw the version.
      const third = await press(`${beside.origin}/v/oude-versie`, second, 'next', LIVING)
      expect([third.status, third.hidden['screen']]).toEqual([200, 'town'])
    } finally {
      await beside.end()
    }
  })
})
