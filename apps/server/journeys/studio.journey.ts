import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, openPage } from './browser.ts'
import { answerAll, begin, send } from './respondent.ts'
import { serverAndBrowser } from './server-and-browser.ts'

const STUDY = 'Hulp in onze wijk'

const here = serverAndBrowser()

let context: BrowserContext
let page: Page
/** What the browser complained about, such as anything that the content security policy refused. */
const complaints: string[] = []

beforeAll(async () => {
  ;({ page, context } = await openPage(here.browser, { device: 'desktop' }))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text())
  })
})

afterAll(() => context.close())

describe('a researcher in the studio', () => {
  it('signs in with the printed link, which works once', async () => {
    await page.goto(here.server.links.studio)
    await screen('Studies')
    expect(page.url()).not.toContain('#')
    const second = await openPage(here.browser)
    await second.page.goto(here.server.links.studio)
    await second.page.getByText('Deze link werkt niet meer.').waitFor()
    await expectAccessible(second.page)
    await second.context.close()
  })

  it('makes a study from a questionnaire that is ready', async () => {
    await page.getByRole('link', { name: 'Nieuwe studie' }).click()
    await screen('Waar wilt u mee beginnen?')
    await page.getByRole('radio', { name: 'Ervaringen van jongeren en ouders met jeugdhulp' }).check()
    await page.getByText('Uitkomsten per instelling tonen').waitFor()
    await screen('Waar wilt u mee beginnen?')
    await page.getByRole('radio', { name: 'Ervaringen van cliënten met de Wmo' }).check()
    await page.getByLabel('Naam van uw studie').fill(STUDY)
    await page.getByLabel('Wie stelt de vragen?').fill('De proefraad')
    await page.getByRole('button', { name: 'Maak de studie' }).click()
    await page.getByText('2 tips', { exact: true }).waitFor()
    await screen('Ontwerp')
  })

  it('misspells a property, sees it marked at its place, and takes the suggestion', async () => {
    await toLine('"isRequired": true')
    for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Delete']) await page.keyboard.press(key)
    await page.getByText('Bedoelde u “isRequired”?').waitFor()
    expect(await page.locator('.cm-lintRange-error').allInnerTexts()).toEqual(['"isequired"'])
    await page.getByText('Dit is de laatste tekst die klopte.').waitFor()
    await screen('Ontwerp')

    await page.getByRole('button', { name: 'Los 1 punt op' }).click()
    expect(await selected()).toBe('"isequired"')
    await page.getByRole('button', { name: 'Overnemen isRequired' }).click()
    await page.getByText('2 tips', { exact: true }).waitFor()
    expect(await page.locator('.cm-lintRange-error').count()).toBe(0)
  })

  it('changes a question and reads it in the preview as people will', async () => {
    await toLine('"Ik wist bij wie ik hulp kon vragen."')
    for (const key of ['End', 'ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key)
    await page.keyboard.type(' Dat was fijn.')
    const preview = page.frameLocator('iframe')
    await preview.getByText('kon vragen. Dat was fijn.').waitFor()
    await page
      .getByText(/^Opgeslagen om/)
      .first()
      .waitFor()
    await page.getByLabel('Taal van het voorbeeld').selectOption('en')
    await preview.getByText('I knew whom I could ask for help.').waitFor()
  })

  it('leaves the editor with Escape and Tab', async () => {
    await page.locator('.cm-content').focus()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('.editor') === null)).toBe(true)
  })

  it('puts a consent in other words and gives a number to call, without a line of JSON', async () => {
    await page.getByRole('link', { name: 'Toestemming en hulp' }).click()
    await screen('Toestemming, hulp en oefenen')
    const takesPart = page.getByRole('group', { name: 'Vraag of iemand meedoet' })
    await takesPart.getByLabel('De zin bij het vinkje').fill('Ja, ik doe graag mee.')
    await page.getByLabel('Vraag of u een gesprek mag opnemen').check()
    await page.getByRole('button', { name: 'Voeg een hulplijn toe' }).click()
    await page.getByLabel('Naam', { exact: true }).fill('De luisterlijn')
    await page.getByLabel('Telefoonnummer', { exact: true }).fill('088 0767 000')
    await page.getByText('Bij geen enkele vraag apart').click()
    await page.getByLabel('Ik wist bij wie ik hulp kon vragen. Dat was fijn.').check()
    await page
      .getByText(/^Opgeslagen om/)
      .first()
      .waitFor()
    await screen('Toestemming, hulp en oefenen')
    await page.getByRole('link', { name: 'Naar ontwerp' }).click()
    await page.frameLocator('iframe').getByText('Ja, ik doe graag mee.').waitFor()
    await page.getByText('2 tips', { exact: true }).waitFor()
  })

  it('gives another number of their own to call', async () => {
    await page.getByRole('link', { name: 'Toestemming en hulp' }).click()
    const own = page.getByRole('form', { name: 'Uw eigen nummer' })
    await own.getByLabel('Telefoonnummer voor hulp').fill('030 123 45 67')
    await own.getByRole('button', { name: 'Nummer bewaren' }).click()
    await own.getByText('Opgeslagen').waitFor()
    await screen('Toestemming, hulp en oefenen')
    await page.getByRole('link', { name: 'Naar ontwerp' }).click()
  })

  it('publishes a version and opens a wave', async () => {
    await page.getByRole('button', { name: 'Versie 1 vastleggen' }).click()
    await page.getByRole('dialog').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Leg versie 1 vast' }).click()
    await page.getByRole('link', { name: 'Naar veldwerk' }).click()
    await screen('Veldwerk')
    await page.getByLabel('Naam van de ronde').fill('Eerste ronde')
    await page.getByRole('button', { name: 'Open de ronde' }).click()
    await page.getByText('Nog geen antwoorden').waitFor()
    await screen('Veldwerk')
  })

  it('sets a limit to a round that is open already', async () => {
    await page.getByText('Andere talen of een ander aantal kiezen').click()
    await page.getByLabel('Hoeveel antwoorden hoogstens').fill('250')
    await page.getByRole('button', { name: 'Keuze bewaren' }).click()
    await page.getByText('Hoogstens 250 antwoorden.').waitFor()
    await screen('Veldwerk')
  })

  it('watches the count go up while somebody answers', async () => {
    const respondent = await openPage(here.browser, { javaScript: false })
    await begin(respondent.page, await page.locator('#wave-url').innerText())
    expect(await respondent.page.locator('body').innerText()).toContain('030 123 45 67')
    expect(await respondent.page.locator('main').innerText()).toMatch(
      /Dat was fijn\.[^]*De luisterlijn[^]*088 0767 000/,
    )
    await answerAll(respondent.page)
    await send(respondent.page)
    await respondent.context.close()
    await page.getByRole('heading', { name: '1 antwoord', exact: true }).waitFor()
  })

  it('reads in plain words why one answer is too few to publish', async () => {
    await page.getByRole('link', { name: 'Publicatie', exact: true }).click()
    await screen('Publicatie')
    await publish()
    const told = page.getByRole('alert')
    await told.waitFor()
    expect(await told.innerText()).toMatch(/^Er zijn te weinig antwoorden .* minstens \d+ /)
    await screen('Publicatie')
  })

  it('closes the wave after reading what that means', async () => {
    await page.getByRole('link', { name: 'Veldwerk', exact: true }).click()
    await page.getByRole('button', { name: 'Ronde sluiten' }).click()
    expect(await page.getByRole('dialog').getByRole('listitem').first().innerText()).toContain(
      'Niemand kan meer beginnen',
    )
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Sluit de ronde' }).click()
    await page
      .getByText('De ronde is gesloten. Wie al begonnen was, kan nog afmaken tot de ronde is afgerond.')
      .waitFor()
    await screen('Veldwerk')
  })

  it('publishes the open wave of the example and follows the link to the page', async () => {
    await page.getByRole('link', { name: 'Klankbord' }).click()
    await screen('Studies')
    await page.getByRole('link', { name: 'Cliëntervaringsonderzoek Wmo 2026' }).click()
    await page.getByRole('link', { name: 'Publicatie', exact: true }).click()
    await publish('Najaar 2026, om zelf te proberen')
    await page.getByText('Editie 1 staat klaar om te lezen.').waitFor()
    await screen('Publicatie')
    const [report] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('link', { name: 'Lees het verslag' }).first().click(),
    ])
    await report.waitForLoadState()
    expect(new URL(report.url()).pathname).toMatch(/^\/r\//)
    expect(await report.locator('main').innerText()).toContain('40 mensen')
  })

  it('comes to the first page of the study from its address alone', async () => {
    await page.goto(page.url().replace(/\/publication$/, ''))
    await screen('Ontwerp')
    expect(new URL(page.url()).pathname).toMatch(/^\/studio\/studies\/[^/]+\/design$/)
  })

  it('signs out, and reads how to come back', async () => {
    await page.getByRole('button', { name: 'Afmelden' }).click()
    await screen('Aanmelden')
  })

  it('was never stopped by the content security policy or a fault', () => {
    expect(complaints).toEqual([])
  })
})

/** Waits for the page with this heading, and looks whether everybody can use it. */
async function screen(heading: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}

/** Puts the cursor of the editor on the line of the first question that holds this text, with the keyboard. */
async function toLine(text: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Schermen' }).getByRole('button').nth(1).click()
  await page.locator('.cm-content').focus()
  for (let line = 0; !(await activeLine()).includes(text); line += 1) {
    expect(line).toBeLessThan(40)
    await page.keyboard.press('ArrowDown')
  }
}

function activeLine(): Promise<string> {
  return page.locator('.cm-activeLine').first().innerText()
}

/** What is selected in the editor, which is in a shadow root. */
function selected(): Promise<string> {
  return page.locator('.editor').evaluate(({ shadowRoot }) => {
    const root = shadowRoot as { getSelection?: () => Selection | null } | null
    return root?.getSelection?.()?.toString() ?? ''
  })
}

/** Publishes the only round, or the one of this name. */
async function publish(round?: string): Promise<void> {
  const where = round === undefined ? page : page.getByRole('region', { name: round })
  await where.getByRole('button', { name: /^Editie 1 publiceren/ }).click()
  await page.getByRole('dialog').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Publiceer editie 1' }).click()
}
