import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { openPage } from './browser.ts'
import { heading, press, send } from './respondent.ts'
import { serverAndBrowser } from './server-and-browser.ts'

const DEFINITION = {
  title: { nl: 'Ervaringen' },
  locale: 'nl',
  practiceQuestion: true,
  pages: [
    {
      name: 'vooraf',
      elements: [
        {
          type: 'boolean',
          name: 'deelname',
          title: 'Ik doe mee',
          consent: 'participation',
          labelTrue: 'Ja',
          labelFalse: 'Nee',
        },
      ],
    },
    { name: 'eerst', elements: [{ type: 'comment', name: 'verhaal', title: 'Wat wilt u vertellen?' }] },
  ],
}

const here = serverAndBrowser()
let address = ''

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kb-'))
  const file = join(folder, 'ervaringen.json')
  await writeFile(file, JSON.stringify(DEFINITION))
  const { output } = await here.server.command('study', 'import', file, '--organisation', 'De proefraad')
  await rm(folder, { recursive: true })
  address = here.server.origin + (/\/v\/[\w-]+/.exec(output)?.[0] ?? output)
})

it('is still at the practice question after loading it again, and goes on to the first one from there', async () => {
  const { page, context } = await openPage(here.browser)
  await page.goto(address)
  await page.locator('html[data-script=ready]').waitFor()
  await page.locator('main input[type=checkbox]').first().check()
  await press(page, 'Beginnen')
  await page.locator('input[name="on.page"][value=practice]').waitFor({ state: 'attached' })
  // Nothing is filled in yet, so nothing is said to be saved: this stands there once the script has taken the page over.
  await page.getByText('Is dit apparaat van u?').waitFor()
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
