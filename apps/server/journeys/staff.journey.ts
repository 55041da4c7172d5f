import type { BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sixDigits } from '../test/staff/six-digits.ts'
import { expectAccessible, expectNoSidewaysScroll, openPage } from './browser.ts'
import { serverAndBrowser } from './server-and-browser.ts'

const EMAIL = 'ans@voorbeeldstad.example'
const PASSWORD = 'een lang wachtwoord voor Ans'

const here = serverAndBrowser()

let context: BrowserContext
let page: Page
let secret = ''
let invitation = ''
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

describe('whoever came by the first link', () => {
  it('is asked to finish their account, and can go on without', async () => {
    await page.goto(here.server.links.studio)
    await screen('Studies', page)
    await page.getByText('Maak uw account af').waitFor()
    await page.getByRole('link', { name: 'Naar uw account' }).click()
    await screen('Uw account', page)
  })

  it('sets an e-mail address and a password', async () => {
    await field(page, 'E-mailadres').fill(EMAIL)
    await page.getByRole('button', { name: 'Opslaan' }).click()
    await page.getByText('Vul uw e-mailadres in.').waitFor({ state: 'detached' })
    await field(page, 'Nieuw wachtwoord').fill('kort')
    await page.getByRole('button', { name: 'Wachtwoord instellen' }).click()
    await page.getByRole('alert').waitFor()
    await field(page, 'Nieuw wachtwoord').fill(PASSWORD)
    await page.getByRole('button', { name: 'Wachtwoord instellen' }).click()
    await field(page, 'Wachtwoord van nu').waitFor()
  })

  it('scans a picture for the second step and gets codes to print', async () => {
    await field(page, 'Wachtwoord').fill(PASSWORD)
    await page.getByRole('button', { name: 'Tweede stap aanzetten' }).click()
    await page.getByRole('img', { name: 'QR-code voor uw app' }).waitFor()
    secret = (await page.locator('.qr + p code').innerText()).replaceAll(' ', '')
    await screen('Uw account', page)
    await field(page, 'Code').fill(digits())
    await page.getByRole('button', { name: 'Verder' }).click()
    await page.getByRole('heading', { name: 'Herstelcodes' }).waitFor()
    expect(await page.locator('.recovery li').count()).toBeGreaterThan(5)
    await screen('Uw account', page)
    expect(await page.getByText('Maak uw account af').count()).toBe(0)
  })
})

describe('an administrator', () => {
  it('invites a colleague and copies the link', async () => {
    await page.getByRole('link', { name: 'Organisaties' }).click()
    await screen('Organisaties', page)
    await field(page, 'Naam van de organisatie').fill('Cliëntenraad Oost')
    await page.getByRole('button', { name: 'Toevoegen' }).click()
    await page.getByRole('link', { name: 'Cliëntenraad Oost' }).click()
    await screen('Medewerkers', page)
    await field(page, 'E-mailadres').fill('bep@voorbeeldstad.example')
    await page.getByLabel('Rol').selectOption('researcher')
    await page.getByRole('button', { name: 'Uitnodiging maken' }).click()
    invitation = await page.locator('#invitation-link').innerText()
    await page.getByRole('button', { name: /^Intrekken/ }).waitFor()
    await screen('Medewerkers', page)
  })

  it('sees the colleague once they joined, lets them in again, and ends their role', async () => {
    const colleague = await openPage(here.browser)
    await colleague.page.goto(invitation)
    await screen('Meedoen', colleague.page)
    expect(colleague.page.url()).not.toContain('#')
    await colleague.page
      .getByText('nodigt u uit om in Klankbord te werken voor Cliëntenraad Oost, als onderzoeker')
      .waitFor()
    await field(colleague.page, 'Uw naam').fill('Bep')
    await field(colleague.page, 'Wachtwoord').fill('een lang wachtwoord voor Bep')
    await colleague.page.getByRole('button', { name: 'Account maken' }).click()
    await screen('Studies', colleague.page)
    await colleague.page.getByText('U ziet antwoorden van mensen pas als').waitFor()
    await colleague.context.close()
    await page.reload()
    await page.locator('b', { hasText: 'Bep' }).waitFor()
    await page.getByRole('button', { name: /^Toegang herstellen/ }).click()
    await page.getByRole('button', { name: 'Herstel de toegang' }).click()
    await page.getByText(/\/studio\/sign-in#\S+$/).waitFor()
    await page.getByRole('button', { name: 'Klaar' }).click()
    await page.getByRole('button', { name: /^Beëindigen/ }).click()
    await page.getByText('Hier werkt nog niemand.').waitFor()
  })

  it('signs in with password and second step, and reads the log', async () => {
    await page.getByRole('button', { name: 'Afmelden' }).click()
    await screen('Aanmelden', page)
    await field(page, 'E-mailadres').fill(EMAIL)
    await field(page, 'Wachtwoord').fill('iets anders, even lang')
    await page.getByRole('button', { name: 'Aanmelden', exact: true }).click()
    await page.getByRole('alert').waitFor()
    await field(page, 'Wachtwoord').fill(PASSWORD)
    await page.getByRole('button', { name: 'Aanmelden', exact: true }).click()
    await field(page, 'Code').fill(digits())
    await page.getByRole('button', { name: 'Verder' }).click()
    await page.getByRole('link', { name: 'Beheerder' }).click()
    await page.getByRole('link', { name: 'Logboek' }).click()
    await page.getByText('Het logboek is zoals het is geschreven.').waitFor()
    await page.getByText('Aanmelden geweigerd: verkeerd wachtwoord').waitFor()
    await page.getByText('Een rol beëindigd').waitFor()
    await screen('Logboek', page)
  })

  it('was never stopped by the content security policy or a fault', () => {
    expect(complaints).toEqual([])
  })
})

/** What the app for codes shows now. */
function digits(): string {
  return sixDigits(`otpauth://totp/Klankbord?secret=${secret}`)
}

/** The field with this label, and not the part of the page that is called the same. */
function field(seen: Page, name: string): Locator {
  return seen.getByRole('textbox', { name, exact: true })
}

/** Waits for the page with this heading, and looks whether everybody can use it. */
async function screen(heading: string, seen: Page): Promise<void> {
  await seen.getByRole('heading', { level: 1, name: heading }).waitFor()
  await expectAccessible(seen)
  await expectNoSidewaysScroll(seen)
}
