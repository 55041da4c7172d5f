import type { Page, Response } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { ownWindow } from './own-window.ts'
import { HELP_AND_HOURS } from './questionnaires.ts'
import { press } from './respondent.ts'
import { importRound } from './rounds.ts'
import { serverAndBrowser } from './server-and-browser.ts'
import { inCharge, openWithScript, saved } from './with-script.ts'

const here = serverAndBrowser()
const own = ownWindow(here)
let address = ''

beforeAll(async () => {
  address = `${here.server.origin}/v/${await importRound(here.server, HELP_AND_HOURS)}`
})

/** Somebody who answered one question here, and on another device these. @returns the id of the answers */
async function onTwo(page: Page, answers: object): Promise<string> {
  await openWithScript(page, address)
  await press(page, 'Meedoen')
  await inCharge(page)
  const taken: Response[] = []
  page.on('response', (response) => (response.request().method() === 'PUT' ? taken.push(response) : undefined))
  await page.getByLabel('Soms').check()
  await press(page, 'Verder')
  await saved(page)
  const last = taken.at(-1)
  if (last === undefined) throw new Error('nothing was sent to the server')
  const { id, revision } = (await last.json()) as { readonly id: string; readonly revision: number }
  const elsewhere = await fetch(address.replace('/v/', '/api/waves/') + `/drafts/${id}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ revision: revision + 5, answers, language: 'nl' }),
  })
  expect(elsewhere.status).toBe(200)
  return id
}

/** Somebody whose answers were changed on another device after the first one here. */
async function overtaken(page: Page): Promise<string> {
  const id = await onTwo(page, { hulp: 2, verhaal: 'Elders' })
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
    const { page } = own
    const id = await overtaken(page)
    await press(page, 'Verder met wat ik hier invulde')
    await saved(page)
    expect(await page.locator('main textarea').inputValue()).toBe('Hier geschreven')
    expect(await stored(id)).toMatchObject({ answers: { hulp: 3, verhaal: 'Hier geschreven' } })
    await page.goto('about:blank')
    await page.goBack()
    await page.reload()
    expect(await page.locator('body').textContent()).not.toContain('Elders')
  })

  it('goes on with what stands on the other device', async () => {
    const { page } = own
    await overtaken(page)
    await press(page, 'Verder met wat op het andere apparaat staat')
    await page.waitForLoadState()
    await page.getByText('Elders').first().waitFor({ state: 'attached' })
    expect(await page.locator('body').textContent()).not.toContain('Hier geschreven')
  })

  it('is asked nothing where the other device says the same, and goes on with the button that was pressed', async () => {
    const { page } = own
    const id = await onTwo(page, { hulp: 3, verhaal: 'Overal' })
    const refused = page.waitForResponse((response) => response.status() === 409)
    await page.locator('main textarea').fill('Overal')
    await (await refused).finished()
    await press(page, 'Verder')
    expect(await page.title()).not.toContain('ander apparaat')
    expect(await page.getByRole('button', { name: 'Versturen', exact: true }).count()).toBe(1)
    await saved(page)
    expect(await stored(id)).toMatchObject({ answers: { hulp: 3, verhaal: 'Overal' } })
  })
})
