import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openPage } from './browser.ts'
import { IN_OWN_WORDS } from './questionnaires.ts'
import { heading, press } from './respondent.ts'
import { importRound } from './rounds.ts'
import { serverAndBrowser } from './server-and-browser.ts'
import { openWithScript, ownDevice, saved } from './with-script.ts'

const here = serverAndBrowser()

/** A round of its own. */
async function round(): Promise<{ readonly wave: string; readonly address: string }> {
  const wave = await importRound(here.server, IN_OWN_WORDS)
  return { wave, address: `${here.server.origin}/v/${wave}` }
}

/** Begins on a device of their own, and closes the page. */
async function begin(page: Page, address: string): Promise<void> {
  await openWithScript(page, address)
  await press(page, 'Meedoen')
  await ownDevice(page)
  await page.locator('main textarea').fill('Zij belde altijd terug')
  await press(page, 'Verder')
  await saved(page)
}

const close = (wave: string): Promise<unknown> => here.server.command('wave', 'close', '--wave', wave)

describe('who filled in on a device of their own', () => {
  it('finds on the page of a closed round a way to what they have not sent, and sends it', async () => {
    const { wave, address } = await round()
    const { page, context } = await openPage(here.browser)
    await begin(page, address)
    await page.close()
    await close(wave)
    const later = await context.newPage()
    await later.goto(address)
    expect(await heading(later)).toBe('Deze vragenlijst is gesloten')
    await later.getByRole('heading', { name: 'Op dit apparaat staan nog antwoorden van u', exact: true }).waitFor()
    await later.getByRole('button', { name: 'Verder met mijn antwoorden', exact: true }).click()
    await later.getByRole('heading', { name: 'Wat nog meer?', exact: true }).waitFor()
    await press(later, 'Verder')
    await press(later, 'Versturen')
    expect(await heading(later)).toBe('Opgeslagen. Dank u wel.')
    await context.close()
  })

  it('finds nothing there any more after the last day, and reads why', async () => {
    const { wave, address } = await round()
    const { page, context } = await openPage(here.browser)
    await begin(page, address)
    await close(wave)
    await page.evaluate((name) => localStorage.setItem(name, '2020-02-29'), `klankbord ${wave} own`)
    await page.goto(address)
    await page.getByText('Daarom zijn ze van dit apparaat gewist.', { exact: false }).waitFor()
    expect(await page.getByText('Verder met mijn antwoorden').isVisible()).toBe(false)
    const left = await page.evaluate(async () => [
      localStorage.length,
      await indexedDB.databases(),
      await caches.keys(),
    ])
    expect(left).toEqual([0, [], []])
    await context.close()
  })

  it('whose round is closed and who has nothing there reads of no answers', async () => {
    const { wave, address } = await round()
    await close(wave)
    const { page, context } = await openPage(here.browser)
    await page.goto(address)
    expect(await page.locator('main').innerText()).not.toContain('apparaat')
    await context.close()
  })
})
