import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, beforeEach } from 'vitest'
import { openPage, type Viewer } from './browser.ts'
import type { ServerAndBrowser } from './server-and-browser.ts'

/** Somebody's window. Read it in a test or a hook, not before. */
export interface OwnWindow {
  readonly page: Page
  readonly context: BrowserContext
}

/** Gives each journey of this file a window with nothing left from others, and closes it also where the journey failed. */
export function ownWindow(here: Pick<ServerAndBrowser, 'browser'>, viewer: Viewer = {}): OwnWindow {
  let opened: OwnWindow | undefined
  const there = (): OwnWindow => {
    if (opened === undefined) throw new Error('read the window in a test or a hook')
    return opened
  }
  beforeEach(async () => {
    opened = await openPage(here.browser, viewer)
  })
  afterEach(async () => opened?.context.close())
  return {
    get page() {
      return there().page
    },
    get context() {
      return there().context
    },
  }
}
