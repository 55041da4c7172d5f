import type { Page } from 'playwright-core'
import { nextPage } from '../respondent.ts'

/** What is filled in, by the name of the field: what to choose, or what to write. Works in every language. */
export type Filling = Readonly<Record<string, string>>

/** Somebody at a screen, in whatever language: works with names of fields and buttons, never with their words. */
export interface Visitor {
  readonly page: Page
  readonly language: string
  /** Opens an address of the server under test. */
  open(path: string): Promise<void>
  /** Presses the button that sends this, and waits for the page that follows. */
  go(value: string): Promise<void>
  /** Sends the form on the page with its own button. */
  send(): Promise<void>
  fillIn(filling: Filling): Promise<void>
  /** The same, of the fields that are on this page. */
  fillThose(filling: Filling): Promise<void>
  /** Unfolds everything that can be unfolded. */
  unfold(): Promise<void>
}

/**
 * @param origin scheme and host of the server
 * @param language is asked for in each address
 */
export function visitor(page: Page, origin: string, language: string): Visitor {
  page.setDefaultTimeout(10_000)
  const next = async (act: () => Promise<void>): Promise<void> => {
    await nextPage(page, act)
    await page.waitForLoadState('domcontentloaded')
  }
  return {
    page,
    language,
    open: async (path) => void (await page.goto(`${origin}${path}?lang=${language}`)),
    go: (value) => next(() => page.locator(`button[name=go][value="${value}"]:not(.enter)`).first().click()),
    send: () => next(() => page.locator('main form button').first().click()),
    fillIn: async (filling) => {
      for (const [name, value] of Object.entries(filling)) await fillOne(page, name, value)
    },
    fillThose: async (filling) => {
      for (const [name, value] of Object.entries(filling))
        if ((await page.locator(`main [name="${name}"]:not([type=hidden])`).count()) > 0)
          await fillOne(page, name, value)
    },
    unfold: async () => {
      await page.locator('details').evaluateAll((all) => all.forEach((details) => details.setAttribute('open', '')))
    },
  }
}

async function fillOne(page: Page, name: string, value: string): Promise<void> {
  const field = page.locator(`main [name="${name}"]:not([type=hidden])`)
  const kind = await field.first().evaluate((element) => element.getAttribute('type') ?? element.tagName)
  if (kind === 'radio' || kind === 'checkbox') await page.locator(`main [name="${name}"][value="${value}"]`).check()
  else if (kind === 'SELECT') await field.selectOption(value)
  else await field.fill(value)
}
