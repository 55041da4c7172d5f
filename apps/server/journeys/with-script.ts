import type { Page } from 'playwright-core'
import { nextPage } from './respondent.ts'

/** Opens a page of a questionnaire, and waits until the script holds it. */
export async function openWithScript(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('html[data-script=ready]').waitFor()
}

/** What the script says once the server has everything. */
export const ALL_SAVED = 'Alles tot nu toe is opgeslagen'

/** The same, where closing the page loses it. */
export const SAVED_WHILE_OPEN = `${ALL_SAVED}, zolang deze pagina open blijft`

/** Settled once somebody reads that everything is saved. */
export function saved(page: Page): Promise<void> {
  return page.locator('#saved-state', { hasText: ALL_SAVED }).waitFor()
}

/** Settled once the script has taken over a question on which nothing is filled in yet: then it asks whose device it is. */
export function inCharge(page: Page): Promise<void> {
  return page.getByText('Is dit apparaat van u?').waitFor()
}

/** Says that this device is somebody's own. */
export async function ownDevice(page: Page): Promise<void> {
  await page.getByText('Is dit apparaat van u?').click()
  await page.getByRole('button', { name: 'Dit apparaat is van mij', exact: true }).click()
  await page.getByText('Uw antwoorden blijven op dit apparaat').waitFor()
}

/** Presses what stops. @returns the words that are shown then */
export async function stop(page: Page): Promise<readonly string[]> {
  await nextPage(page, () => page.locator('button[name=go][value^=stop]').first().click())
  await page.locator('ol.words').waitFor()
  return wordsOn(page)
}

/** The words to come back with that a page shows. */
export function wordsOn(page: Page): Promise<readonly string[]> {
  return page.locator('ol.words b').allInnerTexts()
}

/** Types words where a page asks for them, and sends them. */
export async function giveWords(page: Page, words: readonly string[]): Promise<void> {
  await typeWords(page, words)
  await nextPage(page, () => sendWords(page))
}

/** Types words where a page asks for them, each in its own place. */
export async function typeWords(page: Page, words: readonly string[]): Promise<void> {
  for (const [place, word] of words.entries()) await page.locator('main input[type=text]').nth(place).fill(word)
}

/** Presses what sends them. */
export function sendWords(page: Page): Promise<void> {
  return page.locator('main form button.primary').first().click()
}

/** The forms that a window posts from now on, by their address. The list grows. */
export function postedBy(page: Page): readonly string[] {
  const posted: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.isNavigationRequest()) posted.push(request.url())
  })
  return posted
}
