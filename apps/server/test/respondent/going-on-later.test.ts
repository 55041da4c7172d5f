import { resumeWord, type CarriedWords } from '@klankbord/pages'
import { closeWave, deleteOldDrafts } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeLimits, WORD_ALLOWANCES } from '../../src/access/code-limits.ts'
import { EVERY_ELEMENT, openWaveOf } from '../every-element.ts'
import { open, press, type ShownPage } from '../filled-page.ts'
import { serveBeside } from '../http/server-beside.ts'
import { startServer, STANDING_CLOCK, type StartedServer } from '../started-server.ts'
import { handOutCodes, keptDrafts, openWmoWave, storedAnswers } from '../wmo-wave.ts'
import { wordsOf } from './page-words.ts'

const STORY = 'Bij mijn zus op zolder'
const LIVING = { living: 'other', 'living-Comment': STORY }

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
})

afterAll(() => server.end())

const at = (address: string): string => `${server.origin}/v/${address}`

/** Somebody who answered two screens and stops on the second. */
async function stopped(address: string, access = ''): Promise<ShownPage> {
  const first = await press(at(address), await open(at(address)), 'start', access === '' ? {} : { access })
  const second = await press(at(address), first, 'next', { consent: 'true' })
  return press(at(address), second, 'stop', LIVING)
}

/** The words of a page, as its reader writes them down. */
function wordsOn(page: ShownPage, language = 'nl'): readonly string[] {
  return namesOn(page).map((name) => resumeWord(name)?.words[language] ?? '')
}

function namesOn({ hidden }: ShownPage): CarriedWords['names'] {
  return (hidden['words'] ?? '').split('.').slice(0, 3)
}

async function comeBack(address: string, words: readonly string[], more: object = {}): Promise<ShownPage> {
  const [word1 = '', word2 = '', word3 = ''] = words
  return press(`${at(address)}/resume`, null, 'submit', { word1, word2, word3, language: 'nl', ...more })
}

/** Everything that the database holds of drafts, as text. */
async function rows(): Promise<string> {
  return JSON.stringify(await server.context.database.db.selectFrom('drafts').selectAll().execute())
}

