import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openPage } from './browser.ts'
import { begin, nextPage } from './respondent.ts'
import { serverAndBrowser } from './server-and-browser.ts'
import { openWithScript } from './with-script.ts'

const here = serverAndBrowser()

/** Takes part in the round with every kind of question, as far as the first of them. */
async function toFirst(page: Page): Promise<void> {
  const address = `${here.server.origin}/v/alles-proberen`
  await openWithScript(page, address)
  await begin(page, address)
  await next(page)
}

const next = (page: Page): Promise<void> =>
  nextPage(page, () => page.locator('main form button.primary').first().click())

/** Goes on to the question that shows pictures. @returns how wide the browser finds them */
async function widths(page: Page): Promise<readonly number[]> {
  const shown = page.locator('.pictures img.picture')
  for (let screens = 0; screens < 8 && (await page.locator('.pictures').count()) === 0; screens += 1) {
    const radio = page.locator('main label input[type=radio]')
    if ((await radio.count()) > 0) await radio.first().check()
    await next(page)
  }
  await page.getByText('Een eigen plek').waitFor()
  await page.evaluate(async () => {
    const all = [...document.querySelectorAll<HTMLImageElement>('.pictures img')]
    await Promise.all(all.map((image) => image.decode().catch(() => undefined)))
  })
  return shown.evaluateAll((all) => all.map((image) => (image as HTMLImageElement).naturalWidth))
}

describe('somebody whose connection is lost before a question with pictures', () => {
  it('sees them', async () => {
    const { page, context } = await openPage(here.browser)
    const came = page.waitForResponse((response) => response.url().endsWith('/pictures/rest.svg'))
    await toFirst(page)
    await came
    await context.setOffline(true)
    expect(await widths(page)).toEqual([expect.toSatisfy((width) => width > 0), expect.toSatisfy((width) => width > 0)])
    await context.close()
  })

  it('sees them on a device of their own after loading the page once more', async () => {
    const { page, context } = await openPage(here.browser)
    await toFirst(page)
    await page.getByText('Is dit apparaat van u?').click()
    await page.getByRole('button', { name: 'Dit apparaat is van mij', exact: true }).click()
    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.waitForFunction(async () => (await caches.match('/pictures/rest.svg')) !== undefined)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await context.setOffline(true)
    await page.reload()
    await page.locator('#own-device').waitFor()
    expect(await widths(page)).toEqual([expect.toSatisfy((width) => width > 0), expect.toSatisfy((width) => width > 0)])
    await context.close()
  })

  it('reads the words without a sign of something broken where pictures never came', async () => {
    const { page, context } = await openPage(here.browser)
    await page.route('**/pictures/*', (route) => route.abort())
    await toFirst(page)
    expect(await widths(page)).toEqual([])
    await context.close()
  })
})
