import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, CDPSession, Page, Response } from 'playwright-core'

const SLOWER = 4
const BYTES_PER_SECOND = 1_600_000 / 8
const DELAY = 150
const PAUSE = 100
const LONGEST = 60_000

/** How the first question came. */
export interface FirstQuestion {
  /** From pressing the button to the frame in which the question stands. */
  readonly milliseconds: number
  /** The page as it came over the wire, without headers; nothing when a script that was there already drew it. */
  readonly pageBytes: number
}

/**
 * Presses a button to begin, on a poor phone with nothing kept.
 *
 * @param scripts whether the scripts of the page with the button have come in before it is pressed, as they have when
 * somebody read that page; `late`: they were on their way, and are asked again by the next page
 */
export async function firstQuestion(
  browser: Browser,
  start: string,
  button: string,
  scripts: 'there' | 'late' = 'there',
): Promise<FirstQuestion> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'nl-NL' })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await page.addInitScript(WATCH)
    await session.send('Network.enable')
    if (scripts === 'late') await session.send('Network.setBlockedURLs', { urls: ['*/assets/*'] })
    await page.goto(start)
    // What the first page loads besides has come in before somebody has read it.
    await page.waitForLoadState('networkidle')
    for (const box of await page.locator('input[type=checkbox]').all()) await box.check()
    await session.send('Network.setBlockedURLs', { urls: [] })
    await slowDown(session)
    const posted: Response[] = []
    page.on('response', (response) => {
      if (response.request().isNavigationRequest()) posted.push(response)
    })
    await page.locator(button).click({ noWaitAfter: true })
    const milliseconds = await shown(page)
    const sizes = await posted[0]?.request().sizes()
    return { milliseconds, pageBytes: sizes?.responseBodySize ?? 0 }
  } finally {
    await context.close()
  }
}

async function slowDown(session: CDPSession): Promise<void> {
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: DELAY,
    downloadThroughput: BYTES_PER_SECOND,
    uploadThroughput: BYTES_PER_SECOND,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
}

/**
 * Runs in every document: keeps when a button was pressed, over pages too, and when a question could be answered. It is
 * a text, because what runs this file puts names of its own into functions, which no page knows.
 */
const WATCH = `(() => {
  const now = () => performance.timeOrigin + performance.now()
  addEventListener('click', () => (window.name = String(now())), true)
  const look = () => {
    if (window.name === '' || document.querySelector('input[type=radio]') === null) return requestAnimationFrame(look)
    // The frame after the one that it was drawn for.
    requestAnimationFrame(() => (document.documentElement.dataset.shown = String(now() - Number(window.name))))
  }
  requestAnimationFrame(look)
})()`

async function shown(page: Page): Promise<number> {
  for (let tries = 0; tries < LONGEST / PAUSE; tries += 1) {
    const value = await page.evaluate(() => document.documentElement.dataset['shown']).catch(() => undefined)
    if (value !== undefined) return Number(value)
    await pause(PAUSE)
  }
  throw new Error(`no question stood on ${page.url()} in ${LONGEST} ms`)
}
