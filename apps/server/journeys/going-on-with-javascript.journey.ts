import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openPage } from './browser.ts'
import { heading, nextPage, press, send } from './respondent.ts'
import { serverAndBrowser } from './server-and-browser.ts'

const DEFINITION = {
  title: { nl: 'Ervaringen' },
  locale: 'nl',
  pages: [
    {
      name: 'vooraf',
      elements: [
        {
          type: 'boolean',
          name: 'deelname',
          title: 'Ik doe mee',
          consent: 'participation',
          labelTrue: 'Ja',
          labelFalse: 'Nee',
        },
      ],
    },
    { name: 'eerst', elements: [{ type: 'comment', name: 'verhaal', title: 'Wat wilt u vertellen?' }] },
    { name: 'dan', elements: [{ type: 'comment', name: 'meer', title: 'Wat nog meer?' }] },
  ],
}

const here = serverAndBrowser()
let open = ''
let coded = ''
let codes: readonly string[] = []

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kb-'))
  const file = join(folder, 'ervaringen.json')
  await writeFile(file, JSON.stringify(DEFINITION))
  const { output } = await here.server.command('study', 'import', file, '--organisation', 'De proefraad')
  await rm(folder, { recursive: true })
  const wave = /\/v\/([\w-]+)/.exec(output)?.[1] ?? output
  open = `${here.server.origin}/v/${wave}`
  const opened = await here.server.command('wave', 'open', wave, '--mode', 'codeAnonymous', '--title', 'Met code')
  const address = /^Wave: (\S+)$/m.exec(opened.output)?.[1] ?? opened.output
  coded = `${here.server.origin}/v/${address}`
  const made = await here.server.command('codes', 'make', '--wave', address, '--count', '5')
  codes = [...made.output.matchAll(/^([A-Z\d]{3}-[A-Z\d]{3}-[A-Z\d]{4}),/gm)].map(([, code]) => code ?? '')
})

/** Somebody's window, and the forms that its browser posts. */
async function somebody(): Promise<{ page: Page; context: BrowserContext; posted: readonly string[] }> {
  const { page, context } = await openPage(here.browser)
  const posted: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.isNavigationRequest()) posted.push(request.url())
  })
  return { page, context, posted }
}

async function at(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('html[data-script=ready]').waitFor()
}

/** Answers the first question, and stops at the second. @returns the words */
async function wordsOfSomebodyWhoStopped(): Promise<readonly string[]> {
  const { page, context } = await somebody()
  await at(page, open)
  await page.locator('main input[type=checkbox]').first().check()
  await press(page, 'Beginnen')
  await page.locator('main textarea').fill('Het ging goed')
  await press(page, 'Verder')
  await nextPage(page, () => page.locator('button[name=go][value^=stop]').first().click())
  const words = await page.locator('ol.words b').allInnerTexts()
  await context.close()
  return words
}

async function typeWords(page: Page, words: readonly string[]): Promise<void> {
  await at(page, `${open}/resume`)
  for (const [place, word] of words.entries()) await page.locator('main input[type=text]').nth(place).fill(word)
}

const submitWords = (page: Page): Promise<void> => page.locator('main form button.primary').first().click()

