import type { Page } from 'playwright-core'
import type { Visitor } from './visitor.ts'
import { begin, LIVING, skipAll, type Walk } from './walk.ts'

/** As a server says it of an answer that a questionnaire does not have any more. */
const UNOFFERED = { code: 'optionNotOffered', severity: 'block', path: '/answers/town', message: '', details: {} }

/** What a server says that takes nothing, by how the state is called in the table. */
const REFUSALS = {
  closed: { status: 410, code: 'waveClosed' },
  full: { status: 410, code: 'quotaFull' },
  sealed: { status: 410, code: 'waveSealed' },
  'another code asked for': { status: 403, code: 'accessCodeRefused' },
  'too large': { status: 413, code: 'bodyTooLarge' },
  'cannot be right': { status: 422, code: 'answersRefused', findings: [UNOFFERED] },
} as const

const ANSWER = { town: '2' }

/** To the second question, with the first one saved, and the script in charge. */
async function underWay(visitor: Visitor, wave: string): Promise<void> {
  await begin(visitor, wave)
  await visitor.fillIn(LIVING)
  await visitor.go('next')
  await saved(visitor.page)
  await visitor.page.locator('#own-device').waitFor({ state: 'attached' })
}

/** Settled once the script says, in whatever language, that everything is saved. */
function saved(page: Page): Promise<void> {
  return page.locator('#saved-state:not(.device) svg').waitFor({ state: 'attached' })
}

const withoutConnection: Walk = async (visitor, { open }, at) => {
  const { page } = visitor
  await underWay(visitor, open)
  await at('town', 'saved by the script')
  await page.context().setOffline(true)
  await page.locator('#offline-notice .notice').waitFor()
  await at('town', 'offline, all saved')
  await visitor.fillIn(ANSWER)
  await visitor.go('next')
  await at('matters', 'offline, an answer on the device')
  await page.context().setOffline(false)
  await saved(page)
  await at('matters', 'saved after offline')
  await page.reload()
  await page.locator('[name=matters]').first().waitFor()
  await at('matters', 'resumed after loading again')
  await page.context().setOffline(true)
  await skipAll(visitor)
  await at('ready', 'offline')
  await visitor.go('submit')
  await at('not yet sent', 'offline')
  await visitor.go('erase')
  await at('wiped', 'offline')
}

const ownDevice: Walk = async (visitor, { open }, at) => {
  const { page } = visitor
  await underWay(visitor, open)
  await visitor.unfold()
  await at('town', 'asked whose device it is')
  await page.locator('[data-own=yes]').click()
  await page.locator('[data-own=no]').waitFor({ state: 'attached' })
  await visitor.unfold()
  await at('town', 'on a device of their own')
  const first = await page.context().newPage()
  await first.goto(page.url())
  await first.locator('[data-here]').waitFor()
  await at('town', 'while it is open in another tab')
  await first.locator('[data-here]').click()
  await page.locator('[data-here]').waitFor()
  await at('elsewhere', 'open in another tab')
  await first.close()
  await page.locator('[data-here]').click()
  await page.locator('[name=town]').waitFor()
  await page.context().setOffline(true)
  await skipAll(visitor)
  await visitor.go('submit')
  await at('not yet sent', 'offline, on a device of their own')
}

const otherDirection: Walk = async (visitor, { open }, at) => {
  await underWay(visitor, open)
  const [here, there] = visitor.language === 'ar' ? ['ar', 'nl'] : [visitor.language, 'ar']
  await visitor.unfold()
  await visitor.go(`language:${there}`)
  await at('town', 'turned the other way by the script')
  await visitor.unfold()
  await visitor.go(`language:${here}`)
  await at('town', 'turned back by the script')
}

const refusedHere: Walk = async (visitor, { open }, at) => {
  const { page } = visitor
  for (const [state, problem] of Object.entries(REFUSALS)) {
    await underWay(visitor, open)
    await page.route(/\/drafts\/[^/]+$/, (route) =>
      route.fulfill({ status: problem.status, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
    )
    await visitor.fillIn(ANSWER)
    await visitor.go('next')
    await page.locator('main:not(:has([name=matters]))').waitFor({ state: 'attached' })
    await at('refused on the device', state)
    await page.unroute(/\/drafts\/[^/]+$/)
    await page.evaluate(() => window.sessionStorage.clear())
  }
}

/** Ways on which the script of the page is in charge, by their name. */
export const WITH_SCRIPT: Readonly<Record<string, Walk>> = {
  'without a connection': withoutConnection,
  'a device of their own': ownDevice,
  'the other direction': otherDirection,
  'refused on the device': refusedHere,
}
