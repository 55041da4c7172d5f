import { randomUUID } from 'node:crypto'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, openPage } from './browser.ts'
import { importRound } from './rounds.ts'
import { serverAndBrowser } from './server-and-browser.ts'

const COUNCIL = 'De proefraad'
const DEFINITION = {
  title: { nl: 'Hulp in het dorp', default: 'Hulp in het dorp' },
  locale: 'nl',
  pages: [
    {
      name: 'hulp',
      elements: [
        {
          type: 'radiogroup',
          name: 'quick',
          title: 'Kreeg u snel hulp?',
          choices: [
            { value: 1, text: 'Ja', tone: 'positive' },
            { value: 2, text: 'Nee', tone: 'negative' },
          ],
        },
      ],
    },
  ],
}
/** What is waited for on a page. */
const SOON = { timeout: 20_000 }

const here = serverAndBrowser()
const windows: BrowserContext[] = []
let wave = ''

beforeAll(async () => {
  wave = await importRound(here.server, DEFINITION, { organisation: COUNCIL })
})
afterAll(async () => {
  for (const window of windows) await window.close()
})

/** Signs somebody in who has this role in the study, and gives the page on which they begin. */
async function somebody(name: string, role: string, device: 'phone' | 'desktop'): Promise<Page> {
  const order = ['user', 'add', name, '--role', role, '--organisation', COUNCIL, '--study', wave]
  const { output } = await here.server.command(...order)
  const { page, context } = await openPage(here.browser, { device })
  windows.push(context)
  const link = new URL(/https?:\S+/.exec(output)?.[0] ?? output)
  await page.goto(`${here.server.origin}${link.pathname}${link.hash}`)
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
  return page
}

it('a round waits until the council read the questions and agreed', async () => {
  const approver = await somebody('Ada', 'approver', 'phone')
  const researcher = await somebody('Roos', 'researcher', 'desktop')
  const refused = await here.server.command('wave', 'open', wave)
  expect(refused.code).toBe(1)
  const approval = new URL(/https?:\S+\/approval/.exec(refused.output)?.[0] ?? refused.output).pathname
  await researcher.goto(here.server.origin + approval)
  await researcher.getByLabel('Wat gaat u doen?').fill('Brieven in mei aan alle cliënten.')
  await researcher.getByRole('button', { name: 'Vraag akkoord' }).click()
  await researcher.getByText('wacht op antwoord').waitFor(SOON)
  await expectAccessible(researcher)
  await approver.reload()
  await approver.getByRole('link', { name: 'Vragenlijst lezen' }).click()
  await approver.getByText('Brieven in mei aan alle cliënten.').first().waitFor(SOON)
  await approver.getByText('Kreeg u snel hulp?').first().waitFor(SOON)
  await expectAccessible(approver)
  await expectNoSidewaysScroll(approver)
  await approver.getByRole('button', { name: 'Akkoord', exact: true }).click()
  await approver.getByText('Er is akkoord voor versie 1.').first().waitFor(SOON)
  await researcher.reload()
  await researcher.getByText('Er is akkoord voor versie 1. Het veldwerk kan beginnen.').waitFor(SOON)
  expect((await here.server.command('wave', 'open', wave)).code).toBe(0)
})

it('a viewer reads on a telephone what was published for members, and nobody else does', async () => {
  for (let count = 0; count < 30; count += 1) {
    const sent = await fetch(`${here.server.origin}/api/waves/${wave}/responses/${randomUUID()}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ answers: { quick: 1 + (count % 2) }, language: 'nl' }),
    })
    expect(sent.status).toBe(201)
  }
  const { output } = await here.server.command('publish', '--wave', wave, '--members')
  const address = /\/r\/[\w-]+/.exec(output)?.[0] ?? output
  expect((await fetch(here.server.origin + address)).status).toBe(404)
  const viewer = await somebody('Vera', 'viewer', 'phone')
  await viewer.getByText('voor leden').waitFor(SOON)
  await expectAccessible(viewer)
  await expectNoSidewaysScroll(viewer)
  await viewer.getByRole('link', { name: 'Hulp in het dorp' }).click()
  await viewer.waitForURL((url) => url.pathname === address)
  await viewer.getByText('Kreeg u snel hulp?').first().waitFor(SOON)
  await expectAccessible(viewer)
  await expectNoSidewaysScroll(viewer)
})
