import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openPage } from './browser.ts'
import { ownWindow } from './own-window.ts'
import { AGREED_TO_FIRST } from './questionnaires.ts'
import { heading, press, send } from './respondent.ts'
import { importRound, openRoundWithCodes } from './rounds.ts'
import { serverAndBrowser } from './server-and-browser.ts'
import { giveWords, inCharge, openWithScript, postedBy, saved, sendWords, stop, typeWords } from './with-script.ts'

const here = serverAndBrowser()
const own = ownWindow(here)
let open = ''
let coded = ''
let codes: readonly string[] = []

beforeAll(async () => {
  const wave = await importRound(here.server, AGREED_TO_FIRST)
  open = `${here.server.origin}/v/${wave}`
  const withCodes = await openRoundWithCodes(here.server, wave, 5)
  coded = `${here.server.origin}/v/${withCodes.wave}`
  codes = withCodes.codes
})

/** Answers the first question, and stops at the second, in a browser of their own. @returns the words */
async function wordsOfSomebodyWhoStopped(): Promise<readonly string[]> {
  const { page, context } = await openPage(here.browser)
  await openWithScript(page, open)
  await page.locator('main input[type=checkbox]').first().check()
  await press(page, 'Beginnen')
  await page.locator('main textarea').fill('Het ging goed')
  await press(page, 'Verder')
  const words = await stop(page)
  await context.close()
  return words
}

async function comeBack(page: Page, words: readonly string[]): Promise<void> {
  await openWithScript(page, `${open}/resume`)
  await giveWords(page, words)
}

