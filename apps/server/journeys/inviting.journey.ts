import { readFile } from 'node:fs/promises'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, openPage } from './browser.ts'
import { serverAndBrowser } from './server-and-browser.ts'

const LIST = [
  'Naam;Straat;Postcode en plaats;Wijk;BSN',
  'Zwaantje Findmij;Plantgutstraat 1;9999 ZZ Voorbeeldstad;Oost;111222333',
  'Bo Findmij;Plantgutstraat 3;9999 ZZ Voorbeeldstad;Oost;1',
  'bo findmij;PLANTGUTSTRAAT 3;9999ZZ Voorbeeldstad;Oost;1',
  'Ali Findmij;Dorpsweg 4;9999 ZZ Voorbeeldstad;West;1',
  'Kees Findmij;;;West;1',
].join('\r\n')

const here = serverAndBrowser()

let context: BrowserContext
let page: Page
let address = ''

beforeAll(async () => {
  ;({ page, context } = await openPage(here.browser, { device: 'desktop' }))
  await page.goto(here.server.links.studio)
  await page.getByRole('heading', { level: 1, name: 'Studies' }).waitFor()
})

afterAll(() => context.close())

describe('a researcher with a list of people', () => {
  it('opens a round in which everybody has a code', async () => {
    await page.getByRole('link', { name: 'Nieuwe studie' }).click()
    await page.getByRole('radio', { name: 'Ervaringen van cliënten met de Wmo' }).check()
    await page.getByLabel('Naam van uw studie').fill('Hulp in onze wijk')
    await page.getByLabel('Wie stelt de vragen?').fill('De proefraad')
    await page.getByRole('button', { name: 'Maak de studie' }).click()
    await page.getByRole('button', { name: 'Versie 1 vastleggen' }).click()
    await page.getByRole('button', { name: 'Leg versie 1 vast' }).click()
    await page.getByRole('link', { name: 'Naar veldwerk' }).click()
    await page.getByRole('radio', { name: 'Met een code, vertrouwelijk' }).check()
    await page.getByRole('button', { name: 'Open de ronde' }).click()
    await page.getByRole('heading', { name: 'Uitnodigen met een lijst' }).waitFor()
    address = /\/v\/(\S+)$/.exec(await page.locator('#wave-url').innerText())?.[1] ?? ''
    await looked()
  })

  it('sees what a list comes to before anything is stored, and takes it', async () => {
    const step = stepOf('Lijst inlezen')
    await step
      .getByLabel('Bestand met de lijst (CSV)')
      .setInputFiles({ name: 'lijst.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) })
    expect(await step.getByLabel('Adres, regel 2').inputValue()).toBe('Postcode en plaats')
    expect(await step.getByLabel('Groep, zoals een wijk').inputValue()).toBe('Wijk')
    await step.getByRole('button', { name: 'Kijk wat dit wordt' }).click()
    await step.getByText('3 mensen komen op de lijst.').waitFor()
    const report = await step.getByRole('status').innerText()
    expect(report).toContain('Regel 4 is dezelfde persoon als regel 3')
    expect(report).toContain('Regel 6. Adres, regel 1: Er is geen adres')
    expect(report).not.toMatch(/findmij/i)
    await looked()
    await step.getByRole('button', { name: 'Zet 3 mensen op de lijst' }).click()
    await page.getByText('3 mensen op de lijst', { exact: true }).waitFor()
  })

  it('reads that everyone is to be invited, and invites everyone', async () => {
    const plan = stepOf('Hoeveel mensen uitnodigen?')
    await plan.locator('summary').first().click()
    await plan.getByRole('button', { name: 'Reken uit' }).click()
    await plan.getByText('Nodig iedereen uit: 3 mensen.').waitFor()
    const draw = stepOf('Bepalen wie u uitnodigt')
    await looked()
    await draw.getByRole('button', { name: 'Nodig iedereen op de lijst uit' }).click()
    await page.getByText('3 uitnodigingen', { exact: true }).waitFor()
  })

  it('makes codes and notes that the letters went out', async () => {
    await stepOf('Codes maken').getByRole('button', { name: 'Maak 3 codes' }).click()
    await page.getByText('3 codes', { exact: true }).waitFor()
    const [letters] = await Promise.all([
      page.waitForEvent('download'),
      stepOf('Versturen').getByRole('link', { name: 'Brieven om te printen (Uitnodiging)' }).click(),
    ])
    expect(await readFile(await letters.path(), 'utf8')).toContain('Plantgutstraat 1')
    await looked()
    await stepOf('Versturen').getByRole('button', { name: 'Noteer dat alle uitnodigingen zijn verstuurd' }).click()
    await page.getByText('3 uitnodigingen genoteerd als verstuurd.').waitFor()
    expect(await balance()).toContain('3 uitgenodigd = 0 niet aangekomen')
  })

  it('types the code of a letter that came back, and reads an account that balances', async () => {
    const { output } = await here.server.command('invitations', 'list', '--again', '--wave', address)
    const code = /\b[A-Z0-9]{3}-[A-Z0-9]{3}-[A-Z0-9]{4}\b/.exec(output)?.[0] ?? ''
    const step = stepOf('Noteren wat u hoort')
    await step.locator('summary').click()
    await step.getByLabel('Van welke uitnodigingen?').fill('ABC-DEF-GHJK')
    await step.getByRole('button', { name: 'Noteer' }).click()
    await step.getByText('Nummer 1 van de 1 die u noemt, hoort bij geen uitnodiging').waitFor()
    await step.getByLabel('Van welke uitnodigingen?').fill(code.toLowerCase())
    await step.getByRole('button', { name: 'Noteer' }).click()
    await step.getByText('1 uitnodiging genoteerd.').waitFor()
    await page.getByText('3 uitgenodigd = 1 niet aangekomen').waitFor()
    const said = await balance()
    const [invited, ...parts] = (said.split('.')[0] ?? '').match(/\d+/g)?.map(Number) ?? []
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(invited)
    expect(parts).toEqual([1, 0, 0, 0, 2])
    await looked()
  })

  it('keeps who wants to take part on paper, and says that it was done', async () => {
    const requests = page.locator('details', { hasText: 'Wie op papier, per telefoon' })
    await requests.locator('summary').click()
    await requests.getByText('Nog niemand heeft hierom gevraagd.').waitFor()
    await requests.getByLabel('Naam').fill('Bo Findmij')
    await requests.getByLabel('Adres of telefoonnummer').fill('Plantgutstraat 3')
    await requests.getByRole('button', { name: 'Bewaar', exact: true }).click()
    await requests.getByRole('button', { name: 'Gedaan: Bo Findmij' }).click()
    await requests.getByText('gedaan', { exact: true }).waitFor()
    await looked()
  })
})

/** One of the steps that fold open. */
function stepOf(title: string): Locator {
  return page.locator('details', { has: page.locator('summary b', { hasText: title }) })
}

const balance = (): Promise<string> => page.getByText(/ uitgenodigd = /).innerText()

async function looked(): Promise<void> {
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}
