import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openPage } from './browser.ts'
import { ownWindow } from './own-window.ts'
import { answerAll, heading, nextPage, press, send } from './respondent.ts'
import { serverAndBrowser } from './server-and-browser.ts'
import { giveWords, inCharge, openWithScript, ownDevice, postedBy, saved, stop } from './with-script.ts'

const here = serverAndBrowser()
const own = ownWindow(here)

const open = (page: Page): Promise<void> => openWithScript(page, here.server.links.questionnaire)

async function begin(page: Page): Promise<void> {
  await open(page)
  await press(page, 'Meedoen')
  await inCharge(page)
}

async function answerFirst(page: Page): Promise<void> {
  await begin(page)
  await page.getByRole('radio').first().check()
}

/** Answers the first question and goes on. @returns what is asked then */
async function toSecond(page: Page): Promise<string> {
  await answerFirst(page)
  await press(page, 'Verder')
  return heading(page)
}

/** What only stands there once the server has the answers. */
const SAVED = 'Opgeslagen. Dank u wel.'

const shown = (page: Page): Promise<string> => page.locator('main').innerText()

const worker = (page: Page): Promise<string> =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistration('/v/'))?.active?.state ?? 'none')

describe('somebody with JavaScript', () => {
  it('fills in the whole questionnaire without a page being loaded, and is told what is saved', async () => {
    const { page } = own
    const loaded: string[] = []
    const posted: string[] = []
    page.on('request', (request) => {
      if (request.isNavigationRequest()) loaded.push(request.method())
      if (request.method() === 'POST') posted.push(request.url())
    })
    await begin(page)
    expect(await shown(page)).not.toContain('is opgeslagen')
    await page.getByRole('radio').first().check()
    await press(page, 'Verder')
    await saved(page)
    expect(await answerAll(page)).toBe(15)
    await send(page)
    expect(await heading(page)).toBe(SAVED)
    expect(loaded).toEqual(['GET'])
    // The press that begins; nothing else is a form.
    expect(posted).toEqual([here.server.links.questionnaire])
  })

  it('loads what goes on without a server once they begin, and not for reading what it is about', async () => {
    const { page } = own
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await open(page)
    const later = (): readonly string[] => asked.filter((path) => /\/respond\/flow-|\/page$/.test(path))
    expect(asked).toContain('/assets/respond.js')
    expect(later()).toEqual([])
    await press(page, 'Meedoen')
    await inCharge(page)
    await page.getByRole('radio').first().check()
    await press(page, 'Verder')
    await saved(page)
    expect(later()).toHaveLength(2)
  })

  it('fills in a page at a time, as without JavaScript, where the rest does not come', async () => {
    const { page, context } = own
    await context.route(/\/respond\/flow-/, (route) => route.fulfill({ status: 404, body: '' }))
    await open(page)
    await press(page, 'Meedoen')
    expect(await answerAll(page)).toBe(16)
    await send(page)
    expect(await heading(page)).toBe(SAVED)
  })

  it('goes on in another language with what was chosen', async () => {
    const { page } = own
    await answerFirst(page)
    await page.getByText('Taal', { exact: true }).click()
    await press(page, 'English')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.getByRole('radio').first().isChecked()).toBe(true)
  })

  it('goes on where they were after loading the page once more', async () => {
    const { page } = own
    const second = await toSecond(page)
    await saved(page)
    await page.reload()
    await page.getByRole('heading', { name: second, exact: true }).waitFor()
  })

  it('is sent on by the browser where the script fails, with what was filled in before', async () => {
    const { page } = own
    const second = await toSecond(page)
    await page.evaluate(() => {
      DOMParser.prototype.parseFromString = () => {
        throw new Error('a browser that cannot')
      }
    })
    await page.locator('main label input').first().check()
    const posted = page.waitForRequest((request) => request.method() === 'POST')
    await press(page, 'Verder')
    await posted
    await page.waitForLoadState()
    expect(await heading(page)).not.toBe(second)
    await press(page, 'Terug')
    expect(await heading(page)).toBe(second)
    expect(await page.locator('main label input').first().isChecked()).toBe(true)
    await press(page, 'Terug')
    expect(await page.getByRole('radio').first().isChecked()).toBe(true)
  })
})