describe('somebody who stops and goes on later', () => {
  it('sees three words with their pictures, where to go and until when', async () => {
    await openWaveOf(server.context, EVERY_ELEMENT, 'later-woorden')
    const page = await stopped('later-woorden')
    expect([page.status, page.heading]).toEqual([200, 'U kunt later verder'])
    for (const word of wordsOn(page)) expect(wordsOf(page)).toContain(word)
    expect(page.html.match(/class="thing"/g)).toHaveLength(3)
    expect(page.html.replaceAll(/<wbr>|<\/?span[^>]*>/g, '')).toContain('/later-woorden/verder</bdi>')
    expect(wordsOf(page)).toContain('19 december 2026')
    expect(wordsOf(page)).toContain('Toch verder met vraag 2')
  })

  it('is on the same screen again, on another device and with words of another language, with all that was filled in', async () => {
    const wave = await openWaveOf(server.context, EVERY_ELEMENT, 'later-verder')
    const page = await stopped('later-verder')
    const back = await comeBack('later-verder', wordsOn(page, 'ar'))
    expect(back.status).toBe(200)
    expect(back.hidden['screen']).toBe(page.hidden['screen'])
    expect(back.html).toContain(STORY)
    const next = await press(at('later-verder'), back, 'next', LIVING)
    expect(next.hidden['words']).toBe(page.hidden['words'])
    expect(await rows()).not.toContain(STORY)
    expect(await keptDrafts(server.context, wave)).toBe(1)
  })

  it('leaves nothing in the database that can be read without the words, then and later', async () => {
    await openWaveOf(server.context, EVERY_ELEMENT, 'later-op-slot')
    const page = await stopped('later-op-slot')
    const on = await press(at('later-op-slot'), page, 'resume')
    expect(on.html).toContain(STORY)
    await press(at('later-op-slot'), on, 'next', LIVING)
    const kept = await rows()
    const key = page.hidden['words']?.split('.').at(-1) ?? ''
    expect([STORY, 'living', key, page.hidden['words'] ?? ''].filter((secret) => kept.includes(secret))).toEqual([])
    expect(server.logged()).not.toContain(STORY)
  })

  it('gets the same words after going on and stopping again', async () => {
    await openWaveOf(server.context, EVERY_ELEMENT, 'later-weer')
    const page = await stopped('later-weer')
    const back = await comeBack('later-weer', wordsOn(page))
    const again = await press(at('later-weer'), back, 'stop', LIVING)
    expect(wordsOn(again)).toEqual(wordsOn(page))
    expect((await comeBack('later-weer', wordsOn(again))).html).toContain(STORY)
  })

  it('goes on with what was typed on a page that stayed open from before the words', async () => {
    await openWaveOf(server.context, EVERY_ELEMENT, 'later-oud')
    const first = await press(at('later-oud'), await open(at('later-oud')), 'start')
    const second = await press(at('later-oud'), first, 'next', { consent: 'true' })
    const page = await press(at('later-oud'), second, 'stop', LIVING)
    const locked = await press(at('later-oud'), second, 'next', { living: 'other', 'living-Comment': 'Toch in Zwolle' })
    expect([locked.status, locked.heading]).toEqual([409, 'Verdergaan waar u was'])
    expect(wordsOf(locked)).toContain('gaat ook mee wat u net op de pagina invulde')
    const [word1 = '', word2 = '', word3 = ''] = wordsOn(page)
    const on = await press(`${at('later-oud')}/resume`, locked, 'submit', { word1, word2, word3 })
    expect(on.status).toBe(200)
    const back = await press(at('later-oud'), on, 'back')
    expect(back.html).toContain('Toch in Zwolle')
  })

  it('says goodbye on a page that shows the words to nobody', async () => {
    await openWaveOf(server.context, EVERY_ELEMENT, 'later-dag')
    const page = await stopped('later-dag')
    const left = await press(at('later-dag'), page, 'leave')
    expect(left.heading).toBe('U bent gestopt')
    for (const word of wordsOn(page)) expect(wordsOf(left)).not.toContain(` ${word} `)
    expect(left.html).not.toContain(page.hidden['words'])
  })

  it('erases all of it, after which the words lead nowhere', async () => {
    const wave = await openWaveOf(server.context, EVERY_ELEMENT, 'later-wissen')
    const page = await stopped('later-wissen')
    const asked = await press(at('later-wissen'), page, 'erase')
    expect(asked.heading).toBe('Alles wissen?')
    expect(await keptDrafts(server.context, wave)).toBe(1)
    expect((await press(at('later-wissen'), asked, 'language:nl')).heading).toBe('Alles wissen?')
    expect((await press(at('later-wissen'), asked, 'resume')).hidden['screen']).toBe(page.hidden['screen'])
    expect((await press(at('later-wissen'), asked, 'erase')).heading).toBe('U bent gestopt')
    expect(await keptDrafts(server.context, wave)).toBe(0)
    expect((await comeBack('later-wissen', wordsOn(page))).status).toBe(422)
  })
})

