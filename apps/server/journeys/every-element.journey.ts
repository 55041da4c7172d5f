import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { EVERY_ELEMENT } from '../test/every-element.ts'
import { expectAccessibleWithoutScripts, expectNoSidewaysScroll, openPage } from './browser.ts'
import { begin, heading, press, send } from './respondent.ts'
import { importRound } from './rounds.ts'
import { serverAndBrowser } from './server-and-browser.ts'

const here = serverAndBrowser()

let address: string

beforeAll(async () => {
  address = `${here.server.origin}/v/${await importRound(here.server, EVERY_ELEMENT)}`
})

/** The fields of a date, in the part of the page with these words. */
async function fillDate(page: Page, words: string, date: readonly string[]): Promise<void> {
  const fields = page.getByRole('group', { name: words }).getByRole('textbox')
  for (const [place, text] of date.entries()) await fields.nth(place).fill(text)
}

/** What somebody does on each screen, by the heading of the page. */
const ON_SCREEN: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['Doet u mee?', (page) => page.getByLabel('Ja', { exact: true }).check()],
  [
    'Hoe woont u?',
    async (page) => {
      await page.getByLabel('Anders', { exact: true }).check()
      await page.getByLabel('Koos u “Anders”?').fill('Bij mijn zus')
    },
  ],
  ['In welk dorp woont u?', async (page) => void (await page.getByRole('combobox').selectOption('Westerdorp'))],
  ['Wat is nu het belangrijkst?', (page) => page.getByLabel('Rust').check()],
  ['Van wie krijgt u hulp?', (page) => page.getByLabel('Familie').check()],
  [
    'Wat moet het eerst beter?',
    async (page) => {
      await page.getByLabel('1e keuze').selectOption('Meer tijd')
      await page.getByLabel('2e keuze').selectOption('Sneller hulp')
      await page.getByLabel('3e keuze').selectOption('Duidelijke brieven')
    },
  ],
  [
    'Hoe tevreden bent u?',
    async (page) => {
      for (const row of ['Er wordt naar mij geluisterd', 'Ik krijg snel antwoord'])
        await page.getByRole('radiogroup', { name: row }).getByLabel('Tevreden', { exact: true }).check()
    },
  ],
  [
    'Wanneer',
    async (page) => {
      await fillDate(page, 'Wanneer begon de hulp?', ['9', '4', '2020'])
      await fillDate(page, 'Wanneer bent u verhuisd?', ['11', '2019'])
      await fillDate(page, 'Wanneer komt er weer iemand?', ['31', '12', '2199'])
    },
  ],
  ['Wat is uw e-mailadres?', (page) => page.getByLabel('Wat is uw e-mailadres?').fill('naam@voorbeeld.example')],
  [
    'Vertel iets over uw contact',
    async (page) => {
      await page.getByLabel('Met wie had u contact?').fill('thuiszorg')
      await page.getByLabel('Hoe vaak?').fill('3')
      await fillDate(page, 'Wanneer was de laatste keer?', ['31', '5', '2026'])
    },
  ],
  ['Wat vindt uw partner ervan?', (page) => page.getByRole('textbox').fill('Goed')],
  ['Welk cijfer geeft u de hulp?', (page) => page.getByLabel('8', { exact: true }).check()],
  ['Hoeveel weken kreeg u hulp?', (page) => page.getByRole('textbox').fill('2')],
  ['Hoe vaak kwam er iemand in 2 weken?', (page) => page.getByRole('textbox').fill('14')],
  ['Wat kan beter?', (page) => page.getByRole('textbox').fill('Meer tijd')],
  ['Tot slot', async () => undefined],
]

/** Goes on with nothing filled in, or with what cannot be right, to see the page that asks to look again. */
const MISTAKES: Readonly<Record<string, readonly ((page: Page) => Promise<void>)[]>> = {
  'Doet u mee?': [async () => undefined],
  'Hoe tevreden bent u?': [async () => undefined],
  Wanneer: [(page) => fillDate(page, 'Wanneer begon de hulp?', ['30', '2', ''])],
  'Wat moet het eerst beter?': [async (page) => void (await page.getByLabel('2e keuze').selectOption('Meer tijd'))],
  'Hoe woont u?': [(page) => page.getByLabel('Koos u “Anders”?').fill('Bij mijn zus')],
}

describe('somebody on a phone with JavaScript switched off', () => {
  it('fills in every element, is helped with each mistake, and sends it', async () => {
    const { page, context } = await openPage(here.browser, { javaScript: false })
    const look = async (): Promise<void> => {
      await expectAccessibleWithoutScripts(here.browser, page)
      await expectNoSidewaysScroll(page)
    }
    await begin(page, address)
    for (const [title, fillIn] of ON_SCREEN) {
      expect(await heading(page)).toBe(title)
      await look()
      for (const mistake of MISTAKES[title] ?? []) {
        await mistake(page)
        await press(page, 'Verder')
        expect([await heading(page), (await page.title()).slice(0, 18)]).toEqual([title, 'Nog even nakijken:'])
        await look()
      }
      await fillIn(page)
      await press(page, 'Verder')
    }
    await page.getByText('Bekijk uw antwoorden').click()
    await look()
    const answers = await page.locator('.given').innerText()
    for (const words of ['Anders: Bij mijn zus', '1. Meer tijd', '9 april 2020', 'november 2019', 'Westerdorp'])
      expect(answers).toContain(words)
    await send(page)
    expect(await heading(page)).toBe('Opgeslagen. Dank u wel.')
    await context.close()
  })

  it('sees all of it at 320 pixels, without having to scroll sideways', async () => {
    const { page, context } = await openPage(here.browser, { javaScript: false })
    await page.setViewportSize({ width: 320, height: 640 })
    await begin(page, address)
    for (const [title, fillIn] of ON_SCREEN) {
      expect(await heading(page)).toBe(title)
      await expectNoSidewaysScroll(page)
      await fillIn(page)
      await press(page, 'Verder')
    }
    await context.close()
  })
})