describe('somebody with JavaScript who stops', () => {
  it('reads words to come back with, goes on, and finds all of it on another device, and posts no form', async () => {
    const { page } = own
    const posted = postedBy(page)
    const second = await toSecond(page)
    await page.locator('main label input').first().check()
    const words = await stop(page)
    expect(words).toHaveLength(3)
    await nextPage(page, () => page.locator('button[name=go][value^=resume]').first().click())
    expect(await heading(page)).toBe(second)
    expect(await page.locator('main label input').first().isChecked()).toBe(true)
    await press(page, 'Verder')
    const third = await heading(page)
    await saved(page)
    expect(await stop(page)).toEqual(words)
    await press(page, 'Klaar, nu stoppen')
    expect(posted).toEqual([])

    const { page: other, context: device } = await openPage(here.browser)
    await other.goto(`${here.server.links.questionnaire}/resume`)
    await giveWords(other, [words.join(' ')])
    expect(await heading(other)).toBe(third)
    await press(other, 'Terug')
    expect(await other.locator('main label input').first().isChecked()).toBe(true)
    await device.close()
  })

  it('leaves nothing on the device that was theirs, and wipes with the words what was kept under them', async () => {
    const { page } = own
    await answerFirst(page)
    const words = await stop(page)
    await nextPage(page, () => page.locator('button[name=go][value=erase]').click())
    // Once more, on the page that asks whether they are sure.
    await nextPage(page, () => page.locator('button[name=go][value=erase]').click())
    await page.getByRole('heading', { name: 'U bent gestopt' }).waitFor()
    await page.goto(`${here.server.links.questionnaire}/resume`)
    await giveWords(page, [words.join(' ')])
    expect(await page.getByRole('radio').count()).toBe(0)
  })
})

describe('somebody with JavaScript who stops and then', () => {
  it('loads the page again reads where the answers are, and finds them with the words', async () => {
    const { page } = own
    await answerFirst(page)
    const words = await stop(page)
    expect(await page.evaluate(() => [sessionStorage.length, localStorage.length])).toEqual([0, 0])
    await page.reload()
    expect(await heading(page)).toBe('Verdergaan waar u was')
    await page.getByText('Als u stopte met drie woorden, is wat u invulde niet weg.', { exact: false }).waitFor()
    await giveWords(page, [words.join(' ')])
    expect(await page.getByRole('radio').first().isChecked()).toBe(true)
  })

  it('has no connection reads that words have to wait, stays where they were, and gets them later', async () => {
    const { page, context } = own
    const second = await toSecond(page)
    await saved(page)
    await page.locator('main label input').first().check()
    await context.setOffline(true)
    await page.locator('button[name=go][value^=stop]').first().click()
    await page.getByText('U kunt nu nog niet stoppen met drie woorden.').waitFor()
    expect(await heading(page)).toBe(second)
    expect(await page.locator('main label input').first().isChecked()).toBe(true)
    await context.setOffline(false)
    expect(await stop(page)).toHaveLength(3)
  })
})

describe('somebody whose connection is lost', () => {
  it('goes on, reads what is on the device only, and sees it saved once there is a connection again', async () => {
    const { page, context } = own
    await toSecond(page)
    await saved(page)
    await context.setOffline(true)
    await page.locator('main label input').first().check()
    await press(page, 'Verder')
    await page.getByText('Geen internet. U kunt gewoon verder.').waitFor()
    await page.getByText('Nog op dit apparaat: 1 antwoord', { exact: true }).waitFor()
    expect(await shown(page)).not.toContain('is opgeslagen')
    await context.setOffline(false)
    await saved(page)
    expect(await shown(page)).not.toContain('Geen internet')
  })

  it('is told at the end that nothing is sent yet, and reads that it is saved only when it is', async () => {
    const { page, context } = own
    await begin(page)
    await context.setOffline(true)
    await answerAll(page)
    await press(page, 'Versturen')
    expect(await heading(page)).toBe('Uw antwoorden staan nog op dit apparaat')
    await press(page, 'Nu versturen')
    expect(await heading(page)).toBe('Uw antwoorden staan nog op dit apparaat')
    await context.setOffline(false)
    await page.getByRole('heading', { name: SAVED, exact: true }).waitFor()
  })

  it('can wipe everything from a device that is not theirs', async () => {
    const { page, context } = own
    await begin(page)
    await context.setOffline(true)
    await answerAll(page)
    await press(page, 'Versturen')
    await press(page, 'Hier alles wissen')
    await page.reload().catch(() => undefined)
    await context.setOffline(false)
    await page.goto(here.server.links.questionnaire)
    expect(await page.getByRole('button', { name: 'Meedoen', exact: true }).count()).toBe(1)
  })

  it('finishes on a device of their own without any connection, also after closing the page', async () => {
    const { page, context } = own
    const second = await toSecond(page)
    await ownDevice(page)
    await expect.poll(() => worker(page)).toBe('activated')
    await page.close()
    // A server that is away is as good as no connection, for the worker too.
    await here.server.pullThePlug()
    const later = await context.newPage()
    await later.goto(here.server.links.questionnaire)
    await later.getByRole('heading', { name: second, exact: true }).waitFor()
    await answerAll(later)
    await press(later, 'Versturen')
    expect(await heading(later)).toBe('Uw antwoorden staan nog op dit apparaat')
    await here.server.startAgain()
    await press(later, 'Nu versturen')
    await later.getByRole('heading', { name: SAVED, exact: true }).waitFor()
    await expect.poll(() => worker(later)).toBe('none')
    expect(await later.evaluate(() => caches.keys())).toEqual([])
  })
})
