import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openPage } from './browser.ts'
import { nextPage, press } from './respondent.ts'
import { startServer, type RunningServer } from './running-server.ts'

const DEFINITION = {
  title: { nl: 'Ervaringen' },
  locale: 'nl',
  pages: [
    {
      name: 'eerst',
      elements: [{ type: 'radiogroup', name: 'hulp', title: 'Kreeg u hulp?', isRequired: true, choices: KEUZES() }],
    },
    { name: 'dan', elements: [{ type: 'comment', name: 'verhaal', title: 'Wat wilt u vertellen?' }] },
    {
      name: 'hoeveel',
      elements: [
        { type: 'text', inputType: 'number', name: 'uren', title: 'Hoeveel uur hulp?', visibleIf: '{hulp} = 1' },
      ],
    },
  ],
}

function KEUZES(): readonly object[] {
  return ['Ja', 'Nee', 'Soms'].map((text, place) => ({ value: place + 1, text }))
}

const SAVED = 'Alles tot nu toe is opgeslagen'

let server: RunningServer
let browser: Browser
let address: string

beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
  const folder = await mkdtemp(join(tmpdir(), 'kb-'))
  const file = join(folder, 'ervaringen.json')
  await writeFile(file, JSON.stringify(DEFINITION))
  const { output } = await server.command('study', 'import', file, '--organisation', 'De proefraad')
  await rm(folder, { recursive: true })
  address = server.origin + (/\/v\/[\w-]+/.exec(output)?.[0] ?? '')
})
afterAll(async () => {
  await browser.close()
  await server.end()
})

async function start(page: Page): Promise<void> {
  await page.goto(address)
  await page.locator('html[data-script=ready]').waitFor()
  await press(page, 'Meedoen')
}

const saved = (page: Page): Promise<void> => page.locator('#saved-state', { hasText: SAVED }).waitFor()

async function stop(page: Page): Promise<void> {
  await nextPage(page, () => page.locator('button[name=go][value^=stop]').first().click())
  await page.locator('ol.words').waitFor()
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
    const { page, context } = await openPage(browser)
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
    await context.close()
  })

  it('finds what was typed on the screen that they left so', async () => {
    const { page, context } = await openPage(browser)
    await start(page)
    await page.getByLabel('Ja').check()
    await press(page, 'Verder')
    await page.locator('main textarea').fill('Zij belde')
    await nextPage(page, () => page.goBack())
    await nextPage(page, () => page.goForward())
    expect(await page.locator('main textarea').inputValue()).toBe('Zij belde')
    await context.close()
  })

  it('goes on with them after loading the page once more', async () => {
    const { page, context } = await openPage(browser)
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
    await page.waitForFunction((words) => document.body.textContent.split(words).length === 2, SAVED)
    await nextPage(page, () => page.goBack())
    expect(await page.locator('main textarea').inputValue()).toBe('Zij belde')
    await nextPage(page, () => page.goForward())
    await visible(page, 'Hoeveel uur hulp?')
    await context.close()
  })

  it('is asked for the words after stopping, and reads them nowhere any more', async () => {
    const { page, context } = await openPage(browser)
    await start(page)
    await page.getByLabel('Ja').check()
    await press(page, 'Verder')
    await saved(page)
    await stop(page)
    expect(new URL(page.url()).pathname).toMatch(/\/resume$/)
    await page.goBack()
    await visible(page, 'Verdergaan waar u was')
    expect(await page.locator('ol.words').count()).toBe(0)
    await context.close()
  })

  it('goes back by the button of the page as by that of the browser', async () => {
    const { page, context } = await openPage(browser)
    await start(page)
    const before = await page.evaluate(() => history.length)
    await page.getByLabel('Ja').check()
    await press(page, 'Verder')
    await press(page, 'Terug')
    await visible(page, 'Kreeg u hulp?')
    await press(page, 'Verder')
    await visible(page, 'Wat wilt u vertellen?')
    expect(await page.evaluate(() => history.length)).toBe(before + 1)
    await context.close()
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
    const { page, context } = await openPage(browser)
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
    await context.close()
  })
})
