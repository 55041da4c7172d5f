import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'

const SLOWER = 4
const BYTES_PER_SECOND = 1_600_000 / 8
const DELAY = 150
const PAUSE = 100
const LONGEST = 60_000

/** Milliseconds from pressing a button to the frame in which the first question stands, on a poor phone with nothing kept. */
export async function timeToQuestion(browser: Browser, start: string, button: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'nl-NL' })
  try {
    const page = await context.newPage()
    await page.addInitScript(WATCH)
    await page.goto(start)
    // What the first page loads besides has come in before somebody has read it.
    await page.waitForLoadState('networkidle')
    for (const box of await page.locator('input[type=checkbox]').all()) await box.check()
    await slowDown(page)
    await page.locator(button).click({ noWaitAfter: true })
    return await shown(page)
  } finally {
    await context.close()
  }
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
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
