import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { ownWindow } from './own-window.ts'
import { HELP_AND_HOURS } from './questionnaires.ts'
import { nextPage, press } from './respondent.ts'
import { importRound } from './rounds.ts'
import { serverAndBrowser } from './server-and-browser.ts'
import { ALL_SAVED, inCharge, openWithScript, saved, stop } from './with-script.ts'

const here = serverAndBrowser()
const own = ownWindow(here)
let address = ''

beforeAll(async () => {
  address = `${here.server.origin}/v/${await importRound(here.server, HELP_AND_HOURS)}`
})

async function start(page: Page): Promise<void> {
  await openWithScript(page, address)
  await press(page, 'Meedoen')
  await inCharge(page)
}

async function erase(page: Page): Promise<void> {
  await stop(page)
  await nextPage(page, () => page.locator('button[name=go][value=erase]').click())
  await nextPage(page, () => page.locator('button[name=go][value=erase]').click())
}

describe('somebody who uses the buttons of the browser', () => {
  const visible = (page: Page, name: string): Promise<void> =>
    page.getByRole('heading', { name, exact: true }).waitFor()

  it('goes from screen to screen with them, finds each answer there, and leaves nothing in the history that says what', async () => {
    const { page } = own
    await start(page)
    await page.getByLabel('Ja').check()
    await press(page, 'Verder')
    await page.locator('main textarea').fill('Zij belde altijd terug')
    await press(page, 'Verder')
    await visible(page, 'Hoeveel uur hulp?')
    await nextPage(page, () => page.goBack())
    expect(await page.locator('main textarea').inputValue()).toBe('Zij belde altijd terug')
    await nextPage(page, () => page.goBack())
    expect(await page.getByLabel('Ja').isChecked()).toBe(true)
    await page.goBack()
    await page.getByRole('button', { name: 'Meedoen', exact: true }).waitFor()
    for (const title of ['Kreeg u hulp?', 'Wat wilt u vertellen?', 'Hoeveel uur hulp?']) {
      await nextPage(page, () => page.goForward())
      await visible(page, title)
      expect(await page.title()).toMatch(/^Vraag \d – /)
      expect(await page.evaluate(() => JSON.stringify(history.state))).toMatch(/^\{"klankbord":\d+\}$/)
      expect(page.url()).toBe(address)
    }
  })

  it('finds what was typed on the screen that they left so', async () => {
    const { page } = own
    await start(page)
    await page.getByLabel('Ja').check()
    await press(page, 'Verder')
    await page.locator('main textarea').fill('Zij belde')
    await nextPage(page, () => page.goBack())
    await nextPage(page, () => page.goForward())
    expect(await page.locator('main textarea').inputValue()).toBe('Zij belde')
  })

  it('goes on with them after loading the page once more', async () => {
    const { page } = own
    await start(page)
    await page.getByLabel('Ja').check()
    await press(page, 'Verder')
    await page.locator('main textarea').fill('Zij belde')
    await press(page, 'Verder')
    await saved(page)
    await page.reload()
    await visible(page, 'Hoeveel uur hulp?')
    await saved(page)
    // Who reads the page aloud hears it once, and finds it once.
    await page.waitForFunction((words) => document.body.textContent.split(words).length === 2, ALL_SAVED)
    await nextPage(page, () => page.goBack())
    expect(await page.locator('main textarea').inputValue()).toBe('Zij belde')
    await nextPage(page, () => page.goForward())
    await visible(page, 'Hoeveel uur hulp?')
  })

  it('is asked for the words after stopping, and reads them nowhere any more', async () => {
    const { page } = own
    await start(page)
    await page.getByLabel('Ja').check()
    await press(page, 'Verder')
    await saved(page)
    await stop(page)
    expect(new URL(page.url()).pathname).toMatch(/\/resume$/)
    await page.goBack()
    await visible(page, 'Verdergaan waar u was')
    expect(await page.locator('ol.words').count()).toBe(0)
  })

  it('goes back by the button of the page as by that of the browser', async () => {
    const { page } = own
    await start(page)
    const before = await page.evaluate(() => history.length)
    await page.getByLabel('Ja').check()
    await press(page, 'Verder')
    await press(page, 'Terug')
    await visible(page, 'Kreeg u hulp?')
    await press(page, 'Verder')
    await visible(page, 'Wat wilt u vertellen?')
    expect(await page.evaluate(() => history.length)).toBe(before + 1)
  })

  it.each([
    ['finishing', async (page: Page) => press(page, 'Versturen')],
    ['erasing', erase],
    [
      'stopping',
      async (page: Page) => {
        await stop(page)
        await page.goBack()
        await visible(page, 'Verdergaan waar u was')
      },
    ],
  ])('finds nothing of what they answered behind them after %s', async (_name, end) => {
    const { page } = own
    await start(page)
    await page.getByLabel('Ja').check()
    await press(page, 'Verder')
    await page.locator('main textarea').fill('Zij belde')
    await press(page, 'Verder')
    await press(page, 'Verder')
    await end(page)
    for (let times = 0; times < 4; times += 1) {
      await page.goBack()
      expect(await page.content()).not.toContain('Zij belde')
      expect(await page.locator('main input:checked, main textarea').count()).toBe(0)
    }
  })
})
