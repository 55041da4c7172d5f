import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, expectAccessibleWithoutScripts, expectNoSidewaysScroll, openPage } from './browser.ts'
import { answerAll, heading, press, send } from './respondent.ts'
import { addressIn } from './exported-answers.ts'
import { openRoundWithCodes } from './rounds.ts'
import { serverAndBrowser } from './server-and-browser.ts'

const here = serverAndBrowser()

let address: string
let codes: readonly string[]

beforeAll(async () => {
  // As if a speaker had read the texts: a language that nobody released is not offered.
  await here.server.command('languages', 'release', 'ar', '--by', 'een proef')
  const study = addressIn(here.server.links.questionnaire)
  const opened = await openRoundWithCodes(here.server, study, 5)
  address = `${here.server.origin}/v/${opened.wave}`
  codes = opened.codes
})

/** The code with its last two signs swapped, as people do. */
const mistyped = (code: string): string => `${code.slice(0, -2)}${code.at(-1)}${code.at(-2)}`.toLowerCase()

async function look(page: Page): Promise<void> {
  await expectAccessibleWithoutScripts(here.browser, page)
  await expectNoSidewaysScroll(page)
}

describe('a client with a letter on a phone with JavaScript switched off', () => {
  it('mistypes the code once, fills in, sends, finds the code used, and has the answers erased', async () => {
    const { page, context } = await openPage(here.browser, { javaScript: false })
    // Two neighbours that are the same sign cannot be mistyped so.
    const code = codes.find((one) => one.at(-1) !== one.at(-2)) ?? ''
    await page.goto(address)
    await look(page)
    await page.getByLabel('Uw code').fill(mistyped(code))
    await page.getByLabel('Uw code').press('Enter')
    await page.waitForSelector('.summary')
    expect(await page.locator('.wrong').innerText()).toContain('Er klopt iets niet in de code.')
    await look(page)

    await page.getByLabel('Uw code').fill(code.replaceAll('-', ''))
    await press(page, 'Meedoen')
    expect(page.url()).toBe(address)
    await answerAll(page)
    await look(page)
    const withdrawalCode = await send(page, { onScreen: look })

    await page.goto(address)
    await page.getByLabel('Uw code').fill(code)
    await press(page, 'Meedoen')
    expect(await heading(page)).toBe('Met deze code kunt u niet meedoen')
    await look(page)

    await page.getByRole('link', { name: 'Ik heb een code en wil mijn antwoorden wissen' }).click()
    await page.getByLabel('Uw code').fill(code)
    await press(page, 'Mijn antwoorden wissen')
    expect(await page.locator('.wrong').innerText()).toContain('Dit lijkt de code uit uw brief.')
    await look(page)
    await page.getByLabel('Uw code').fill(withdrawalCode)
    await press(page, 'Mijn antwoorden wissen')
    expect(await heading(page)).toBe('Uw antwoorden zijn gewist')
    await context.close()
  })

  it('does so in Arabic', async () => {
    const { page, context } = await openPage(here.browser, { javaScript: false })
    const code = codes.findLast((one) => one.at(-1) !== one.at(-2)) ?? ''
    await page.goto(address)
    await page.getByLabel('Uw code').fill(mistyped(code))
    await press(page, 'العربية')
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    expect(await page.getByLabel('رمزكم').inputValue()).toBe(mistyped(code))
    await look(page)
    await press(page, 'أشارك')
    await page.waitForSelector('.summary')
    await look(page)
    await page.getByLabel('رمزكم').fill(code)
    await press(page, 'أشارك')
    await look(page)
    while ((await page.getByRole('button', { name: 'إرسال رغم ذلك', exact: true }).count()) === 0)
      await press(page, 'تخطّي السؤال')
    await press(page, 'إرسال رغم ذلك')
    const withdrawalCode = (await page.locator('.code').innerText()).replaceAll(/\s+/g, '')
    await look(page)

    await page.goto(`${address}?lang=ar`)
    await page.getByLabel('رمزكم').fill(code)
    await press(page, 'أشارك')
    expect(await heading(page)).toBe('لا يمكنكم المشاركة بهذا الرمز')
    await look(page)
    await page.goto(`${address}/withdraw?lang=ar`)
    await page.locator('#q-code').fill(withdrawalCode)
    await Promise.all([page.waitForEvent('domcontentloaded'), page.locator('main .primary').click()])
    expect(await page.locator('#q-code').count()).toBe(0)
    await context.close()
  })
})

describe('a client who scans the picture of the letter', () => {
  it('finds the code filled in, and it is gone from the address and the history', async () => {
    const { page, context } = await openPage(here.browser)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const code = codes[2] ?? ''
    await page.goto(`${address}#${code}`)
    expect(await page.getByLabel('Uw code').inputValue()).toBe(code)
    expect(page.url()).toBe(address)
    await expectAccessible(page)
    await press(page, 'Meedoen')
    expect(await page.locator('main .progress').innerText()).toContain('Vraag 1')
    // What stands behind the "#" goes to no server.
    expect(asked.filter((url) => url.split('#')[0]?.includes(code))).toEqual([])
    await context.close()
  })
})