describe('somebody with JavaScript who comes back with words in another browser', () => {
  it('goes on where they were, also without a connection, and sends it all, and posts no form', async () => {
    const words = await wordsOfSomebodyWhoStopped()
    const { page, context, posted } = await somebody()
    const marks = new Set<unknown>()
    page.on('request', (request) => {
      if (request.method() === 'PUT' && request.url().includes('/drafts/')) marks.add(request.postDataJSON().device)
    })
    await typeWords(page, words)
    await nextPage(page, () => submitWords(page))
    expect(await heading(page)).toBe('Wat nog meer?')
    await page.locator('#saved-state').waitFor({ state: 'attached' })
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
    await context.close()
  })

  it('gets the same words after stopping again', async () => {
    const words = await wordsOfSomebodyWhoStopped()
    const { page, context, posted } = await somebody()
    await typeWords(page, words)
    await nextPage(page, () => submitWords(page))
    await page.locator('#saved-state').waitFor({ state: 'attached' })
    await page.locator('main textarea').fill('Ook dit')
    await nextPage(page, () => page.locator('button[name=go][value^=stop]').first().click())
    expect(await page.locator('ol.words b').allInnerTexts()).toEqual(words)
    expect(posted).toEqual([])
    await context.close()
  })

  it('is shown the page of a server that wants them to wait, with the button that sends the same words again', async () => {
    const words = await wordsOfSomebodyWhoStopped()
    const { page, context, posted } = await somebody()
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
    await submitWords(page)
    await page.getByRole('heading', { name: 'Een minuut geduld' }).waitFor()
    expect(asked).toBe(1)
    await page.getByRole('button', { name: 'Nog eens' }).click()
    await page.getByRole('heading', { name: 'Wat nog meer?' }).waitFor()
    expect([asked, posted]).toEqual([2, []])
    await context.close()
  })

  it('reads that nothing is kept under wrong words, and keeps what was typed on a line that is cut', async () => {
    const { page, context, posted } = await somebody()
    await typeWords(page, ['kat', 'vogel', 'vis'])
    await nextPage(page, () => submitWords(page))
    await page.getByText('Bij deze drie woorden vinden we niets.').first().waitFor()
    await context.setOffline(true)
    await submitWords(page)
    await page.getByText('Dit is nog niet verstuurd', { exact: false }).waitFor()
    expect(await page.locator('main input[type=text]').first().inputValue()).toBe('kat')
    expect(posted).toEqual([])
    await context.close()
  })
})

describe('somebody with JavaScript and a code, who has something to agree to first', () => {
  it('loses nothing on a line that is cut, from the introduction on, and posts no form', async () => {
    const { page, context, posted } = await somebody()
    await at(page, coded)
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
    await page.locator('#saved-state').waitFor({ state: 'attached' })
    await context.setOffline(true)
    await page.locator('main textarea').fill('Het ging goed')
    await press(page, 'Verder')
    await page.locator('main textarea').fill('Ook dit')
    await press(page, 'Verder')
    await context.setOffline(false)
    expect(await send(page)).toMatch(/^[A-Z2-9]{4}/)
    expect(posted).toEqual([])
    await context.close()
  })

  it('reads what is wrong with a code, with the tick still there', async () => {
    const { page, context, posted } = await somebody()
    await at(page, coded)
    await page.getByLabel('Uw code').fill('AAA-AAA')
    await page.locator('main input[type=checkbox]').first().check()
    await press(page, 'Beginnen')
    expect(await page.locator('.wrong').first().innerText()).not.toBe('')
    expect(await page.locator('main input[type=checkbox]').first().isChecked()).toBe(true)
    await page.getByLabel('Uw code').fill(codes[1] ?? '')
    await press(page, 'Beginnen')
    expect(await heading(page)).toBe('Wat wilt u vertellen?')
    expect(posted).toEqual([])
    await context.close()
  })

  it('goes on where they were after loading the page again', async () => {
    const { page, context } = await somebody()
    await at(page, coded)
    await page.getByLabel('Uw code').fill(codes[2] ?? '')
    await page.locator('main input[type=checkbox]').first().check()
    await press(page, 'Beginnen')
    await page.locator('main textarea').fill('Het ging goed')
    await press(page, 'Verder')
    await page.locator('#saved-state').waitFor({ state: 'attached' })
    await page.reload()
    await page.getByRole('heading', { name: 'Wat nog meer?' }).waitFor()
    await context.close()
  })
})

describe('somebody with JavaScript, whose larger script never comes', () => {
  it('keeps what they typed on a line that is cut, is told so, and goes on by a plain form once it is back', async () => {
    const { page, context, posted } = await somebody()
    await context.route(/\/respond\/flow-/, (route) => route.abort())
    await at(page, coded)
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
    expect(posted).toHaveLength(1)
    await context.close()
  })
})
