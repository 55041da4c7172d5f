import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openPage } from './browser.ts'
import { heading } from './respondent.ts'
import { serverAndBrowser } from './server-and-browser.ts'

const MOST_STEPS = 60

const here = serverAndBrowser()

it('somebody without a mouse fills in the whole Wmo questionnaire with Tab, space, letters and Enter', async () => {
  const { page, context } = await openPage(here.browser)
  await page.goto(here.server.links.questionnaire)
  await tabTo(page, (focused) => focused.text === 'Meedoen')
  await enter(page)
  let screens = 0
  while ((await heading(page)) !== 'Klaar om te versturen') {
    const field = await tabTo(page, ({ tag, type }) => tag === 'TEXTAREA' || type === 'radio' || type === 'checkbox')
    if (field.tag === 'TEXTAREA') await page.keyboard.type('De hulp kwam op tijd.')
    else await page.keyboard.press('Space')
    await tabTo(page, (focused) => focused.text === 'Verder')
    await enter(page)
    screens += 1
  }
  expect(screens).toBe(16)
  await tabTo(page, (focused) => focused.text === 'Versturen')
  await enter(page)
  expect(await heading(page)).toBe('Opgeslagen. Dank u wel.')
  await context.close()
})

interface Focused {
  readonly tag: string
  readonly type: string
  readonly text: string
  readonly outlined: boolean
}

/** Presses Tab until the focus is where it should be; on its way every stop must show that it has the focus. */
async function tabTo(page: Page, wanted: (focused: Focused) => boolean): Promise<Focused> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement
      const shown = [element, element.closest('label')].filter((each) => each !== null)
      return {
        tag: element.tagName,
        type: element.getAttribute('type') ?? '',
        text: element.innerText?.trim() ?? '',
        outlined: element === document.body || shown.some((each) => getComputedStyle(each).outlineStyle !== 'none'),
      }
    })
    expect(focused.outlined, `focus is shown on ${focused.tag} ${focused.text}`).toBe(true)
    if (wanted(focused)) return focused
  }
  throw new Error(`not reached by Tab in ${MOST_STEPS} steps on ${await heading(page)}`)
}

async function enter(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')])
}
