import type { Browser, BrowserContext, Page, Request } from 'playwright-core'
import { expect } from 'vitest'
import { PLANTED, SUM } from '../../test/security/payloads.ts'
import { openPage } from '../browser.ts'

/** A page on which everything is seen that a payload could bring about. */
export interface WatchedPage {
  readonly origin: string
  readonly page: Page
  readonly context: BrowserContext
  /** Looks at the page as it is now. */
  look(): Promise<void>
  /** Settled once everything that the page asked for is there and drawn, and asked for nothing more. */
  quiet(): Promise<void>
  /** Everything that went wrong so far, each with the address where it was seen. */
  readonly faults: readonly string[]
  /** How many pages were looked at. */
  readonly looked: () => number
}

/** Opens a window that notes dialogs, refusals of the content security policy, errors, and requests that go elsewhere. */
export async function openWatchedPage(browser: Browser, origin: string): Promise<WatchedPage> {
  const { page, context } = await openPage(browser, { device: 'desktop' })
  const faults: string[] = []
  let looked = 0
  const note = (what: string): void => void faults.push(`${what} on ${page.url().slice(0, 200)}`)
  page.on('dialog', (dialog) => {
    note(`a dialog, ${dialog.message()},`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => note(`an error, ${error.message},`))
  page.on('console', (message) => {
    if (/content security policy|refused to/i.test(message.text())) note(message.text())
  })
  context.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${origin}/`) && !/^(?:data|blob|about):/.test(url)) note(`a request to ${url}`)
  })
  return {
    origin,
    page,
    context,
    faults,
    quiet: untilQuiet(page),
    looked: () => looked,
    look: async () => {
      looked += 1
      for (const found of await page.evaluate(plantedIn, { attribute: PLANTED, sum: SUM.result })) note(found)
    },
  }
}

/** Waits until the network rests after loading, and after that as long as the page is busy with what was done on it. */
function untilQuiet(page: Page): WatchedPage['quiet'] {
  const underWay = new Set<Request>()
  let asked = 0
  page.on('request', (request) => {
    // What the page before was waiting for comes no more.
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) underWay.clear()
    underWay.add(request)
    asked += 1
  })
  page.on('requestfinished', (request) => underWay.delete(request))
  page.on('requestfailed', (request) => underWay.delete(request))
  return async () => {
    await page.waitForLoadState('networkidle')
    let before = -1
    while (before !== asked) {
      await expect.poll(() => underWay.size, { timeout: 30_000, interval: 20 }).toBe(0)
      before = asked
      await page.evaluate(drawnTwice)
    }
  }
}

/** Runs in the page. */
function drawnTwice(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
}

/** Runs in the page. */
function plantedIn({ attribute, sum }: { readonly attribute: string; readonly sum: string }): readonly string[] {
  const found: string[] = []
  if ('__ran' in window) found.push('a script that ran')
  for (const element of document.querySelectorAll(`[${attribute}]`)) found.push(`markup, ${element.tagName},`)
  for (const element of document.querySelectorAll('[href], [src], [action], [formaction]')) {
    for (const name of ['href', 'src', 'action', 'formaction']) {
      const address = element.getAttribute(name)?.trim() ?? ''
      if (/^(?:javascript|data:text|vbscript|\/\/)/i.test(address)) found.push(`an address, ${address.slice(0, 60)},`)
    }
  }
  if (document.documentElement.textContent.includes(sum)) found.push('a template that was worked out')
  return found
}
