import type { BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, openPage } from './browser.ts'
import { begin } from './respondent.ts'
import { serverAndBrowser } from './server-and-browser.ts'

const EARLIER = 'De ondersteuning is in orde.'

const here = serverAndBrowser()

let context: BrowserContext
let page: Page

beforeAll(async () => {
  ;({ page, context } = await openPage(here.browser, { device: 'desktop' }))
  await page.goto(here.server.links.studio)
  await page.getByRole('link', { name: 'Nieuwe studie' }).click()
  await page.getByRole('radio', { name: 'Ervaringen van cliënten met de Wmo' }).check()
  await page.getByLabel('Naam van uw studie').fill('Wmo in ons dorp')
  await page.getByLabel('Wie stelt de vragen?').fill('Gemeente Dorp')
  await page.getByRole('button', { name: 'Maak de studie' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ontwerp' }).waitFor()
})

afterAll(() => context.close())

describe('a municipality that asked T6 in other words before', () => {
  it('reads beside each topic whose words it has, and which languages wait for a speaker', async () => {
    await page.getByText(/moet de tekst nog nakijken en vrijgeven in: .*Pools/).waitFor()
    await page.getByRole('link', { name: 'Eigen woorden', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Eigen woorden' }).waitFor()
    await topic('T10').waitFor()
    expect(await topics().count()).toBe(10)
    expect(await topic('T6').innerText()).toContain('Mijn hulp is goed.')
    await everybodyCanUse()
  })

  it('is asked for a sentence before anything is kept', async () => {
    await topic('T6').getByRole('button', { name: 'Vul eigen woorden in' }).click()
    await page.getByRole('button', { name: 'Opslaan', exact: true }).click()
    expect(await topic('T6').getByRole('alert').innerText()).toBe('Vul de vraag of zin in zoals mensen die lazen.')
    expect(await focusedLabel()).toBe('Uw vraag of zin')
    await everybodyCanUse()
  })

  it('enters its sentence and one answer by keyboard, and reads what that means for comparing', async () => {
    await page.keyboard.type(EARLIER)
    for (let presses = 0; (await focusedLabel()) !== 'Helemaal mee eens'; presses += 1) {
      expect(presses).toBeLessThan(5)
      await page.keyboard.press('Tab')
    }
    await page.keyboard.type('Volledig eens')
    expect(await topic('T6').innerText()).toContain('alleen nog vergelijken met uw eigen eerdere rondes')
    await page.keyboard.press('Enter')
    await page.getByText('T6 heeft nu uw eigen woorden.').waitFor()
    expect(await topic('T6').innerText()).toContain('Woorden van Klankbord: “Mijn hulp is goed.”')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('T6')
    await everybodyCanUse()
  })

  it('finds what it typed when a colleague was first, and keeps it after looking', async () => {
    await topic('T1').getByRole('button', { name: 'Vul eigen woorden in' }).click()
    await page.getByLabel('Uw vraag of zin').fill('Ik wist waar ik moest zijn.')
    const colleague = await context.newPage()
    await colleague.goto(page.url())
    const theirs = colleague.locator('.topic', { has: colleague.getByRole('heading', { name: 'T2', exact: true }) })
    await theirs.getByRole('button', { name: 'Vul eigen woorden in' }).click()
    await colleague.getByLabel('Uw vraag of zin').fill('Ik werd vlot geholpen.')
    await colleague.getByRole('button', { name: 'Opslaan', exact: true }).click()
    await colleague.getByText('T2 heeft nu uw eigen woorden.').waitFor()
    await colleague.close()
    await page.getByRole('button', { name: 'Opslaan', exact: true }).click()
    await page.getByText('Iemand anders heeft de vragenlijst intussen veranderd').waitFor()
    expect(await page.getByLabel('Uw vraag of zin').inputValue()).toBe('Ik wist waar ik moest zijn.')
    await topic('T2').getByText('Ik werd vlot geholpen.').waitFor()
    await everybodyCanUse()
    await page.getByRole('button', { name: 'Opslaan', exact: true }).click()
    await page.getByText('T1 heeft nu uw eigen woorden.').waitFor()
  })

  it('takes our words back after reading what that means', async () => {
    for (const code of ['T1', 'T2']) {
      await topic(code).getByRole('button', { name: 'Terug naar de woorden van Klankbord' }).click()
      await page.getByRole('dialog').waitFor()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Neem de woorden van Klankbord' }).click()
      await page.getByText(`${code} heeft weer de woorden van Klankbord.`).waitFor()
    }
    await page.getByRole('link', { name: 'Naar ontwerp' }).click()
    await page.getByRole('link', { name: 'Eigen woorden (1)' }).waitFor()
  })
})

describe('a researcher who is about to publish the questionnaire', () => {
  it('reads how many of forty people it singles out, and can go on', async () => {
    await page.getByRole('button', { name: 'Versie 1 vastleggen' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Hoeveel mensen krijgen de vragenlijst?').fill('veertig')
    await dialog.getByText('Vul een getal in, bijvoorbeeld 40.').waitFor()
    await dialog.getByLabel('Hoeveel mensen krijgen de vragenlijst?').fill('40')
    await dialog.getByText(/^In een groep van 40 mensen zijn ongeveer \d+ mensen uniek/).waitFor()
    await dialog.getByText('U kunt doorgaan, of eerst minder vragen').waitFor()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Leg versie 1 vast' }).click()
    await page.getByRole('link', { name: 'Naar veldwerk' }).click()
  })

  it('finds the number again before a wave opens, and reads that fourteen is too few to split', async () => {
    const people = page.getByLabel('Hoeveel mensen krijgen de vragenlijst?')
    await page.getByText(/^In een groep van 40 mensen/).waitFor()
    expect(await people.inputValue()).toBe('40')
    await people.fill('14')
    await page
      .getByText('Met 14 mensen is alleen het totaal te zien: voor twee groepen zijn er minstens 20 nodig.')
      .waitFor()
    await everybodyCanUse()
    await page.getByRole('button', { name: 'Open de ronde' }).click()
    await page.getByText('Nog geen antwoorden').waitFor()
  })

  it('asks people its own words', async () => {
    const respondent = await openPage(here.browser, { javaScript: false })
    await begin(respondent.page, await page.locator('#wave-url').innerText())
    for (let screens = 0; !(await respondent.page.locator('main').innerText()).includes(EARLIER); screens += 1) {
      expect(screens).toBeLessThan(8)
      await respondent.page.getByRole('radio').first().check()
      await respondent.page.getByRole('button', { name: 'Verder' }).click()
    }
    expect(await respondent.page.locator('main').innerText()).toContain('Volledig eens')
    await respondent.context.close()
  })

  it('reads at the topic that the open wave asked exactly these words', async () => {
    await page.getByRole('link', { name: 'Ontwerp', exact: true }).click()
    await page.getByRole('link', { name: 'Eigen woorden (1)' }).click()
    await topic('T6').getByText('Te vergelijken met 1 van 1 ronde').click()
    expect(await topic('T6').getByRole('listitem').innerText()).toMatch(/Gemeente Dorp\): te vergelijken$/)
    await everybodyCanUse()
  })

  it('reads all of it in English on a telephone too', async () => {
    await page.setViewportSize({ width: 360, height: 780 })
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { level: 1, name: 'Own wording' }).waitFor()
    await topic('T6').getByRole('button', { name: 'Change your words' }).click()
    expect(await page.getByLabel('Your question or sentence').inputValue()).toBe(EARLIER)
    await everybodyCanUse()
  })
})

function topics(): Locator {
  return page.locator('.topic')
}

function topic(code: string): Locator {
  return page.locator('.topic', { has: page.getByRole('heading', { name: code, exact: true }) })
}

/** The label of the field that has the focus. */
function focusedLabel(): Promise<string | null> {
  return page.evaluate(() => {
    const field = document.activeElement
    return field instanceof HTMLInputElement ? (field.labels?.[0]?.textContent ?? null) : null
  })
}

async function everybodyCanUse(): Promise<void> {
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}