describe('somebody with JavaScript who comes back with words in another browser', () => {
  it('goes on where they were, also without a connection, and sends it all, and posts no form', async () => {
    const words = await wordsOfSomebodyWhoStopped()
    const { page, context } = own
    const posted = postedBy(page)
    const marks = new Set<unknown>()
    page.on('request', (request) => {
      if (request.method() === 'PUT' && request.url().includes('/drafts/')) marks.add(request.postDataJSON().device)
    })
    await comeBack(page, words)
    expect(await heading(page)).toBe('Wat nog meer?')
    await saved(page)
    await context.setOffline(true)
    await page.locator('main textarea').fill('Ook dit')
    await press(page, 'Terug')
    expect(await page.locator('main textarea').inputValue()).toBe('Het ging goed')
    await press(page, 'Verder')
    expect(await page.locator('main textarea').inputValue()).toBe('Ook dit')
    await press(page, 'Verder')
    expect(await page.evaluate(() => [sessionStorage.length, localStorage.length])).toEqual([0, 0])
    await context.setOffline(false)
    expect(await send(page)).toMatch(/^[A-Z2-9]{4}/)
    expect(posted).toEqual([])
    expect([...marks]).toEqual([expect.stringMatching(/^[0-9a-f]{8}$/)])
  })

  it('gets the same words after stopping again', async () => {
    const words = await wordsOfSomebodyWhoStopped()
    const { page } = own
    const posted = postedBy(page)
    await comeBack(page, words)
    await saved(page)
    await page.locator('main textarea').fill('Ook dit')
    expect(await stop(page)).toEqual(words)
    expect(posted).toEqual([])
  })

  it('is shown the page of a server that wants them to wait, with the button that sends the same words again', async () => {
    const words = await wordsOfSomebodyWhoStopped()
    const { page } = own
    const posted = postedBy(page)
    await openWithScript(page, `${open}/resume`)
    await typeWords(page, words)
    let asked = 0
    await page.route(/\/resume$/, async (route) => {
      if (route.request().method() === 'POST') asked += 1
      if (asked !== 1) return route.continue()
      const fields = [...new URLSearchParams(route.request().postData() ?? '')]
      const hidden = fields.map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`).join('')
      const body = `<main><h1>Een minuut geduld</h1><form method="post" action="${new URL(route.request().url()).pathname}">${hidden}<button class="primary">Nog eens</button></form></main>`
      return route.fulfill({ status: 429, contentType: 'text/html; charset=utf-8', body })
    })
    await sendWords(page)
    await page.getByRole('heading', { name: 'Een minuut geduld' }).waitFor()
    expect(asked).toBe(1)
    await page.getByRole('button', { name: 'Nog eens' }).click()
    await page.getByRole('heading', { name: 'Wat nog meer?' }).waitFor()
    expect([asked, posted]).toEqual([2, []])
  })

  it('reads that nothing is kept under wrong words, and keeps what was typed on a line that is cut', async () => {
    const { page, context } = own
    const posted = postedBy(page)
    await comeBack(page, ['kat', 'vogel', 'vis'])
    await page.getByText('Bij deze drie woorden vinden we niets.').first().waitFor()
    await context.setOffline(true)
    await sendWords(page)
    await page.getByText('Dit is nog niet verstuurd', { exact: false }).waitFor()
    expect(await page.locator('main input[type=text]').first().inputValue()).toBe('kat')
    expect(posted).toEqual([])
  })
})

describe('somebody with JavaScript and a code, who has something to agree to first', () => {
  it('loses nothing on a line that is cut, from the introduction on, and posts no form', async () => {
    const { page, context } = own
    const posted = postedBy(page)
    await openWithScript(page, coded)
    await page.getByLabel('Uw code').fill(codes[0] ?? '')
    await page.locator('main input[type=checkbox]').first().check()
    // What shows the pages is there by now.
    await page.waitForLoadState('networkidle')
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Beginnen', exact: true }).click()
    await page.getByText('Dit is nog niet verstuurd', { exact: false }).waitFor()
    expect(await page.locator('main input[type=checkbox]').first().isChecked()).toBe(true)
    await context.setOffline(false)
    await press(page, 'Beginnen')
    expect(await heading(page)).toBe('Wat wilt u vertellen?')
    await inCharge(page)
    await context.setOffline(true)
    await page.locator('main textarea').fill('Het ging goed')
    await press(page, 'Verder')
    await page.locator('main textarea').fill('Ook dit')
    await press(page, 'Verder')
    await context.setOffline(false)
    expect(await send(page)).toMatch(/^[A-Z2-9]{4}/)
    expect(posted).toEqual([])
  })

  it('reads what is wrong with a code, with the tick still there', async () => {
    const { page } = own
    const posted = postedBy(page)
    await openWithScript(page, coded)
    await page.getByLabel('Uw code').fill('AAA-AAA')
    await page.locator('main input[type=checkbox]').first().check()
    await press(page, 'Beginnen')
    expect(await page.locator('.wrong').first().innerText()).not.toBe('')
    expect(await page.locator('main input[type=checkbox]').first().isChecked()).toBe(true)
    await page.getByLabel('Uw code').fill(codes[1] ?? '')
    await press(page, 'Beginnen')
    expect(await heading(page)).toBe('Wat wilt u vertellen?')
    expect(posted).toEqual([])
  })

  it('goes on where they were after loading the page again', async () => {
    const { page } = own
    await openWithScript(page, coded)
    await page.getByLabel('Uw code').fill(codes[2] ?? '')
    await page.locator('main input[type=checkbox]').first().check()
    await press(page, 'Beginnen')
    await page.locator('main textarea').fill('Het ging goed')
    await press(page, 'Verder')
    await saved(page)
    await page.reload()
    await page.getByRole('heading', { name: 'Wat nog meer?' }).waitFor()
  })
})

describe('somebody with JavaScript, whose larger script never comes', () => {
  it('keeps what they typed on a line that is cut, is told so, and goes on once it is back, and posts no form', async () => {
    const { page, context } = own
    const posted = postedBy(page)
    await context.route(/\/respond\/flow-/, (route) => route.abort())
    await openWithScript(page, coded)
    await page.getByLabel('Uw code').fill(codes[3] ?? '')
    await page.locator('main input[type=checkbox]').first().check()
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Beginnen', exact: true }).click()
    await page.getByText('Dit is nog niet verstuurd', { exact: false }).waitFor()
    expect(await page.getByLabel('Uw code').inputValue()).toBe(codes[3])
    expect(await page.locator('main input[type=checkbox]').first().isChecked()).toBe(true)
    await context.setOffline(false)
    await press(page, 'Beginnen')
    await page.locator('html[data-script=ready]').waitFor()
    await page.locator('main textarea').fill('Het ging goed')
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Verder', exact: true }).click()
    await page.getByText('Dit is nog niet verstuurd', { exact: false }).waitFor()
    expect(await page.locator('main textarea').inputValue()).toBe('Het ging goed')
    await context.setOffline(false)
    await press(page, 'Verder')
    expect(await heading(page)).toBe('Wat nog meer?')
    expect(posted).toEqual([])
  })
})
