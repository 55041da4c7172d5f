import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  expectAccessible,
  expectAccessibleWithoutScripts,
  expectNoSidewaysScroll,
  launchBrowser,
  openPage,
} from './browser.ts'
import { answerAll, begin, heading, press, send } from './respondent.ts'
import { startServer, type RunningServer } from './running-server.ts'

let server: RunningServer
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
})

afterAll(async () => {
  await browser.close()
  await server.end()
})

describe('somebody on a phone with JavaScript switched off', () => {
  it('fills in the whole Wmo questionnaire, keeps the code, and can have the answers erased', async () => {
    const { page, context } = await openPage(browser, { javaScript: false })
    const onScreen = async (): Promise<void> => {
      await expectAccessibleWithoutScripts(browser, page)
      await expectNoSidewaysScroll(page)
    }
    await begin(page, server.links.questionnaire, { onScreen })
    const answered = await answerAll(page, { onScreen })
    expect(answered).toBe(16)
    const code = await send(page, { onScreen })
    expect(await heading(page)).toBe('Uw antwoorden zijn opgeslagen')

    await page.goto(`${server.links.questionnaire}/withdraw`)
    await onScreen()
    await page.getByLabel('Uw code').fill(code.toLowerCase())
    await press(page, 'Mijn antwoorden wissen')
    expect(await heading(page)).toBe('Uw antwoorden zijn gewist')
    await onScreen()
    await context.close()
  })

  it('is counted on the council page once the researcher publishes', async () => {
    const before = await answersSoFar()
    const { page, context } = await openPage(browser, { javaScript: false })
    await begin(page, server.links.questionnaire)
    await answerAll(page)
    await send(page)
    await context.close()
    expect(await answersSoFar()).toBe(before + 1)

    const address = new URL(server.links.questionnaire).pathname.split('/').at(-1) ?? ''
    const published = await server.command('publish', '--wave', address)
    expect(published.output).toMatch(/\/r\/\S+/)
    const results = /\/r\/\S+/.exec(published.output)?.[0] ?? ''
    const reader = await openPage(browser, { javaScript: false, device: 'desktop' })
    await reader.page.goto(server.origin + results)
    expect(await reader.page.locator('main').innerText()).toContain(`${before + 1} mensen`)
    await expectAccessibleWithoutScripts(browser, reader.page)
    await reader.context.close()
  })

  /** What the council page would count: the rows of an export, without its header. */
  async function answersSoFar(): Promise<number> {
    const address = new URL(server.links.questionnaire).pathname.split('/').at(-1) ?? ''
    const { output } = await server.command('responses', 'export', '--wave', address)
    return output.trim().split('\n').length - 1
  }
})

describe('somebody who reads the results', () => {
  for (const device of ['phone', 'desktop'] as const) {
    it(`sees the same figures with and without JavaScript on a ${device}`, async () => {
      const plain = await openPage(browser, { javaScript: false, device })
      await plain.page.goto(server.links.results)
      await expectNoSidewaysScroll(plain.page)
      const rich = await openPage(browser, { device })
      await rich.page.goto(server.links.results)
      await expectAccessible(rich.page)
      await expectNoSidewaysScroll(rich.page)
      const headings = (page: typeof plain.page): Promise<string[]> => page.locator('h1, h2, h3').allInnerTexts()
      expect(await headings(rich.page)).toEqual(await headings(plain.page))
      await plain.context.close()
      await rich.context.close()
    })
  }
})
