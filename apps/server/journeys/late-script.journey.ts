import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserWithProfile, type BrowserWithProfile } from './profile-folder.ts'
import { IN_OWN_WORDS } from './questionnaires.ts'
import { press } from './respondent.ts'
import { importRound } from './rounds.ts'
import { startServer, type RunningServer } from './running-server.ts'
import { openWithScript, postedBy } from './with-script.ts'

/** What is written nowhere else, in one word that no encoding of a form changes. */
const FIRST = 'KASTANJEBOOM'
const SECOND = 'SNEEUWKLOKJE'

let server: RunningServer
let address: string

beforeAll(async () => {
  server = await startServer()
  address = `${server.origin}/v/${await importRound(server, IN_OWN_WORDS)}`
})
afterAll(() => server.end())

/** The larger script comes this many milliseconds after it was asked for, every time. */
async function comesLate(page: Page, late: number): Promise<void> {
  await page.route('**/respond/flow-*', async (route) => {
    await setTimeout(late)
    // Who loaded the page again asks for it again.
    await route.continue().catch(() => undefined)
  })
}

/** The ids under which answers of a window went to the server from now on. It grows. */
function idsSentBy(page: Page): ReadonlySet<string> {
  const ids = new Set<string>()
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname
    const [, put] = /\/(?:drafts|responses)\/([0-9a-f-]{36})$/.exec(path) ?? []
    const draft = request.method() === 'POST' ? new URLSearchParams(request.postData() ?? '').get('draft') : null
    const id = put ?? draft?.slice(-36)
    if (id !== undefined) ids.add(id)
  })
  return ids
}

const written = (page: Page): Promise<string> => page.locator('main textarea').inputValue()

describe.each([1000, 6000])('somebody whose larger script is %i milliseconds late', (late) => {
  let browser: BrowserWithProfile
  beforeAll(async () => {
    browser = await browserWithProfile(true)
  })
  afterAll(() => browser.end())

  it('begins, answers, goes on, goes back and loads the page again: all is there, once', async () => {
    const page = await browser.context.newPage()
    const [posted, ids] = [postedBy(page), idsSentBy(page)]
    await comesLate(page, late)
    await openWithScript(page, address)
    await press(page, 'Meedoen')
    await page.locator('main textarea').fill(`Onder de ${FIRST}`)
    await press(page, 'Verder')
    await page.getByRole('heading', { name: 'Wat nog meer?', exact: true }).waitFor()
    await page.locator('main textarea').fill(`Bij het ${SECOND}`)
    await press(page, 'Terug')
    await page.getByRole('heading', { name: 'Wat wilt u vertellen?', exact: true }).waitFor()
    expect(await written(page)).toBe(`Onder de ${FIRST}`)
    await page.reload()
    await page.getByRole('heading', { name: 'Wat wilt u vertellen?', exact: true }).waitFor()
    expect(await written(page)).toBe(`Onder de ${FIRST}`)
    await press(page, 'Verder')
    expect(await written(page)).toBe(`Bij het ${SECOND}`)
    await press(page, 'Verder')
    await press(page, 'Versturen')
    await page
      .getByRole('heading', { name: /opgeslagen/i })
      .first()
      .waitFor()
    expect([posted, ids.size]).toEqual([[], 1])
  })

  it('finds no answer in what the browser leaves on the disk', async () => {
    expect(await browser.leftBehind([FIRST, SECOND])).toEqual([])
  })
})
