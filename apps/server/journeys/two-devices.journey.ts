import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openPage } from './browser.ts'
import { press } from './respondent.ts'
import { startServer, type RunningServer } from './running-server.ts'

const CHOICES = ['Ja', 'Nee', 'Soms'].map((text, place) => ({ value: place + 1, text }))
const DEFINITION = {
  title: { nl: 'Ervaringen' },
  locale: 'nl',
  pages: [
    { name: 'eerst', elements: [{ type: 'radiogroup', name: 'hulp', title: 'Kreeg u hulp?', choices: CHOICES }] },
    { name: 'dan', elements: [{ type: 'comment', name: 'verhaal', title: 'Wat wilt u vertellen?' }] },
  ],
}

let server: RunningServer
let browser: Browser
let address: string

beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
  const folder = await mkdtemp(join(tmpdir(), 'kb-'))
  const file = join(folder, 'ervaringen.json')
  await writeFile(file, JSON.stringify(DEFINITION))
  const { output } = await server.command('study', 'import', file, '--organisation', 'De proefraad')
  await rm(folder, { recursive: true })
  address = server.origin + (/\/v\/[\w-]+/.exec(output)?.[0] ?? '')
})
afterAll(async () => {
  await browser.close()
  await server.end()
})

/** Somebody whose answers were changed on another device after the first one here. */
async function overtaken(page: Page): Promise<string> {
  await page.goto(address)
  await page.locator('html[data-script=ready]').waitFor()
  await press(page, 'Meedoen')
  await page.getByLabel('Soms').check()
  const saved = page.waitForResponse((response) => response.request().method() === 'PUT' && response.ok())
  await press(page, 'Verder')
  const { id, revision } = (await (await saved).json()) as { readonly id: string; readonly revision: number }
  const elsewhere = await fetch(address.replace('/v/', '/api/waves/') + `/drafts/${id}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ revision: revision + 5, answers: { hulp: 2, verhaal: 'Elders' }, language: 'nl' }),
  })
  expect(elsewhere.status).toBe(200)
  const refused = page.waitForResponse((response) => response.status() === 409)
  await page.locator('main textarea').fill('Hier')
  await (await refused).finished()
  await page.locator('main textarea').fill('Hier geschreven')
  await press(page, 'Verder')
  await page.getByRole('heading', { name: 'U vulde ook op een ander apparaat in' }).waitFor()
  const both = await page.locator('main dl.given').allInnerTexts()
  expect(both).toEqual([
    expect.stringMatching(/Hier vulde u in\s+Soms\s+Op het andere apparaat staat\s+Nee/),
    expect.stringMatching(/Hier vulde u in\s+Hier geschreven\s+Op het andere apparaat staat\s+Elders/),
  ])
  return id
}

/** What the server keeps. */
async function stored(id: string): Promise<unknown> {
  const asked = await fetch(address.replace('/v/', '/api/waves/') + `/drafts/${id}/answers`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  })
  return asked.json()
}

describe('somebody with the script, whose answers were changed on another device', () => {
  it('goes on with what was filled in here', async () => {
    const { page, context } = await openPage(browser)
    const id = await overtaken(page)
    await press(page, 'Verder met wat ik hier invulde')
    await page.locator('#saved-state', { hasText: 'opgeslagen' }).waitFor()
    expect(await page.locator('main textarea').inputValue()).toBe('Hier geschreven')
    expect(await stored(id)).toMatchObject({ answers: { hulp: 3, verhaal: 'Hier geschreven' } })
    await page.goto('about:blank')
    await page.goBack()
    await page.reload()
    expect(await page.locator('body').textContent()).not.toContain('Elders')
    await context.close()
  })

  it('goes on with what stands on the other device', async () => {
    const { page, context } = await openPage(browser)
    await overtaken(page)
    await press(page, 'Verder met wat op het andere apparaat staat')
    await page.waitForLoadState()
    await page.getByText('Elders').first().waitFor({ state: 'attached' })
    expect(await page.locator('body').textContent()).not.toContain('Hier geschreven')
    await context.close()
  })
})
