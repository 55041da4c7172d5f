import { releaseOf, type TextRelease } from '@klankbord/model'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { textsToReview } from '../../src/language/language-reviews.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { openWmoWave, WMO } from '../wmo-wave.ts'
import { asIfReleased } from './released-languages.ts'

let server: StartedServer
let trying: StartedServer
let released: readonly TextRelease[] = []

beforeAll(async () => {
  server = await startServer({ releases: () => Promise.resolve(released) })
  trying = await startServer({ tryOut: true, seed: 2 })
  await openWmoWave(server.context, 'wmo')
  await openWmoWave(trying.context, 'wmo')
})
afterAll(async () => {
  await server.end()
  await trying.end()
})
beforeEach(() => {
  released = []
})

const textOf = async (address: string, init?: RequestInit): Promise<string> => (await fetch(address, init)).text()

const offered = (page: string): readonly string[] =>
  [...page.matchAll(/value="language:(\w+)"/g)].map(([, language]) => language ?? '')

const spoken = (page: string): string | undefined => /<html lang="(\w+)"/.exec(page)?.[1]

describe('a language that no speaker has released', () => {
  it('is not offered to respondents, not by a link and not by their browser', async () => {
    const address = `${server.origin}/v/wmo`
    expect(offered(await textOf(address))).toEqual(['nl', 'en'])
    expect(spoken(await textOf(`${address}?lang=pl`))).toBe('nl')
    expect(spoken(await textOf(address, { headers: { 'accept-language': 'pl,en;q=0.5' } }))).toBe('en')
    expect(spoken(await textOf(`${address}/withdraw?lang=ar`))).toBe('nl')
  })

  it('cannot be asked for by a form or a program either', async () => {
    const form = new URLSearchParams({ go: 'start', language: 'ar' })
    expect(spoken(await textOf(`${server.origin}/v/wmo`, { method: 'POST', body: form }))).toBe('nl')
    const response = await fetch(`${server.origin}/api/waves/wmo/responses/7f8b0e0e-52c5-4c08-9f0e-7b1f52a3c1aa`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ answers: {}, language: 'pl' }),
    })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ code: 'bodyRefused', details: { fields: ['/language'] } })
  })

  it('stays shut while a single promise is not released', async () => {
    const texts = textsToReview(WMO, 'pl').map((text) => releaseOf(text, { by: 'Ania', on: '2026-11-22' }))
    released = texts.filter(({ key }) => key !== 'pages/modeOpen')
    expect(offered(await textOf(`${server.origin}/v/wmo`))).toEqual(['nl', 'en'])
    released = texts.filter(({ key }) => key !== 'questionnaire/description')
    expect(offered(await textOf(`${server.origin}/v/wmo`))).toEqual(['nl', 'en'])
  })
})

describe('a program that asks for the questionnaire', () => {
  const address = (): string => `${server.origin}/api/waves/wmo/questionnaire`
  const languagesIn = (text: string): readonly string[] =>
    WMO.languages.filter((language) => text.includes(`"${language}":"`))

  it('gets no text in a language that is shut, and is told when one opens', async () => {
    const shut = await fetch(address())
    const text = await shut.text()
    expect(languagesIn(text)).toEqual(['nl', 'en'])
    expect(JSON.parse(text)).toMatchObject({ languages: ['nl', 'en'], language: 'nl', hash: WMO.hash })
    const known = { 'if-none-match': shut.headers.get('etag') ?? '' }
    expect((await fetch(address(), { headers: known })).status).toBe(304)

    released = await asIfReleased('ar')()
    const opened = await fetch(address(), { headers: known })
    expect(opened.status).toBe(200)
    expect(languagesIn(await opened.text())).toEqual(['nl', 'ar', 'en'])

    released = []
    const etag = opened.headers.get('etag') ?? ''
    const again = await fetch(address(), { headers: { 'if-none-match': etag } })
    expect([again.status, again.headers.get('etag')]).toEqual([200, shut.headers.get('etag')])
  })

  it('gets every text on a server for trying out, just as it was compiled', async () => {
    expect(await (await fetch(`${trying.origin}/api/waves/wmo/questionnaire`)).json()).toEqual(WMO)
  })
})

