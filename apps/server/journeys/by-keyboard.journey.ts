import { expect, it } from 'vitest'
import { openPage } from './browser.ts'
import { pressOn, tabTo } from './keyboard.ts'
import { heading } from './respondent.ts'
import { serverAndBrowser } from './server-and-browser.ts'

const here = serverAndBrowser()

it('somebody without a mouse fills in the whole Wmo questionnaire with Tab, space, letters and Enter', async () => {
  const { page, context } = await openPage(here.browser)
  await page.goto(here.server.links.questionnaire)
  await tabTo(page, (focused) => focused.text === 'Meedoen')
  await pressOn(page, 'Enter')
  let screens = 0
  while ((await heading(page)) !== 'Klaar om te versturen') {
    const field = await tabTo(page, ({ tag, type }) => tag === 'TEXTAREA' || type === 'radio' || type === 'checkbox')
    if (field.tag === 'TEXTAREA') await page.keyboard.type('De hulp kwam op tijd.')
    else await page.keyboard.press('Space')
    await tabTo(page, (focused) => focused.text === 'Verder')
    await pressOn(page, 'Enter')
    screens += 1
  }
  expect(screens).toBe(16)
  await tabTo(page, (focused) => focused.text === 'Versturen')
  await pressOn(page, 'Enter')
  expect(await heading(page)).toBe('Opgeslagen. Dank u wel.')
  await context.close()
})
