import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Wave } from '@klankbord/storage'
import { open, press, send, type Filling, type ShownPage } from '../filled-page.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { keptDrafts, openWmoWave, storedAnswers } from '../wmo-wave.ts'

let server: StartedServer
let waves = 0

beforeAll(async () => {
  server = await startServer()
})

afterAll(() => server.end())

interface Visited {
  readonly wave: Wave
  readonly address: string
  readonly first: ShownPage
}

/** Somebody on the first question of a wave of their own. */
async function started(): Promise<Visited> {
  waves += 1
  const wave = await openWmoWave(server.context, `wave-${waves}`)
  const address = `${server.origin}/v/${wave.address}`
  return { wave, address, first: await press(address, await open(address), 'start') }
}

/** Skips from page to page until this screen, or until the last page. */
async function skipTo(address: string, from: ShownPage, screen: string | null): Promise<ShownPage> {
  let page = from
  while (page.hidden['code'] === undefined && page.hidden['screen'] !== screen)
    page = await press(address, page, 'skip')
  return page
}

/** What is filled in on a page: what was ticked, and what stands in the field for words. */
function filledIn({ choices, html }: ShownPage): Filling {
  const words = /<textarea\b[^>]*>\n?([^<]*)<\/textarea>/.exec(html)?.[1] ?? ''
  const ticked = choices.filter(({ chosen }) => chosen).map(({ name, value }) => [name, value] as const)
  return { ...Object.fromEntries(ticked), ...(words === '' ? {} : { words: unescaped(words) }) }
}

function unescaped(html: string): string {
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }
  return html.replaceAll(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => signs[name] ?? '')
}

describe('somebody who answers a page that stayed open', () => {
  it('goes on when its question fell away since, and nothing of it is sent', async () => {
    const { wave, address, first } = await started()
    const helped = await skipTo(address, first, 'helped')
    const helper = await press(address, helped, 'next', { helped: '1' })
    expect(helper.hidden['screen']).toBe('helper')
    await press(address, helped, 'next', { helped: '2' })
    const ready = await press(address, helper, 'next', { helper: ['1'] })
    expect(ready.status).toBe(200)
    await press(address, ready, 'submit')
    const [stored] = await storedAnswers(server.context, wave)
    expect(stored?.answers).toEqual({ helped: 2 })
  })

  it('keeps a correction when they go back past it with the button of the page, and load the page again', async () => {
    const { address, first } = await started()
    const second = await press(address, first, 'next', { t1: '1' })
    const third = await press(address, second, 'next', { t2: '1' })
    const again = await press(address, third, 'back')
    const correction = { ...again.hidden, t2: '3', go: 'back' }
    expect((await send(address, correction)).hidden['screen']).toBe('t1')
    // A browser that loads it again sends the same form.
    const loaded = await send(address, correction)
    expect(loaded.hidden['screen']).toBe('t1')
    const on = await press(address, loaded, 'next', { t1: '1' })
    expect(on.choices.filter(({ chosen }) => chosen)).toEqual([{ name: 't2', value: '3', chosen: true }])
  })

  it('can go back from it and stop on it as well', async () => {
    const { address, first } = await started()
    const helped = await skipTo(address, first, 'helped')
    const helper = await press(address, helped, 'next', { helped: '1' })
    await press(address, helped, 'next', { helped: '2' })
    expect((await press(address, helper, 'back', { helper: ['1'] })).hidden['screen']).toBe('helped')
    expect((await press(address, helper, 'language:en', { helper: ['1'] })).status).toBe(200)
    const pause = await press(address, helper, 'stop', { helper: ['1'] })
    expect(pause.status).toBe(200)
    expect((await press(address, pause, 'resume')).status).toBe(200)
  })

  it('gives again what it asks, though answers of later pages are stored already', async () => {
    const { wave, address, first } = await started()
    const second = await press(address, first, 'next', { t1: '1' })
    await press(address, second, 'next', { t2: '2' })
    const secondAgain = await press(address, first, 'next', { t1: '5' })
    expect(filledIn(secondAgain)).toEqual({ t2: '2' })
    await press(address, await skipTo(address, await press(address, secondAgain, 'next', { t2: '2' }), null), 'submit')
    expect((await storedAnswers(server.context, wave))[0]?.answers).toEqual({ t1: 5, t2: 2 })
  })
})