describe('a language that a speaker released', () => {
  it('is offered, and its pages are in that language and direction from the first to the last', async () => {
    released = await asIfReleased('pl', 'ar')()
    const page = await textOf(`${server.origin}/v/wmo?lang=ar`)
    expect(offered(page)).toEqual(['nl', 'ar', 'en', 'pl'])
    expect(page).toMatch(/<html lang="ar" dir="rtl"/)
    expect(page).not.toContain('مسودة')
    const first = await textOf(`${server.origin}/v/wmo`, {
      method: 'POST',
      body: new URLSearchParams({ go: 'start', language: 'ar' }),
    })
    expect(first).toContain('كنت أعرف ممّن أستطيع أن أطلب المساعدة.')
    expect(spoken(await textOf(`${server.origin}/v/wmo`, { headers: { 'accept-language': 'pl' } }))).toBe('pl')
  })

  it('is offered with other texts unreviewed, for those promise nothing', async () => {
    const promises = textsToReview(WMO, 'uk').filter(({ promise }) => promise)
    released = promises.map((text) => releaseOf(text, { by: 'Oksana', on: '2026-11-22' }))
    expect(offered(await textOf(`${server.origin}/v/wmo`))).toEqual(['nl', 'en', 'uk'])
  })

  it('shuts again when the release is taken back', async () => {
    const before = await asIfReleased('tr')()
    released = [...before, ...before.slice(0, 200).map((release) => ({ ...release, takenBack: true }))]
    expect(offered(await textOf(`${server.origin}/v/wmo`))).toEqual(['nl', 'en'])
  })
})

describe('somebody who reviews a language', () => {
  it('tries it out on a server for trying out, marked as a draft', async () => {
    const page = await textOf(`${trying.origin}/v/wmo?lang=pl`)
    expect(offered(page)).toEqual(['nl', 'ar', 'en', 'pl', 'ro', 'tr', 'uk'])
    expect(page).toContain('Wersja robocza. Nikt jeszcze nie sprawdził tego tłumaczenia.')
    expect(await textOf(`${trying.origin}/v/wmo?lang=en`)).not.toContain('Draft. Nobody')
  })

  it('reads it in the preview of the studio, marked as a draft, and sees there how far the review is', async () => {
    const cookie = await server.signIn()
    const made = await fetch(`${server.origin}/api/studies`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({
        title: { nl: 'Wmo' },
        organisation: { name: 'Raad' },
        instrument: 'wmo-client-experience',
      }),
    })
    const { id } = (await made.json()) as { readonly id: string }
    const page = await textOf(`${server.origin}/studio/preview/${id}?language=tr`, { headers: { cookie } })
    expect(spoken(page)).toBe('tr')
    expect(page).toContain('Taslak. Bu çeviriyi henüz kimse kontrol etmedi.')
    const study = JSON.parse(await textOf(`${server.origin}/api/studies/${id}`, { headers: { cookie } })) as {
      readonly reviews: readonly { readonly language: string; readonly texts: number; readonly unreviewed: number }[]
    }
    expect(study.reviews.map(({ language }) => language)).toEqual(['ar', 'pl', 'ro', 'tr', 'uk'])
    expect(study.reviews.every(({ texts, unreviewed }) => texts > 200 && texts === unreviewed)).toBe(true)
  })
})

describe('a researcher who writes in a language that nobody released', () => {
  it('cannot open a wave: there is nothing to fall back on', async () => {
    const cookie = await server.signIn()
    const headers = { 'content-type': 'application/json', cookie }
    const send = async (path: string, method: string, body: unknown): Promise<Response> =>
      fetch(`${server.origin}/api/studies${path}`, { method, headers, body: JSON.stringify(body) })
    const study = { title: { nl: 'X' }, organisation: { name: 'Raad' }, instrument: 'wmo-client-experience' }
    const { id } = (await (await send('', 'POST', study)).json()) as { readonly id: string }
    const page = { name: 'one', elements: [{ type: 'comment', name: 'story', title: 'Opowiedz', maxLength: 200 }] }
    const text = JSON.stringify({ locale: 'pl', title: 'Noclegownia', pages: [page] })
    await send(`/${id}/definition`, 'PUT', { text, revision: 1 })
    expect((await send(`/${id}/versions`, 'POST', {})).status).toBe(201)
    const refused = await send(`/${id}/waves`, 'POST', { title: { nl: 'Ronde' } })
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({ code: 'languageNotReleased', details: { language: 'pl' } })
  })
})