describe('words that were handed out', () => {
  it('lead nowhere after sending, in another wave, in another order and when they were never handed out: one answer', async () => {
    const wave = await openWaveOf(server.context, EVERY_ELEMENT, 'later-klaar')
    await openWaveOf(server.context, EVERY_ELEMENT, 'later-elders')
    const page = await stopped('later-klaar')
    const words = wordsOn(page)
    const elsewhere = await comeBack('later-elders', words)
    const turned = await comeBack('later-klaar', words.toReversed())
    let on = await comeBack('later-klaar', words)
    while (on.hidden['code'] === undefined) on = await press(at('later-klaar'), on, 'skip')
    expect((await press(at('later-klaar'), on, 'submit')).heading).toBe('Opgeslagen. Dank u wel.')
    expect(await storedAnswers(server.context, wave)).toHaveLength(1)
    expect(await keptDrafts(server.context, wave)).toBe(0)
    const used = await comeBack('later-klaar', words)
    const never = await comeBack('later-klaar', ['kat', 'vogel', 'vis'])
    const all = [elsewhere, turned, used, never]
    expect(all.map(({ status }) => status)).toEqual([422, 422, 422, 422])
    expect(new Set(all.map(({ headers }) => headers.get('content-length'))).size).toBe(1)
    for (const one of all) expect(wordsOf(one)).toContain('Bij deze drie woorden vinden we niets.')
  })

  it('lead nowhere when the drafts are forgotten, nor after the days of grace', async () => {
    const wave = await openWaveOf(server.context, EVERY_ELEMENT, 'later-te-laat')
    const page = await stopped('later-te-laat')
    const closed = await closeWave(server.context.database.db, { studyId: wave.studyId, waveId: wave.id }, '2026-11-22')
    const lastDay = closed.lastDay ?? ''
    const onDay = async (day: string): Promise<ShownPage> => {
      const clock = { now: () => new Date(`${day}T10:00:00Z`) }
      const beside = await serveBeside({ ...server.context, clock, wordLimits: codeLimits(clock, WORD_ALLOWANCES) })
      const [word1 = '', word2 = '', word3 = ''] = wordsOn(page)
      const shown = await press(`${beside.origin}/v/later-te-laat/resume`, null, 'submit', { word1, word2, word3 })
      await beside.end()
      return shown
    }
    expect((await onDay(lastDay)).html).toContain(STORY)
    expect((await onDay('2026-12-31')).heading).toBe('Deze vragenlijst is voorbij')
    await deleteOldDrafts(server.context.database.db, '2027-W01')
    expect((await onDay(lastDay)).status).toBe(422)
  })
})

