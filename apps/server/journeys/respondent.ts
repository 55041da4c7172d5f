import type { Page } from 'playwright-core'

/** What somebody does on the screens of a questionnaire. Works without scripts: it only reads the page and posts forms. */
export interface Respondent {
  /** Called on each screen before anything is filled in. */
  readonly onScreen?: (page: Page) => Promise<void>
  /** Own words for a question in own words. */
  readonly words?: string
  /** Leaves what is chosen already. */
  readonly keep?: boolean
}

/** Opens the introduction and takes part; where that has to be agreed to with a tick, with that tick. */
export async function begin(page: Page, address: string, respondent: Respondent = {}): Promise<void> {
  await page.goto(address)
  await respondent.onScreen?.(page)
  const ticks = page.locator('main input[type=checkbox]')
  const asksConsent = (await ticks.count()) > 0
  if (asksConsent) await ticks.first().check()
  await press(page, asksConsent ? 'Beginnen' : 'Meedoen')
}

/** Answers every question until the page from which the answers are sent. Gives the number of questions answered. */
export async function answerAll(page: Page, respondent: Respondent = {}): Promise<number> {
  let answered = 0
  while (!(await isReady(page))) {
    await respondent.onScreen?.(page)
    const kept = respondent.keep === true && (await page.locator('main input:checked').count()) > 0
    if (!kept) await answerOne(page, respondent.words ?? 'De wijkverpleging belde mij op tijd terug.')
    await press(page, 'Verder')
    answered += 1
  }
  await respondent.onScreen?.(page)
  return answered
}

/** Sends the answers and gives the withdrawal code that is shown. */
export async function send(page: Page, respondent: Respondent = {}): Promise<string> {
  await press(page, 'Versturen')
  await respondent.onScreen?.(page)
  const text = await page.locator('main').innerText()
  const code = /[A-Z2-9]{4}\s+[A-Z2-9]{4}\s+[A-Z2-9]{4}/.exec(text)?.[0]
  if (code === undefined) throw new Error(`no withdrawal code in: ${text}`)
  return code
}

/** Presses a button by its words and waits for the page that follows. */
export async function press(page: Page, name: string): Promise<void> {
  await nextPage(page, () => page.getByRole('button', { name, exact: true }).click())
}

/** Does something and waits for the page that follows, whether a server or a script shows it. */
export async function nextPage(page: Page, act: () => Promise<unknown>): Promise<void> {
  await page.locator('main').evaluate((main) => main.setAttribute('data-left', ''))
  await act()
  await page.locator('main:not([data-left])').waitFor({ state: 'attached' })
}

/** The heading of the page. */
export function heading(page: Page): Promise<string> {
  return page.locator('h1').innerText()
}

async function isReady(page: Page): Promise<boolean> {
  return (await page.getByRole('button', { name: 'Versturen', exact: true }).count()) > 0
}

async function answerOne(page: Page, words: string): Promise<void> {
  const choices = page.locator('main input[type=radio], main input[type=checkbox]')
  if ((await choices.count()) > 0) await choices.first().check()
  else await page.locator('main textarea, main input[type=text]').first().fill(words)
}
