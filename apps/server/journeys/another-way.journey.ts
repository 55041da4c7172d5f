import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectAccessible, expectAccessibleWithoutScripts, expectNoSidewaysScroll, openPage } from './browser.ts'
import { addressIn } from './exported-answers.ts'
import { heading, press } from './respondent.ts'
import { untilOffered } from './rounds.ts'
import { serverAndBrowser } from './server-and-browser.ts'

const here = serverAndBrowser()

/** What staff find of it. */
async function requests(): Promise<string> {
  const { output } = await here.server.command(
    'fieldwork',
    'requests',
    '--wave',
    addressIn(here.server.links.questionnaire),
  )
  return output
}

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`not reached by keyboard: ${selector}`)
}

describe('somebody who would rather not fill in a web page', () => {
  it('asks for a talk on a phone with JavaScript switched off, after a slip', async () => {
    const { page, context } = await openPage(here.browser, { javaScript: false })
    const look = async (expected: string): Promise<void> => {
      expect(await heading(page)).toContain(expected)
      await expectAccessibleWithoutScripts(here.browser, page)
      await expectNoSidewaysScroll(page)
    }
    await page.goto(here.server.links.questionnaire)
    await page.getByText('Liever op een andere manier?').click()
    await look('Liever op een andere manier?')
    await page.getByLabel('In een gesprek').check()
    await press(page, 'Vraag versturen')
    expect(await page.title()).toMatch(/^Nog even nakijken/)
    await look('Liever op een andere manier?')
    expect(await page.getByLabel('In een gesprek').isChecked()).toBe(true)
    await page.getByLabel('Wat is uw naam?').fill('Bo')
    await page.getByLabel('Hoe kunnen wij u bereiken?').fill('06 12345678')
    await press(page, 'Vraag versturen')
    await look('Uw vraag is aangekomen')
    expect(await requests()).toMatch(/talk\s+Bo · 06 12345678/)
    await context.close()
  })

  it('asks for paper by keyboard alone, on a desktop', async () => {
    const { page, context } = await openPage(here.browser, { device: 'desktop' })
    await page.goto(`${here.server.links.questionnaire}/other`)
    await expectAccessible(page)
    await tabTo(page, '[name=form]')
    await page.keyboard.press('Space')
    await tabTo(page, '[name=name]')
    await page.keyboard.type('Ali')
    await tabTo(page, '[name=reach]')
    await page.keyboard.type('Dorpsweg 2, 1234 AB Voorbeeldstad')
    await tabTo(page, '.primary')
    await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')])
    expect(await heading(page)).toBe('Uw vraag is aangekomen')
    await expectAccessible(page)
    expect(await requests()).toMatch(/paper\s+Ali · Dorpsweg 2/)
    await context.close()
  })

  it('reads the page in Arabic, from right to left', async () => {
    await here.server.command('languages', 'release', 'ar', '--by', 'een proef')
    await untilOffered(here.server.links.questionnaire, 'ar')
    for (const device of ['phone', 'desktop'] as const) {
      const { page, context } = await openPage(here.browser, { device })
      await page.goto(`${here.server.links.questionnaire}/other?lang=ar`)
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
      expect(await heading(page)).toBe('هل تفضّلون طريقة أخرى؟')
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      await context.close()
    }
  })
})

describe('somebody who types the address of a letter', () => {
  it('comes to the questions, and keeps the code of a QR picture out of every request', async () => {
    const { page, context } = await openPage(here.browser)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const address = addressIn(here.server.links.questionnaire)
    await page.goto(`${here.server.origin}/${address.toUpperCase().replaceAll('-', '')}#K7M-D93-XWPN`)
    await page.getByRole('link', { name: 'De vragen invullen' }).click()
    await page.waitForURL(`**/v/${address}*`)
    expect(asked.join(' ')).not.toContain('K7M')
    await context.close()
  })
})
