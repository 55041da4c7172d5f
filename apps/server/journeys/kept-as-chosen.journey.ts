import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { ownWindow } from './own-window.ts'
import { HELP_AND_HOURS } from './questionnaires.ts'
import { press } from './respondent.ts'
import { importRound } from './rounds.ts'
import { serverAndBrowser } from './server-and-browser.ts'
import { inCharge, openWithScript, ownDevice, saved, SAVED_WHILE_OPEN } from './with-script.ts'

const here = serverAndBrowser()
const own = ownWindow(here)
let address = ''

beforeAll(async () => {
  address = `${here.server.origin}/v/${await importRound(here.server, HELP_AND_HOURS)}`
})

async function start(page: Page): Promise<void> {
  await openWithScript(page, address)
  await press(page, 'Meedoen')
  await inCharge(page)
}

const hours = (page: Page): Locator => page.locator('main input[name$=uren]')

describe('somebody who chose an answer and did not go on', () => {
  it('finds it on the same screen after loading the page once more, without a word of reproach', async () => {
    const { page } = own
    await start(page)
    expect(await page.locator('#saved-state').innerText()).toBe('')
    await page.getByLabel('Soms').check()
    await saved(page)
    await page.reload()
    await page.getByRole('heading', { name: 'Kreeg u hulp?', exact: true }).waitFor()
    await expect.poll(() => page.getByLabel('Soms').isChecked()).toBe(true)
    expect(await page.title()).not.toContain('nakijken')
    await saved(page)
  })

  it('finds it again in a tab that was killed on a device of their own, with what was only typed', async () => {
    const { page, context } = own
    await start(page)
    await ownDevice(page)
    await page.getByLabel('Ja').check()
    await press(page, 'Verder')
    const sent = page.waitForResponse((answer) => (answer.request().postData() ?? '').includes('altijd terug'))
    await page.locator('main textarea').pressSequentially('Zij belde altijd terug')
    await sent
    await page.close()
    const later = await context.newPage()
    await later.goto(address)
    await later.getByRole('heading', { name: 'Wat wilt u vertellen?', exact: true }).waitFor()
    expect(await later.locator('main textarea').inputValue()).toBe('Zij belde altijd terug')
  })

  it('keeps it on the device while there is no connection, and reads so', async () => {
    const { page, context } = own
    await start(page)
    await page.getByLabel('Ja').check()
    await saved(page)
    await context.setOffline(true)
    await page.getByLabel('Nee').check()
    await page.getByText('Nog op dit apparaat: 1 antwoord', { exact: true }).waitFor()
    await context.setOffline(false)
    await saved(page)
    await page.reload()
    await expect.poll(() => page.getByLabel('Nee').isChecked()).toBe(true)
  })

  it('finds what is no answer yet as it was typed, and hears of it only after going on', async () => {
    const { page } = own
    await start(page)
    await page.getByLabel('Ja').check()
    await press(page, 'Verder')
    await press(page, 'Verder')
    await hours(page).pressSequentially('een paar')
    await page.getByText('Nog op dit apparaat: 1 antwoord', { exact: true }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'Hoeveel uur hulp?', exact: true }).waitFor()
    expect(await hours(page).inputValue()).toBe('een paar')
    expect(await page.title()).not.toContain('nakijken')
    await press(page, 'Verder')
    expect(await page.title()).toContain('nakijken')
  })

  it('is told once that all is saved, however often they choose', async () => {
    const { page } = own
    await page.addInitScript(() => {
      const heard: string[] = []
      Object.assign(window, { heard })
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const region = target instanceof Element ? target.closest('[role=status]') : null
          if (region !== null && region.textContent !== '') heard.push(region.textContent ?? '')
        }
      }).observe(document, { subtree: true, childList: true, characterData: true })
    })
    await start(page)
    for (const answer of ['Ja', 'Nee', 'Soms', 'Ja']) {
      await page.getByLabel(answer).check()
      await saved(page)
    }
    await press(page, 'Verder')
    await page.locator('main textarea').pressSequentially('Goed')
    await saved(page)
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([SAVED_WHILE_OPEN])
  })

  it('does not lose the answers to questions that a slip closed', async () => {
    const { page } = own
    await start(page)
    await page.getByLabel('Ja').check()
    await press(page, 'Verder')
    await press(page, 'Verder')
    await hours(page).fill('5')
    await press(page, 'Terug')
    await press(page, 'Terug')
    await page.getByLabel('Nee').check()
    await saved(page)
    await page.reload()
    await page.getByLabel('Ja').check()
    await press(page, 'Verder')
    await press(page, 'Verder')
    expect(await hours(page).inputValue()).toBe('5')
  })
})

it('moves nothing below the line that says what is saved, where somebody may be pressing', async () => {
  const { page } = own
  await start(page)
  const foot = (): Promise<number> => page.locator('.foot').evaluate((element) => element.getBoundingClientRect().top)
  const before = await foot()
  await page.getByLabel('Ja').check()
  expect(await foot()).toBe(before)
  await saved(page)
  expect(await foot()).toBe(before)
  await press(page, 'Verder')
  await saved(page)
  const then = await foot()
  await page.locator('main textarea').fill('Goed')
  await page.locator('main textarea').blur()
  expect(await foot()).toBe(then)
})
