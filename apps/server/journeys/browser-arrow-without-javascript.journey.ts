import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportedAnswers, type ExportedResponse } from './exported-answers.ts'
import { begin, heading, press, send } from './respondent.ts'
import { startServer, type RunningServer } from './running-server.ts'

let server: RunningServer
let browser: Browser

beforeAll(async () => {
  server = await startServer()
  const executablePath = process.env['KLANKBORD_CHROMIUM']
  if (!executablePath) throw new Error('KLANKBORD_CHROMIUM is not set: run the journeys with npm test')
  // A browser of somebody keeps pages to go back to; one that is steered does not, unless it is told to.
  const ignoreDefaultArgs = ['--disable-back-forward-cache']
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'], ignoreDefaultArgs })
})
afterAll(async () => {
  await browser.close()
  await server.end()
})

async function withoutScript(): Promise<Page> {
  const context = await browser.newContext({ locale: 'nl-NL', javaScriptEnabled: false })
  return context.newPage()
}

async function answer(page: Page, value: string): Promise<void> {
  await page.locator(`main input[value="${value}"]`).check()
  await press(page, 'Verder')
}

async function skipTheRest(page: Page): Promise<void> {
  while ((await page.getByRole('button', { name: 'Versturen', exact: true }).count()) === 0)
    await press(page, 'Overslaan')
}

/** What Chromium asks before it sends a form once more, a steered browser takes as said. */
async function backAndLoadAgain(page: Page): Promise<void> {
  await expect(page.goBack()).rejects.toThrow('ERR_CACHE_MISS')
  await page.waitForURL(/^chrome-error:/)
  await page.reload()
}

function likeThese(stored: readonly ExportedResponse[]): number {
  return stored.filter(({ t1, t2, t3 }) => t1 === '1' && t2 === '2' && t3 !== '1').length
}

describe('somebody without JavaScript who presses the arrow of the browser', () => {
  it('finds nothing there, loads it again, goes on, and has lost and doubled nothing', async () => {
    const before = await exportedAnswers(server)
    const page = await withoutScript()
    await begin(page, server.links.questionnaire)
    await answer(page, '1')
    await answer(page, '2')
    const third = await heading(page)
    await backAndLoadAgain(page)
    expect(await page.locator('main input:checked').getAttribute('value')).toBe('2')
    await press(page, 'Terug')
    expect(await page.locator('main input:checked').getAttribute('value')).toBe('1')
    await press(page, 'Verder')
    await press(page, 'Verder')
    expect(await heading(page)).toBe(third)
    await skipTheRest(page)
    await send(page)
    const stored = await exportedAnswers(server)
    expect([stored.length, likeThese(stored)]).toEqual([before.length + 1, likeThese(before) + 1])
    await page.context().close()
  })

  it('reads after sending that the answers are stored already', async () => {
    const page = await withoutScript()
    await begin(page, server.links.questionnaire)
    await answer(page, '1')
    await skipTheRest(page)
    await send(page)
    await backAndLoadAgain(page)
    expect(await heading(page)).toBe('U heeft uw antwoorden al verstuurd')
    await page.context().close()
  })
})

it('is told so on a question where no script hides it', async () => {
  const [plain, scripted] = [await withoutScript(), await browser.newPage({ locale: 'nl-NL' })]
  for (const page of [plain, scripted]) await begin(page, server.links.questionnaire)
  await plain.locator('#closing b').waitFor({ state: 'visible' })
  await scripted.locator('#closing b').waitFor({ state: 'hidden' })
})
