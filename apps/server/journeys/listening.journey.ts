import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, openPage } from './browser.ts'
import { heading, press } from './respondent.ts'
import { importRound } from './rounds.ts'
import { serverAndBrowser } from './server-and-browser.ts'
import { finishSaying, giveVoices, heardOn, reachWord, type DeviceVoice } from './voices.ts'

/** One breath of silence: enough for a player to come to its end. */
const SILENCE = Buffer.from('SUQzBAAAAAAAAA==', 'base64')

const DEFINITION = {
  locale: 'nl',
  title: { default: 'Uw hulp', ar: 'مساعدتكم' },
  pages: [
    {
      name: 'one',
      elements: [
        {
          type: 'radiogroup',
          name: 'quick',
          prompt: { default: 'Bent u het eens met deze zin?', ar: 'هل توافقون على هذه الجملة؟' },
          title: { default: 'De hulp kwam snel genoeg.', ar: 'وصلتني المساعدة بالسرعة الكافية.' },
          choices: [
            { value: 1, text: { default: 'Mee eens', ar: 'أوافق' } },
            { value: 2, text: { default: 'Niet mee eens', ar: 'لا أوافق' } },
          ],
        },
      ],
    },
    {
      name: 'two',
      elements: [
        {
          type: 'radiogroup',
          name: 'good',
          title: { default: 'Was de hulp goed?', ar: 'هل كانت المساعدة جيدة؟' },
          audio: { default: '/recordings/good.mp3' },
          choices: [
            { value: 1, text: { default: 'Ja', ar: 'نعم' }, audio: { default: '/recordings/good-1.mp3' } },
            { value: 2, text: { default: 'Nee', ar: 'لا' } },
          ],
        },
      ],
    },
  ],
}

const DUTCH: DeviceVoice = { lang: 'nl-NL', localService: true }
const ARABIC: DeviceVoice = { lang: 'ar-SA', localService: true }
const ONLINE: DeviceVoice = { lang: 'nl-NL', localService: false }

const here = serverAndBrowser()
let address: string

beforeAll(async () => {
  address = `${here.server.origin}/v/${await importRound(here.server, DEFINITION, { released: ['ar'] })}`
  const recordings = join(here.server.dataFolder, 'recordings')
  await mkdir(recordings, { recursive: true })
  for (const name of ['good.mp3', 'good-1.mp3']) await writeFile(join(recordings, name), SILENCE)
})

/** What the page and the device were asked for, beside pages of the questionnaire. */
async function withVoices(
  voices: readonly DeviceVoice[],
): Promise<{ page: Page; asked: string[]; close(): Promise<void> }> {
  const { page, context } = await openPage(here.browser)
  const asked: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) asked.push(request.url().replace(here.server.origin, ''))
  })
  await giveVoices(page, voices)
  return { page, asked, close: () => context.close() }
}

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true })

/** Where the answers stand; null of what is not shown. */
const places = (page: Page): Promise<unknown> =>
  page.locator('main label.answer').evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())))

async function hearAll(page: Page): Promise<void> {
  for (let most = 40; most > 0 && (await finishSaying(page)); most -= 1);
}

describe.each([
  ['nl', 'Meedoen', 'Lees voor', 'Niet mee eens', [DUTCH]],
  ['ar', 'أشارك', 'قراءة بصوت عالٍ', 'لا أوافق', [DUTCH, ARABIC]],
] as const)('somebody who listens rather than reads: %s', (language, start, listen, last, voices) => {
  it('hears the question and its answers, sees which words, and answers', async () => {
    const { page, asked, close } = await withVoices(voices)
    await page.goto(`${address}?lang=${language}`)
    await expect.poll(() => button(page, listen).count(), { timeout: 20_000 }).toBe(1)
    await expectAccessible(page)
    await press(page, start)
    await button(page, listen).click()
    const still = await places(page)
    await reachWord(page, 0)
    expect(await page.locator('.word').innerText()).toMatch(/^(?:Bent|هل)$/)
    await expectAccessible(page)
    await page.setViewportSize({ width: 320, height: 800 })
    await expectNoSidewaysScroll(page)
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await places(page)).toEqual(still)
    await hearAll(page)
    expect(await places(page)).toEqual(still)
    expect((await heardOn(page)).at(-1)).toBe(last)
    await button(page, `${listen}: ${last}`).click()
    expect((await heardOn(page)).filter((text) => text === last)).toHaveLength(2)
    await page.getByLabel(last, { exact: true }).check()
    // Beside what keeps answers: nothing to hear comes from anywhere, and nothing goes to another host.
    expect(asked.filter((one) => !/^\/(?:assets|api\/waves)\//.test(one))).toEqual([])
    await close()
  })
})

describe('somebody whose device has only voices of the internet', () => {
  it('is offered recordings where they are, fetched for the whole screen, and nothing else', async () => {
    const { page, asked, close } = await withVoices([ONLINE])
    await page.goto(address)
    await press(page, 'Meedoen')
    expect(await page.locator('.listens').count()).toBe(0)
    await page.getByLabel('Mee eens', { exact: true }).check()
    await press(page, 'Verder')
    expect(await heading(page)).toBe('Was de hulp goed?')
    expect(asked.filter((one) => one.startsWith('/recordings/'))).toEqual([])
    await button(page, 'Lees voor').click()
    await expect
      .poll(() => asked.filter((one) => one.startsWith('/recordings/')))
      .toEqual(['/recordings/good.mp3', '/recordings/good-1.mp3'])
    expect(await page.locator('.spoken').count()).toBe(1)
    expect(await heardOn(page)).toEqual([])
    await close()
  })
})

describe('somebody who wants large letters, strong colours and a calm page', () => {
  it('keeps them without JavaScript, from the introduction to the end, within a narrow screen', async () => {
    const { page, context } = await openPage(here.browser, { javaScript: false })
    await page.setViewportSize({ width: 320, height: 800 })
    const look = async (): Promise<void> => {
      expect(await page.locator('html').getAttribute('class')).toBe('large contrast calm')
      await expectNoSidewaysScroll(page)
    }
    await page.goto(address)
    await page.locator('#look summary').click()
    for (const choice of ['Grote letters', 'Meer contrast', 'Rustig beeld']) {
      const one = page.getByRole('switch', { name: choice })
      await Promise.all([page.waitForEvent('domcontentloaded'), one.click()])
    }
    await look()
    await press(page, 'Meedoen')
    await look()
    await page.getByLabel('Mee eens', { exact: true }).check()
    await press(page, 'Verder')
    await page.locator('.language summary').click()
    await press(page, 'العربية')
    await look()
    await press(page, 'تخطّي السؤال')
    await look()
    await press(page, 'إرسال')
    await look()
    expect(await page.locator('.code').count()).toBe(1)
    await context.close()
  })
})
