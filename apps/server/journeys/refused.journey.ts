import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, openPage } from './browser.ts'
import { addressIn } from './exported-answers.ts'
import { answerAll, heading, press, send } from './respondent.ts'
import { openRoundWithCodes } from './rounds.ts'
import { serverAndBrowser } from './server-and-browser.ts'
import { inCharge, ownDevice, saved } from './with-script.ts'

const here = serverAndBrowser()

let wave: string
let codes: readonly string[]

beforeAll(async () => {
  const study = addressIn(here.server.links.questionnaire)
  ;({ wave, codes } = await openRoundWithCodes(here.server, study, 3))
})

/** Opens the first question on a device of its own, with the script in charge. */
async function begun(code: string): Promise<{ page: Page; context: BrowserContext }> {
  const { page, context } = await openPage(here.browser)
  await page.goto(`${here.server.origin}/v/${wave}`)
  await page.getByLabel('Uw code').fill(code)
  await press(page, 'Meedoen')
  await inCharge(page)
  return { page, context }
}

async function answerSome(page: Page, count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) {
    await page.locator('main label input').first().check()
    await press(page, 'Verder')
  }
}

describe('two devices on one code', () => {
  it('keeps what the second answered without a connection, and sends it with another code', async () => {
    const [code = '', other = ''] = codes
    const second = await begun(code)
    const first = await begun(code)
    await answerAll(first.page)
    await send(first.page)
    await first.context.close()
    const { page, context } = second
    await context.setOffline(true)
    await answerSome(page, 5)
    await context.setOffline(false)
    await page.getByRole('heading', { name: 'Met deze code kunt u niet meedoen', exact: true }).waitFor()
    await expectAccessible(page)
    await page.getByLabel('Uw code').fill(code.toLowerCase())
    await press(page, 'Verder')
    await page.getByRole('heading', { name: 'Met deze code kunt u niet meedoen', exact: true }).waitFor()
    await page.getByLabel('Uw code').fill(other)
    await press(page, 'Verder')
    await saved(page)
    await answerAll(page)
    const whole = page.waitForRequest((request) => request.url().includes('/responses/'))
    await send(page)
    expect(await heading(page)).toBe('Opgeslagen. Dank u wel.')
    const { answers } = (await whole).postDataJSON() as { readonly answers: object }
    expect(Object.keys(answers)).toHaveLength(16)
    await context.close()
  })
})

describe('a device of one’s own whose pages the server shows', () => {
  it('holds nothing any more once everything was erased there', async () => {
    const { page, context } = await begun(codes[2] ?? '')
    await answerSome(page, 1)
    await ownDevice(page)
    const held = (): Promise<readonly unknown[]> =>
      page.evaluate(async () => [...(await caches.keys()), ...(await indexedDB.databases()).map(({ name }) => name)])
    await expect.poll(held).toHaveLength(2)
    // As a browser does where the script has given the page up.
    await page.evaluate(() => {
      const form = document.querySelector<HTMLFormElement>('#page-form')
      form?.insertAdjacentHTML('beforeend', '<input type="hidden" name="go" value="erase">')
      form?.submit()
    })
    await page.getByRole('heading', { name: 'U bent gestopt', exact: true }).waitFor()
    await expect.poll(held).toEqual([])
    await context.close()
  })
})
