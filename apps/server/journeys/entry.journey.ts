import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, openPage } from './browser.ts'
import { serverAndBrowser } from './server-and-browser.ts'

const here = serverAndBrowser()
const windows: BrowserContext[] = []
let wave = ''
let organisation = ''

/** Signs somebody in who has this role, on a page of their own. */
async function somebody(name: string, role: string): Promise<Page> {
  const order = ['user', 'add', name, '--role', role, '--organisation', organisation, '--study', wave]
  const { output } = await here.server.command(...order)
  const { page, context } = await openPage(here.browser, { device: role === 'interviewer' ? 'phone' : 'desktop' })
  windows.push(context)
  const link = new URL(/https?:\S+/.exec(output)?.[0] ?? output)
  await page.goto(`${here.server.origin}${link.pathname}${link.hash}`)
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
  await page.getByRole('link', { name: 'Antwoorden invoeren' }).click()
  await page.getByRole('heading', { name: 'Antwoorden invoeren' }).waitFor()
  return page
}

const PLANTED = 'De wijkverpleegkundige kwam elke dag'
/** What is typed at a kind of place; the number of the first option at all others. */
const TYPED: Readonly<Record<string, string>> = {
  number: '40',
  text: PLANTED,
  longText: PLANTED,
  date: '9-4-2026',
  month: '4-2026',
}

/** Types the same at every question until the last, by keyboard alone. */
async function typesAll(page: Page, typed: (place: string) => string, end: string): Promise<void> {
  const done = page.getByRole('button', { name: end })
  for (;;) {
    const place = page.locator('[data-place]').first()
    await place.or(done).first().waitFor(SOON)
    if (await done.isVisible()) return
    const before = await page.locator('form.entry').innerText()
    const kind = (await place.getAttribute('data-place')) ?? ''
    await place.fill(typed(kind))
    await place.press(kind === 'longText' ? 'Control+Enter' : 'Enter')
    await expect
      .poll(async () => (await done.isVisible()) || (await page.locator('form.entry').innerText()) !== before, SOON)
      .toBe(true)
  }
}

/** What is waited for on a page, in milliseconds. */
const SOON = { timeout: 20_000 }

beforeAll(async () => {
  const { page, context } = await openPage(here.browser)
  await page.goto(here.server.links.studio)
  await page.getByRole('heading', { name: 'Studies' }).waitFor()
  const { studies } = (await (await page.request.get(`${here.server.origin}/api/studies`)).json()) as {
    studies: { organisation: { name: string }; waves: { address: string; state: string }[] }[]
  }
  await context.close()
  const sample = studies.find(({ waves }) => waves.some(({ state }) => state === 'open'))
  wave = sample?.waves.find(({ state }) => state === 'open')?.address ?? ''
  organisation = sample?.organisation.name ?? ''
  const set = await here.server.command('wave', 'set', '--wave', wave, '--channels', 'web,paper,telephone')
  expect(set).toMatchObject({ code: 0 })
})
afterAll(async () => {
  for (const window of windows) await window.close()
})

it('an interviewer asks over the telephone, types numbers, and reads a code out; nothing can be opened again', async () => {
  const page = await somebody('Ida', 'interviewer')
  await expectAccessible(page)
  await page.getByLabel('Wie hielp bij het antwoorden').selectOption('relative')
  await page.getByRole('button', { name: 'Beginnen' }).press('Enter')
  await page.locator('[data-place]').first().waitFor()
  await page.locator('[data-place]').first().fill('99')
  await page.keyboard.press('Enter')
  await page.getByText('Dit nummer staat er niet bij.').waitFor()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await typesAll(page, (kind) => TYPED[kind] ?? '1', 'Versturen')
  await page.getByRole('button', { name: 'Versturen' }).press('Enter')
  const code = page.locator('.entry-code')
  await code.waitFor()
  expect(await code.innerText()).toMatch(/^\w{4}-\w{4}-\w{4}$/)
  await expectAccessible(page)
  await page.reload()
  await page.getByRole('button', { name: 'Beginnen' }).waitFor()
  expect(await page.locator('body').innerText()).not.toContain(PLANTED)
})

it('two people type one form; where they differ the second one looks at the paper', async () => {
  const [ans, bep] = [await somebody('Ans', 'dataEntry'), await somebody('Bep', 'dataEntry')]
  const types = async (page: Page, first: string): Promise<void> => {
    await page.getByLabel('Nummer van het formulier').fill('12')
    await page.keyboard.press('Enter')
    let place = 0
    await typesAll(
      page,
      (kind) => (kind === 'one' && (place += 1) === 1 ? first : (TYPED[kind] ?? '1')),
      'Formulier bewaren',
    )
    await page.getByRole('button', { name: 'Formulier bewaren' }).press('Enter')
  }
  await types(ans, '1')
  await ans.getByText('Bewaard. Iemand anders moet dit formulier nog typen.').waitFor(SOON)
  await ans.getByText('Formulier 12').waitFor()
  await expectAccessible(ans)
  await types(bep, '2')
  await bep.getByRole('heading', { name: /^(Eén verschil|\d+ verschillen)$/ }).waitFor(SOON)
  await expectAccessible(bep)
  for (const group of await bep.getByRole('group').all()) await group.getByLabel('De ander typte').check()
  await bep.getByRole('button', { name: 'Zo staat het op papier' }).click()
  await bep.getByText('Het formulier klopt. De antwoorden zijn opgeslagen.').waitFor(SOON)
  await ans.reload()
  await ans.getByLabel('Nummer van het formulier').waitFor()
  expect(await ans.getByText('Formulier 12').count()).toBe(0)
})
