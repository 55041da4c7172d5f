import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { expectAccessibleWithoutScripts, expectNoSidewaysScroll, openPage } from './browser.ts'
import { addressIn } from './exported-answers.ts'
import { begin, heading, press } from './respondent.ts'
import { importRound } from './rounds.ts'
import { serverAndBrowser } from './server-and-browser.ts'

const TWO_LANGUAGES = {
  title: { nl: 'Eten in de opvang', en: 'Food at the shelter' },
  locale: 'nl',
  pages: [
    {
      name: 'taste',
      elements: [
        {
          type: 'radiogroup',
          name: 'taste',
          title: { nl: 'Smaakt het eten?', en: 'Does the food taste good?' },
          isRequired: true,
          choices: [
            { value: 1, text: { nl: 'Ja', en: 'Yes' } },
            { value: 2, text: { nl: 'Nee', en: 'No' } },
          ],
        },
      ],
    },
    {
      name: 'wish',
      elements: [{ type: 'comment', name: 'wish', title: { nl: 'Wat mist u?', en: 'What do you miss?' } }],
    },
  ],
}

const here = serverAndBrowser()

let address: string
let page: Page
let context: BrowserContext

beforeAll(async () => {
  address = `${here.server.origin}/v/${await importRound(here.server, TWO_LANGUAGES)}`
})

beforeEach(async () => {
  ;({ page, context } = await openPage(here.browser, { javaScript: false }))
})

afterEach(() => context.close())

/** Looks whether this page is the one with this heading, whether everybody can use it and whether it fits. */
async function onPage(expected: string, shown: Page = page): Promise<void> {
  expect(await heading(shown)).toContain(expected)
  await expectAccessibleWithoutScripts(here.browser, shown)
  await expectNoSidewaysScroll(shown)
}

/** Answers the first question and stops there. */
async function stopAfterAnAnswer(): Promise<void> {
  await begin(page, address)
  await page.getByLabel('Ja', { exact: true }).check()
  await press(page, 'Stoppen')
  await onPage('U kunt later verder')
}

/** Has the answers of this page erased, as if that was done in another tab. */
async function eraseElsewhere(): Promise<void> {
  const body = new URLSearchParams({ go: 'erase' })
  // Else it would ask whether everything is to be erased.
  for (const field of await page.locator('main input[type=hidden]:not([name="on.page"])').all()) {
    body.append((await field.getAttribute('name')) ?? '', await field.inputValue())
  }
  expect((await fetch(address, { method: 'POST', body })).status).toBe(200)
}

/** Puts something in the form of this page that no page of ours has. */
async function addUnknownField(): Promise<void> {
  await page.locator('main form').evaluate((form) => {
    const field = form.ownerDocument.createElement('input')
    field.name = 'unknown'
    form.append(field)
  })
}