describe('somebody who writes in their own words', () => {
  const STORY = `Zij zei: "kom <morgen> & overmorgen'" \u{1F600}\n\n  daarna niet.`

  it('finds them back letter by letter, and so they are stored', async () => {
    const { wave, address, first } = await started()
    const page = await skipTo(address, first, 'story')
    const after = await press(address, page, 'next', { story: STORY.replaceAll('\n', '\r\n') })
    const back = await press(address, after, 'back')
    expect(filledIn(back)).toEqual({ words: STORY })
    await press(address, await skipTo(address, after, null), 'submit')
    expect((await storedAnswers(server.context, wave))[0]?.answers).toEqual({ story: STORY })
  })

  it('keeps them on the page when they are too long, or cannot be stored', async () => {
    const { wave, address, first } = await started()
    const page = await skipTo(address, first, 'story')
    for (const words of [STORY.repeat(60), 'a'.repeat(60_000)]) {
      const again = await press(address, page, 'next', { story: words })
      expect(again.status).toBe(422)
      expect(filledIn(again)).toEqual({ words })
    }
    const strange = await press(address, page, 'next', { story: 'goed\u0000zo' })
    expect(strange.status).toBe(422)
    expect(strange.html).toContain('een teken')
    expect((await storedAnswers(server.context, wave)).length).toBe(0)
  })

  it('may leave a page with words that are too long by another button; what was stored stays', async () => {
    const { address, first } = await started()
    const page = await skipTo(address, first, 'story')
    const after = await press(address, page, 'next', { story: 'Goed.' })
    const back = await press(address, after, 'back')
    const pause = await press(address, back, 'stop', { story: 'a'.repeat(3000) })
    expect(filledIn(await press(address, pause, 'resume'))).toEqual({ words: 'Goed.' })
  })
})

describe('somebody who goes back to the introduction', () => {
  it('finds what was filled in after taking part once more, and nothing of it is left behind', async () => {
    const { wave, address, first } = await started()
    const { name, value } = first.choices[0] ?? { name: '', value: '' }
    const second = await press(address, first, 'next', { [name]: value })
    const again = await press(address, second, 'back')
    const introduction = await press(address, again, 'back', filledIn(again))
    const back = await press(address, introduction, 'start')
    expect(filledIn(back)).toEqual({ [name]: value })
    expect(await keptDrafts(server.context, wave)).toBe(1)
  })
})

describe('somebody who empties what they filled in', () => {
  it.each(['back', 'stop'])(
    'finds it empty again after leaving the page by "%s", and sends nothing of it',
    async (go) => {
      const { wave, address, first } = await started()
      const story = await press(address, await skipTo(address, first, 'story'), 'next', { story: 'Jan de Vries.' })
      const storyAgain = await press(address, story, 'back')
      const left = await press(address, storyAgain, go)
      const shown = go === 'stop' ? await press(address, left, 'resume') : await press(address, left, 'skip')
      expect([shown.hidden['screen'], filledIn(shown)]).toEqual(['story', {}])
      await press(address, await skipTo(address, shown, null), 'submit')
      expect((await storedAnswers(server.context, wave))[0]?.answers).toEqual({})
    },
  )

  it('finds no box ticked after unticking them all and going back', async () => {
    const { wave, address, first } = await started()
    const helper = await press(address, await skipTo(address, first, 'helped'), 'next', { helped: '1' })
    const ready = await press(address, helper, 'next', { helper: ['1', '2'] })
    await press(address, await press(address, ready, 'back'), 'back')
    const shown = await press(address, ready, 'back')
    expect([shown.hidden['screen'], filledIn(shown)]).toEqual(['helper', {}])
    await press(address, ready, 'submit')
    expect((await storedAnswers(server.context, wave))[0]?.answers).toEqual({ helped: 1 })
  })
})

describe('somebody who chooses another language', () => {
  it('finds the first page and the last page in it, and the page after sending', async () => {
    const { address } = await started()
    const introduction = await send(address, { go: 'language:en' })
    expect(introduction.heading).toBe('What do you think of your help?')
    const english = await press(address, introduction, 'start')
    expect(english.html).toContain('lang="en"')
    const ready = await skipTo(address, english, null)
    expect(ready.heading).toBe('Ready to send')
    const dutch = await press(address, ready, 'language:nl')
    expect(dutch.heading).toBe('Klaar om te versturen')
    expect((await press(address, dutch, 'submit')).heading).toBe('Opgeslagen. Dank u wel.')
  })

  it('stays on the questionnaire for a language that it does not have', async () => {
    const { address, first } = await started()
    const page = await press(address, first, 'language:fy', { t1: '2' })
    expect([page.status, page.hidden['screen'], filledIn(page)]).toEqual([200, 't1', { t1: '2' }])
  })
})

