import type { Browser, BrowserContext, Page } from 'playwright-core'
import { PLANTED, SUM } from '../../test/security/payloads.ts'
import { openPage } from '../browser.ts'

/** A page on which everything is seen that a payload could bring about. */
export interface WatchedPage {
  readonly origin: string
  readonly page: Page
  readonly context: BrowserContext
  /** Looks at the page as it is now. */
  look(): Promise<void>
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
    looked: () => looked,
    look: async () => {
      looked += 1
      for (const found of await page.evaluate(plantedIn, { attribute: PLANTED, sum: SUM.result })) note(found)
    },
  }
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