describe('somebody on a phone with JavaScript switched off, on every page beside the questions', () => {
  it('is asked once more for an answer', async () => {
    await begin(page, address)
    await press(page, 'Verder')
    expect(await page.title()).toMatch(/^Nog even nakijken/)
    await onPage('Smaakt het eten?')
  })

  it('thinks about stopping before anything is filled in, goes on, and stops', async () => {
    await begin(page, address)
    await press(page, 'Stoppen')
    await onPage('Wilt u stoppen?')
    await press(page, 'Verder met de vragen')
    await onPage('Smaakt het eten?')
    await press(page, 'Stoppen')
    await press(page, 'Stoppen en mijn antwoorden wissen')
    await onPage('U bent gestopt')
    expect(await page.locator('main').innerText()).toContain('Wat u had ingevuld, is gewist.')
  })

  it('gets three words at stopping, goes on after all, and stops with them', async () => {
    await stopAfterAnAnswer()
    const words = await page.locator('.words b').allInnerTexts()
    expect(words).toHaveLength(3)
    await press(page, 'Toch verder met vraag 1')
    await onPage('Smaakt het eten?')
    expect(await page.getByLabel('Ja', { exact: true }).isChecked()).toBe(true)
    await press(page, 'Stoppen')
    expect(await page.locator('.words b').allInnerTexts()).toEqual(words)
    await press(page, 'Klaar, nu stoppen')
    await onPage('U bent gestopt')
    expect(await page.locator('main').innerText()).toContain('Wat u invulde, is opgeslagen.')
  })

  it('gets three words at stopping, and has everything erased', async () => {
    await stopAfterAnAnswer()
    await press(page, 'Stoppen en alles wissen')
    await onPage('Alles wissen?')
    await press(page, 'Ja, alles wissen')
    await onPage('U bent gestopt')
    expect(await page.locator('main').innerText()).toContain('Wat u had ingevuld, is gewist.')
  })

  it('reads the introduction, a question and the page to stop in English', async () => {
    await page.goto(address)
    await press(page, 'English')
    await onPage('Food at the shelter')
    await press(page, 'Nederlands')
    await press(page, 'Meedoen')
    await page.getByText('Taal', { exact: true }).click()
    await onPage('Smaakt het eten?')
    await press(page, 'English')
    await onPage('Does the food taste good?')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await press(page, 'Stop')
    await onPage('Do you want to stop?')
  })

  it('has answers erased only with a code that exists', async () => {
    await page.goto(`${address}/withdraw`)
    await onPage('Antwoorden laten wissen')
    await press(page, 'Mijn antwoorden wissen')
    expect(await page.locator('main').innerText()).toContain('Vul de code in die u kreeg na het versturen.')
    await onPage('Antwoorden laten wissen')
    await page.getByLabel('Uw code').fill('ABCD EFGH JKLM')
    await press(page, 'Mijn antwoorden wissen')
    expect(await page.locator('main').innerText()).toContain('Deze code klopt niet, of de antwoorden zijn al gewist.')
    expect(await page.getByLabel('Uw code').inputValue()).toBe('ABCD EFGH JKLM')
    await onPage('Antwoorden laten wissen')
  })

  it('reads what to do when an address is wrong, a page is too old or a form is not ours', async () => {
    await page.goto(`${here.server.origin}/v/bestaat-niet`)
    await onPage('We vinden deze vragenlijst niet')
    await page.goto(`${here.server.origin}/bestaat-niet`)
    await onPage('Deze pagina bestaat niet')
    await begin(page, address)
    await page.getByLabel('Ja', { exact: true }).check()
    await press(page, 'Verder')
    await eraseElsewhere()
    await press(page, 'Verder')
    await onPage('Deze pagina is te oud')
    await begin(page, address)
    await addUnknownField()
    await press(page, 'Verder')
    await onPage('Er ging iets mis bij ons')
  })

  it('reads that it does not work for a moment while the database is away, and goes on where it was', async () => {
    await begin(page, address)
    await page.getByLabel('Nee', { exact: true }).check()
    await here.server.withoutDatabase(async () => {
      await press(page, 'Verder')
      await onPage('Smaakt het eten?')
      expect(await page.getByLabel('Nee', { exact: true }).isChecked()).toBe(true)
      const other = await context.newPage()
      await other.goto(address)
      await onPage('Het lukt nu even niet', other)
    })
    await press(page, 'Verder')
    await onPage('Wat mist u?')
  })

  it('reads that the questionnaire is closed', async () => {
    await closeWave()
    await page.goto(address)
    await onPage('Deze vragenlijst is gesloten')
  })
})

/** Closes the wave as the studio does. */
async function closeWave(): Promise<void> {
  const { origin, links } = here.server
  const json = { 'content-type': 'application/json' }
  const token = new URL(links.studio).hash.slice(1)
  const signedIn = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ token }),
  })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { studies } = (await (await fetch(`${origin}/api/studies`, { headers: { cookie } })).json()) as StudyList
  const study = studies.find(({ waves }) => waves.some((wave) => wave.address === addressIn(address)))
  const wave = study?.waves.find((each) => each.address === addressIn(address))
  const closed = await fetch(`${origin}/api/studies/${study?.id}/waves/${wave?.id}`, {
    method: 'PATCH',
    headers: { ...json, cookie },
    body: JSON.stringify({ state: 'closed' }),
  })
  expect(closed.status).toBe(200)
}

interface StudyList {
  readonly studies: readonly {
    readonly id: string
    readonly waves: readonly { readonly id: string; readonly address: string }[]
  }[]
}