describe('somebody who presses twice', () => {
  it('starts twice without harm: each start is its own, and leaves nothing behind', async () => {
    const { wave, address } = await started()
    const taps = await Promise.all([1, 2].map(() => send(address, { go: 'start' })))
    expect(new Set(taps.map(({ hidden }) => hidden['draft'])).size).toBe(2)
    expect(await keptDrafts(server.context, wave)).toBe(0)
    await Promise.all(taps.map((page) => press(address, page, 'next', { t1: '1' })))
    expect(await keptDrafts(server.context, wave)).toBe(2)
  })

  it('sends and goes on at once: what is sent is stored once, and no draft stays behind', async () => {
    const { wave, address, first } = await started()
    const ready = await skipTo(address, first, null)
    const pages = await Promise.all([
      press(address, ready, 'submit'),
      press(address, first, 'next', { t1: '1' }),
      press(address, ready, 'submit'),
      press(address, first, 'back', { t1: '2' }),
    ])
    for (const { status } of pages) expect([200, 410]).toContain(status)
    const sent = await press(address, ready, 'submit')
    expect(sent.heading).toBe('Opgeslagen. Dank u wel.')
    expect(await storedAnswers(server.context, wave)).toHaveLength(1)
    expect(await keptDrafts(server.context, wave)).toBe(0)
  })

  it('sends and erases at once: afterwards there is a response or nothing, and never a draft', async () => {
    const { wave, address, first } = await started()
    const ready = await skipTo(address, first, null)
    const erase = { ...ready.hidden, go: 'erase', screen: '' }
    const pages = await Promise.all([press(address, ready, 'submit'), send(address, erase)])
    for (const { status } of pages) expect([200, 410]).toContain(status)
    expect((await storedAnswers(server.context, wave)).length).toBeLessThanOrEqual(1)
    expect(await keptDrafts(server.context, wave)).toBe(0)
  })
})

describe('somebody who only looks at the first question', () => {
  it('can look at it in another language, go back and stop, and leaves nothing behind', async () => {
    const { wave, address, first } = await started()
    const english = await press(address, first, 'language:en')
    expect((await press(address, english, 'back')).heading).toBe('What do you think of your help?')
    const resumed = await press(address, await press(address, first, 'stop'), 'resume')
    expect([resumed.status, resumed.hidden['screen']]).toEqual([200, 't1'])
    expect((await press(address, await press(address, resumed, 'stop'), 'erase')).status).toBe(200)
    expect(await keptDrafts(server.context, wave)).toBe(0)
    expect((await press(address, resumed, 'next', { t1: '9' })).status).toBe(422)
    expect(await keptDrafts(server.context, wave)).toBe(0)
    expect((await press(address, resumed, 'next', { t1: '1' })).hidden['screen']).toBe('t2')
    expect(await keptDrafts(server.context, wave)).toBe(1)
  })

  it('cannot answer it again after sending, and cannot send it', async () => {
    const { wave, address, first } = await started()
    expect((await press(address, first, 'submit', { code: 'ABCDEFGH2345' })).status).toBe(410)
    await press(address, await skipTo(address, first, null), 'submit')
    for (const go of ['next', 'skip']) expect((await press(address, first, go, { t1: '1' })).status).toBe(410)
    expect([(await storedAnswers(server.context, wave)).length, await keptDrafts(server.context, wave)]).toEqual([1, 0])
    expect((await press(address, { ...first, hidden: { ...first.hidden, draft: 'new-x' } }, 'next')).status).toBe(410)
  })
})

describe('a page of the questionnaire', () => {
  it('puts no id, no code and no answer in an address, and no cookie in the browser', async () => {
    const { address, first } = await started()
    const second = await press(address, first, 'next', { t1: '1' })
    const ready = await skipTo(address, second, null)
    const done = await press(address, ready, 'submit')
    for (const page of [first, second, ready, done, await open(`${address}/withdraw`)]) {
      expect(page.headers.get('set-cookie')).toBeNull()
      expect(page.headers.get('location')).toBeNull()
      const addresses = [...page.html.matchAll(/(?:href|action|src)="([^"]*)"/g)].map(([, each = '']) => each)
      expect(
        addresses.filter(
          (each) =>
            !/^(?:#|data:,$|tel:|\/assets\/respond\.js$|\/v\/wave-\d+(?:\/withdraw|\/start)?(?:\?lang=nl)?$)/.test(
              each,
            ),
        ),
      ).toEqual([])
    }
  })
})
