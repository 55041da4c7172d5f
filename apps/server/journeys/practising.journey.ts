import { beforeAll, expect, it } from 'vitest'
import { openPage } from './browser.ts'
import { PRACTISED_FIRST } from './questionnaires.ts'
import { heading, press, send } from './respondent.ts'
import { importRound } from './rounds.ts'
import { serverAndBrowser } from './server-and-browser.ts'
import { inCharge, openWithScript } from './with-script.ts'

const here = serverAndBrowser()
let address = ''

beforeAll(async () => {
  address = `${here.server.origin}/v/${await importRound(here.server, PRACTISED_FIRST)}`
})

it('is still at the practice question after loading it again, and goes on to the first one from there', async () => {
  const { page, context } = await openPage(here.browser)
  await openWithScript(page, address)
  await page.locator('main input[type=checkbox]').first().check()
  await press(page, 'Beginnen')
  await page.locator('input[name="on.page"][value=practice]').waitFor({ state: 'attached' })
  await inCharge(page)
  await page.reload()
  await page.locator('input[name="on.page"]').waitFor({ state: 'attached' })
  // What was kept comes in the place of the introduction.
  await page
    .locator('input[name="on.page"][value=practice], button[value=submit]')
    .first()
    .waitFor({ state: 'attached' })
  expect(await page.locator('input[name="on.page"]').inputValue()).toBe('practice')
  await press(page, 'Verder')
  expect(await heading(page)).toBe('Wat wilt u vertellen?')
  await page.locator('main textarea').fill('Het ging goed')
  await press(page, 'Verder')
  expect(await send(page)).toMatch(/^[A-Z2-9]{4}/)
  await context.close()
})
