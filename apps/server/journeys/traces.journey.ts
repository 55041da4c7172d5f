import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserWithProfile, type BrowserWithProfile } from './profile-folder.ts'
import { IN_OWN_WORDS } from './questionnaires.ts'
import { nextPage, press } from './respondent.ts'
import { importRound, openRoundWithCodes } from './rounds.ts'
import { startServer, type RunningServer } from './running-server.ts'
import { giveWords, openWithScript, postedBy, stop, wordsOn } from './with-script.ts'

/** What is written nowhere else, in one word that no encoding of a form changes. */
const WRITTEN = 'KASTANJEBOOM'
const TYPED = 'SNEEUWKLOKJE'

let server: RunningServer
let address: string
let coded: string
/** Printed on a letter. */
let code: string

beforeAll(async () => {
  server = await startServer()
  const open = await importRound(server, IN_OWN_WORDS)
  address = `${server.origin}/v/${open}`
  const {
    wave,
    codes: [first = ''],
  } = await openRoundWithCodes(server, open, 1)
  coded = `${server.origin}/v/${wave}`
  code = first
})
afterAll(() => server.end())

/** Answers the first question, types in the second, and leaves the page there. */
async function halfway(page: Page, isScripted: boolean): Promise<void> {
  await (isScripted ? openWithScript(page, address) : page.goto(address))
  await press(page, 'Meedoen')
  await page.locator('main textarea').fill(`Onder de ${WRITTEN} is het goed`)
  await press(page, 'Verder')
  await page.getByText('Opgeslagen', { exact: false }).first().waitFor()
  await page.locator('main textarea').fill(`Bij het ${TYPED} ook`)
}

/** Sends everything. */
async function finish(page: Page): Promise<void> {
  await press(page, 'Verder')
  await press(page, 'Versturen')
  await page
    .getByRole('heading', { name: /opgeslagen/i })
    .first()
    .waitFor()
}

/** Every way in which somebody is done with it. */
const ENDS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  finishing: finish,
  stopping: async (page) => void (await stop(page)),
  'stopping and leaving': async (page) => {
    await stop(page)
    await press(page, 'Klaar, nu stoppen')
  },
  'stopping, going on, and finishing': async (page) => {
    await stop(page)
    await nextPage(page, () => page.locator('button[name=go][value^=resume]').first().click())
    await page.locator('main textarea').fill(`Bij het ${TYPED} wel`)
    await finish(page)
  },
  'closing the tab': async () => {},
}

/** Comes back with the words of somebody who stopped, and goes on. */
async function comeBack(page: Page): Promise<void> {
  const words = await wordsOn(page)
  await openWithScript(page, `${address}/resume`)
  await giveWords(page, [words.join(' ')])
  await page.getByText('Opgeslagen', { exact: false }).first().waitFor({ state: 'attached' })
}

/** What a script of this page could still read, and what the page shows. */
async function readable(page: Page): Promise<string> {
  const stored = await page.evaluate(async () => {
    const databases = await indexedDB.databases()
    const names = 'caches' in window ? await caches.keys() : []
    const workers = 'serviceWorker' in navigator ? await navigator.serviceWorker.getRegistrations() : []
    const { length } = localStorage
    return JSON.stringify([Object.entries(sessionStorage), length, databases, names, workers.length, history.state])
  })
  return stored + (await page.content())
}

/** Chromium asks whether to send a form once more in a page of its own, on which nothing else stands. */
async function shownOnTheWayBack(page: Page): Promise<string> {
  await page.goBack().catch(() => null)
  let shown: string | null = null
  await expect.poll(async () => (shown = await page.content().catch(() => null))).not.toBeNull()
  return shown ?? ''
}

describe.each([
  ['with JavaScript', true],
  ['with JavaScript off', false],
])('on the ordinary link, %s', (_, isScripted) => {
  let browser: BrowserWithProfile
  beforeAll(async () => {
    browser = await browserWithProfile(isScripted)
  })
  afterAll(() => browser.end())

  it.each(Object.entries(ENDS))(
    'finds no answer in the page, in a store or behind the back button after %s',
    async (name, end) => {
      const page = await browser.context.newPage()
      await halfway(page, isScripted)
      await end(page)
      // A tab that was closed shows nothing any more.
      const shown = name === 'closing the tab' ? [] : [await readable(page), await shownOnTheWayBack(page)]
      await page.close()
      const next = await browser.context.newPage()
      await next.goto(address)
      expect([...shown, await readable(next)].join('\n')).not.toMatch(new RegExp(`${WRITTEN}|${TYPED}`))
      await next.close()
    },
  )

  it.runIf(isScripted)('posts no form to begin with a code, nor to come back with words', async () => {
    const page = await browser.context.newPage()
    const posted = postedBy(page)
    await openWithScript(page, coded)
    await page.getByLabel('Uw code').fill(code)
    await press(page, 'Meedoen')
    await page.locator('main textarea').fill(`Onder de ${WRITTEN} is het goed`)
    await press(page, 'Verder')
    await halfway(page, isScripted)
    await stop(page)
    await comeBack(page)
    expect(await page.locator('main textarea').inputValue()).toContain(TYPED)
    await press(page, 'Verder')
    await page.close()
    expect(posted).toEqual([])
  })

  it('finds no answer in what the browser leaves on the disk', async () => {
    const files = await browser.leftBehind([WRITTEN, TYPED, code])
    const folders = [...new Set(files.map((file) => file.replace(/\/[^/]*$/, '')))]
    // Chromium writes forms that were posted down, to offer pages that were closed once more. A script posts none.
    expect(folders).toEqual(isScripted ? [] : [join('Default', 'Sessions')])
  })
})