describe('the page with the words', () => {
  it('is one tap away from the introduction, and works by tapping pictures only', async () => {
    await openWaveOf(server.context, EVERY_ELEMENT, 'later-plaatjes')
    expect((await open(at('later-plaatjes'))).html).toContain('href="/v/later-plaatjes/resume?lang=nl"')
    const page = await stopped('later-plaatjes')
    let tapping = await open(`${at('later-plaatjes')}/resume`)
    expect(tapping.html).not.toMatch(/<img|src="(?!\/assets)/)
    const typed: Record<string, string> = {}
    for (const [place, name] of namesOn(page).entries()) {
      tapping = await press(`${at('later-plaatjes')}/resume`, tapping, `pick:${name}`, typed)
      typed[`word${place + 1}`] = wordsOn(page)[place] ?? ''
      expect(tapping.html).toContain(`value="${typed[`word${place + 1}`] ?? ''}"`)
    }
    const fewer = await press(`${at('later-plaatjes')}/resume`, tapping, 'take:2', typed)
    expect(fewer.html).not.toContain(`value="${typed['word2'] ?? ''}"`)
    expect((await press(`${at('later-plaatjes')}/resume`, tapping, 'submit', typed)).html).toContain(STORY)
  })

  it('keeps what was typed, says which word it does not know, and counts that for no guess', async () => {
    await openWaveOf(server.context, EVERY_ELEMENT, 'later-typen')
    for (let tries = 0; tries < 30; tries += 1) {
      const page = await comeBack('later-typen', ['kattt', 'paraplutje', ''])
      expect(page.status).toBe(422)
      expect(page.html.replace(/<\/?bdi>/g, '')).toContain('We kennen het woord “paraplutje” niet. Bedoelt u paraplu?')
      expect(wordsOf(page)).toContain('Vul woord 3 nog in.')
      expect(page.html).toContain('value="paraplutje"')
    }
  })

  it('still shows the pictures beside a word that it does not know, and puts the one that is tapped in its place', async () => {
    await openWaveOf(server.context, EVERY_ELEMENT, 'later-onbekend')
    const page = await stopped('later-onbekend')
    const [one = '', two = '', three = ''] = wordsOn(page)
    const typed = { word1: one, word2: 'xqzzqx', word3: three }
    const refused = await press(`${at('later-onbekend')}/resume`, null, 'submit', typed)
    expect(wordsOf(refused)).toContain('tik het plaatje van woord 2 aan')
    const tapped = await press(`${at('later-onbekend')}/resume`, refused, `pick:${namesOn(page)[1] ?? ''}`, typed)
    expect(tapped.html).toContain(`value="${two}"`)
    expect(tapped.html).not.toContain('xqzzqx')
  })

  it('reads three words from one field, as somebody says them over the telephone', async () => {
    await openWaveOf(server.context, EVERY_ELEMENT, 'later-telefoon')
    const page = await stopped('later-telefoon')
    const [one, two, three] = wordsOn(page)
    const said = `1. De ${one?.toUpperCase() ?? ''}, 2. ${two ?? ''} en 3. ${three ?? ''}`
    expect((await comeBack('later-telefoon', [said])).html).toContain(STORY)
  })

  it('stops somebody who guesses, and lets others on who have their words', async () => {
    await openWaveOf(server.context, EVERY_ELEMENT, 'later-raden')
    const page = await stopped('later-raden')
    const wordLimits = codeLimits(STANDING_CLOCK, WORD_ALLOWANCES)
    const beside = await serveBeside({
      ...server.context,
      wordLimits,
      settings: { ...server.context.settings, trustedProxies: 1 },
    })
    const from = async (address: string, words: readonly string[]): Promise<number> => {
      const body = new URLSearchParams({
        go: 'submit',
        word1: words[0] ?? '',
        word2: words[1] ?? '',
        word3: words[2] ?? '',
      })
      const headers = { accept: 'text/html', 'x-forwarded-for': address }
      return (await fetch(`${beside.origin}/v/later-raden/resume`, { method: 'POST', headers, body })).status
    }
    const guesses: number[] = []
    for (let tries = 0; tries < 21; tries += 1) guesses.push(await from('203.0.113.9', ['kat', 'vogel', 'vis']))
    expect(guesses.filter((status) => status === 422)).toHaveLength(20)
    expect(guesses.at(-1)).toBe(429)
    expect(await from('203.0.113.9', wordsOn(page))).toBe(429)
    expect(await from('198.51.100.7', wordsOn(page))).toBe(200)
    await beside.end()
  })
})

describe('somebody with an access code', () => {
  it('needs it again in an anonymous wave, where nobody keeps it with answers', async () => {
    const wave = await openWmoWave(server.context, 'later-anoniem', { mode: 'codeAnonymous' })
    const [code = ''] = await handOutCodes(server.context, wave)
    const first = await press(at('later-anoniem'), await open(at('later-anoniem')), 'start', { access: code })
    const page = await press(at('later-anoniem'), await press(at('later-anoniem'), first, 'skip'), 'stop')
    expect(wordsOf(page)).toContain('U heeft dan ook de code uit uw brief nodig.')
    expect((await comeBack('later-anoniem', wordsOn(page))).status).toBe(422)
    const back = await comeBack('later-anoniem', wordsOn(page), { access: code.toLowerCase() })
    expect(back.status).toBe(200)
    let on = back
    while (on.hidden['code'] === undefined) on = await press(at('later-anoniem'), on, 'skip')
    expect((await press(at('later-anoniem'), on, 'submit')).status).toBe(200)
  })

  it('goes on with the words alone where the code belongs to the answers anyway', async () => {
    const wave = await openWmoWave(server.context, 'later-bekend', { mode: 'codeConfidential' })
    const [code = ''] = await handOutCodes(server.context, wave)
    const first = await press(at('later-bekend'), await open(at('later-bekend')), 'start', { access: code })
    const page = await press(at('later-bekend'), await press(at('later-bekend'), first, 'skip'), 'stop')
    const back = await comeBack('later-bekend', wordsOn(page))
    expect([back.status, back.hidden['access']]).toEqual([200, first.hidden['access']])
  })
})

/** Keeps a first draft in a wave with codes, and asks for words. */
async function wordsForProgram(wave: string, id: string, code: string): Promise<readonly string[]> {
  const api = `${server.origin}/api/waves/${wave}/drafts/${id}`
  const send = async (method: string, url: string, json: object): Promise<Response> =>
    fetch(url, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) })
  await send('PUT', api, { answers: {}, language: 'nl', revision: 1, code })
  const given = await send('POST', `${api}/words`, { language: 'nl' })
  const { shown, words } = (await given.json()) as { shown: { word: string }[]; words: string }
  expect((await send('PUT', api, { answers: {}, language: 'nl', revision: 2, code, words })).status).toBe(200)
  return shown.map(({ word }) => word)
}

