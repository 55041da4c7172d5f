import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, openPage } from './browser.ts'
import { heading, nextPage } from './respondent.ts'
import { untilOffered } from './rounds.ts'
import { serverAndBrowser } from './server-and-browser.ts'

const here = serverAndBrowser()

/** The title of the sample study, which nobody translated. */
const STUDY = 'Cliëntervaringsonderzoek Wmo 2026'

/** Presses the button that sends this, whatever it is called, and waits for the page that follows. */
async function go(page: Page, value: string): Promise<void> {
  const button = page.locator(`button[name=go][value="${value}"]:not(.enter)`).first()
  await nextPage(page, () => button.click())
}

const languagesOffered = (page: Page): Promise<readonly string[]> =>
  page.locator('.languages button').evaluateAll((buttons) => buttons.map((button) => button.getAttribute('lang') ?? ''))

/** Words of the page that are said to be in another language, names of languages apart. */
const inAnotherLanguage = (page: Page): Promise<readonly string[]> =>
  page
    .locator('body [lang]')
    .evaluateAll((parts) => parts.filter((part) => part.closest('.languages') === null).map((part) => part.outerHTML))

describe('a fresh installation', () => {
  it('offers no language that nobody who speaks it has released', async () => {
    const { page, context } = await openPage(here.browser)
    await page.goto(`${here.server.links.questionnaire}?lang=ar`)
    expect(await languagesOffered(page)).toEqual(['nl', 'en'])
    expect(await page.locator('html').getAttribute('lang')).toBe('nl')
    await context.close()
  })
})

describe('somebody who reads another language, as if a speaker had released it', () => {
  it('is offered each of them within seconds, by a server that runs', async () => {
    for (const language of ['pl', 'ro', 'ar', 'tr', 'uk'])
      expect(await here.server.command('languages', 'release', language, '--by', 'een proef')).toMatchObject({
        code: 0,
      })
    await untilOffered(here.server.links.questionnaire, 'uk')
  })

  it.each([
    ['ar', 'rtl'],
    ['pl', 'ltr'],
    ['ro', 'ltr'],
    ['tr', 'ltr'],
    ['uk', 'ltr'],
  ] as const)('goes from the introduction to the code in %s, 320 px wide', async (language, direction) => {
    const { page, context } = await openPage(here.browser)
    await page.setViewportSize({ width: 320, height: 700 })
    const look = async (): Promise<void> => {
      expect([await page.locator('html').getAttribute('lang'), await page.locator('html').getAttribute('dir')]).toEqual(
        [language, direction],
      )
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      const names = await inAnotherLanguage(page)
      expect(names.filter((part) => !part.includes(STUDY))).toEqual([])
    }
    await page.goto(here.server.links.questionnaire)
    await go(page, `language:${language}`)
    await look()
    await go(page, 'start')
    await look()
    await go(page, 'next')
    await look()
    while ((await page.locator('button[name=go][value=submit]').count()) === 0) {
      const choices = page.locator('main input[type=radio], main input[type=checkbox]')
      if ((await choices.count()) > 0) await choices.first().check()
      await go(page, 'next')
    }
    await look()
    await go(page, 'submit')
    await look()
    expect(await page.locator('main').innerText()).toMatch(/[A-Z2-9]{4}\s+[A-Z2-9]{4}\s+[A-Z2-9]{4}/)
    expect(await heading(page)).not.toBe('Opgeslagen. Dank u wel.')
    await context.close()
  })
})
