import type { Page, Route } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openPage } from './browser.ts'
import { IN_OWN_WORDS } from './questionnaires.ts'
import { heading, press } from './respondent.ts'
import { importRound } from './rounds.ts'
import { serverAndBrowser } from './server-and-browser.ts'
import { giveWords, openWithScript, saved, wordsOn } from './with-script.ts'

const NOT_YET = 'Nog niet opgeslagen onder uw drie woorden'

const here = serverAndBrowser()
let open = ''

beforeAll(async () => {
  open = `${here.server.origin}/v/${await importRound(here.server, IN_OWN_WORDS)}`
})

/** Somebody at the second question, with the first one saved. */
async function atSecondQuestion(page: Page): Promise<void> {
  await openWithScript(page, open)
  await press(page, 'Meedoen')
  await page.locator('main textarea').fill('Het ging goed')
  await press(page, 'Verder')
  await saved(page)
}

const stop = (page: Page): Promise<void> => page.locator('button[name=go][value^=stop]').first().click()

/** What is to be kept under words does not come through. */
async function cutUnderWords(page: Page, how: (route: Route) => Promise<void>): Promise<void> {
  await page.route(/\/drafts\/[^/]+$/, (route) =>
    route.request().postData()?.includes('"words"') === true ? how(route) : route.continue(),
  )
}

async function goesOnElsewhere(words: readonly string[]): Promise<string> {
  const { page, context } = await openPage(here.browser)
  await openWithScript(page, `${open}/resume`)
  await giveWords(page, words)
  const text = await page.locator('main textarea').inputValue()
  await context.close()
  return text
}

describe('somebody with the script who stops on a bad line', () => {
  it('reads the words before anything is under them, and that they work once it is, and then that they do', async () => {
    const { page, context } = await openPage(here.browser)
    await atSecondQuestion(page)
    await cutUnderWords(page, (route) => route.abort())
    await page.locator('main textarea').fill('Ook dit')
    await stop(page)
    await page.getByRole('heading', { name: NOT_YET }).waitFor()
    const words = await wordsOn(page)
    expect(words).toHaveLength(3)
    expect(await page.getByRole('button', { name: 'Klaar, nu stoppen' }).count()).toBe(0)
    expect(await page.evaluate(() => sessionStorage.length)).toBe(1)
    await page.unroute(/\/drafts\/[^/]+$/)
    await page.getByRole('heading', { name: 'U kunt later verder' }).waitFor()
    expect(await wordsOn(page)).toEqual(words)
    await page.waitForFunction(() => sessionStorage.length === 0 && localStorage.length === 0)
    expect(await goesOnElsewhere(words)).toBe('Ook dit')
    await context.close()
  })

  it('reads them after going on meanwhile', async () => {
    const { page, context } = await openPage(here.browser)
    await atSecondQuestion(page)
    await cutUnderWords(page, (route) => route.abort())
    await stop(page)
    await page.getByRole('heading', { name: NOT_YET }).waitFor()
    const words = await wordsOn(page)
    await press(page, 'Toch verder met vraag 2')
    expect(await heading(page)).toBe('Wat nog meer?')
    await page.unroute(/\/drafts\/[^/]+$/)
    await page.getByRole('heading', { name: 'U kunt later verder' }).waitFor()
    expect(await wordsOn(page)).toEqual(words)
    await context.close()
  })

  it('reads them after loading the page again on their own device, also where the server had everything', async () => {
    // What goes through a worker cannot be cut here.
    const { page, context } = await openPage(here.browser, { worker: false })
    await atSecondQuestion(page)
    await page.locator('#own-device summary').click()
    await page.locator('[data-own=yes]').click()
    await page.locator('[data-own=no]').waitFor({ state: 'attached' })
    // The server has it, and what it answers is lost.
    await cutUnderWords(page, async (route) => {
      await route.fetch()
      await route.abort()
    })
    await stop(page)
    await page.getByRole('heading', { name: NOT_YET }).waitFor()
    const words = await wordsOn(page)
    await page.unroute(/\/drafts\/[^/]+$/)
    await page.reload()
    await page.getByRole('heading', { name: 'U kunt later verder' }).waitFor()
    expect(await wordsOn(page)).toEqual(words)
    expect(await goesOnElsewhere(words)).toBe('')
    await context.close()
  })

  it('cannot fill in what would be on its way nowhere, and can again where there are no words now', async () => {
    const { page, context } = await openPage(here.browser)
    await atSecondQuestion(page)
    let answer: (route: Route) => Promise<void> = () => Promise.resolve()
    const asked = new Promise<Route>((resolve) => {
      answer = async (route) => resolve(route)
    })
    await page.route(/\/words$/, (route) => answer(route))
    await page.locator('main textarea').fill('Ook dit')
    await stop(page)
    const route = await asked
    await page.getByText('Een moment, we zijn nog bezig.', { exact: false }).waitFor()
    expect(await page.locator('#page-form').evaluate((form: HTMLFormElement) => form.inert)).toBe(true)
    await route.abort()
    await page.getByText('U kunt nu nog niet stoppen met drie woorden.').waitFor()
    expect(await page.getByText('Een moment, we zijn nog bezig.', { exact: false }).count()).toBe(0)
    await page.locator('main textarea').fill('Ook dit, en meer')
    expect(await page.locator('main textarea').inputValue()).toBe('Ook dit, en meer')
    await context.close()
  })
})