describe('drafts of a program that comes with an access code', () => {
  it('give back the code with the words alone where the code belongs to the answers anyway', async () => {
    const wave = await openWmoWave(server.context, 'later-apparaat', { mode: 'codeConfidential' })
    const [code = ''] = await handOutCodes(server.context, wave)
    const words = await wordsForProgram('later-apparaat', '0b9e8f10-1111-4a4a-8b8b-000000000002', code)
    const back = await comeBack('later-apparaat', words)
    expect([back.status, back.hidden['access']]).toEqual([200, code])
  })

  it('hold no code in an anonymous wave', async () => {
    const wave = await openWmoWave(server.context, 'later-naamloos', { mode: 'codeAnonymous' })
    const [code = ''] = await handOutCodes(server.context, wave)
    const words = await wordsForProgram('later-naamloos', '0b9e8f10-1111-4a4a-8b8b-000000000003', code)
    expect((await comeBack('later-naamloos', words)).status).toBe(422)
    expect((await comeBack('later-naamloos', words, { access: code })).status).toBe(200)
  })
})

describe('drafts of a program', () => {
  it('can be kept under words too, and then never readable again', async () => {
    const wave = await openWaveOf(server.context, EVERY_ELEMENT, 'later-programma')
    const api = `${server.origin}/api/waves/later-programma/drafts/0b9e8f10-1111-4a4a-8b8b-000000000001`
    const send = async (method: string, url: string, json: object): Promise<Response> =>
      fetch(url, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) })
    const draft = { answers: { living: 'other', 'living-Comment': STORY }, language: 'nl' }
    expect((await send('PUT', api, { ...draft, revision: 1 })).status).toBe(200)
    const given = await send('POST', `${api}/words`, { language: 'nl' })
    const { words, shown } = (await given.json()) as { words: string; shown: { word: string; picture: string }[] }
    expect([given.status, shown.length]).toEqual([200, 3])
    expect(shown[0]?.picture).toContain('<svg')
    expect((await send('PUT', api, { ...draft, revision: 2, words })).status).toBe(200)
    expect(await rows()).not.toContain(STORY)
    expect((await send('PUT', api, { ...draft, revision: 3 })).status).toBe(409)
    expect((await send('PUT', api, { ...draft, revision: 3, words })).status).toBe(200)
    expect((await send('PUT', api, { ...draft, revision: 3, words })).status).toBe(200)
    expect((await send('POST', `${api}/words`, { language: 'nl' })).status).toBe(409)
    const again = await send('POST', `${api}/words`, { language: 'nl', words })
    expect(await again.json()).toMatchObject({ words, shown: [{}, {}, {}] })
    expect(await rows()).not.toContain(STORY)
    expect(
      (
        await comeBack(
          'later-programma',
          shown.map(({ word }) => word),
        )
      ).status,
    ).toBe(200)
    expect(await keptDrafts(server.context, wave)).toBe(1)
  })
})
