import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchBrowser } from './browser.ts'
import { startServer, type RunningServer } from './running-server.ts'

/** What every journey needs: the built server and somebody's browser. Read them in a test or a hook, not before. */
export interface ServerAndBrowser {
  readonly server: RunningServer
  readonly browser: Browser
}

/**
 * Has the server and the browser started before the journeys of this file, and stopped after them.
 *
 * @param environment of the server, beside that of this process
 */
export function serverAndBrowser(environment: Readonly<Record<string, string>> = {}): ServerAndBrowser {
  let server: RunningServer | undefined
  let browser: Browser | undefined
  beforeAll(async () => {
    ;[server, browser] = await Promise.all([startServer(environment), launchBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await server?.end()
  })
  return {
    get server() {
      return started(server)
    },
    get browser() {
      return started(browser)
    },
  }
}

function started<T>(what: T | undefined): T {
  if (what === undefined) throw new Error('read the server and the browser in a test or a hook')
  return what
}
