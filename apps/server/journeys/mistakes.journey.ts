import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { expectAccessibleWithoutScripts, openPage } from './browser.ts'
import { addressIn, exportedAnswers } from './exported-answers.ts'
import { begin, heading, press, send } from './respondent.ts'
import { importRound } from './rounds.ts'
import { serverAndBrowser } from './server-and-browser.ts'

const EVERY_KIND = {
  title: 'Alle soorten vragen',
  locale: 'nl',
  pages: [
    {
      name: 'all',
      elements: [
        {
          type: 'radiogroup',
          name: 'one',
          title: 'Welke kleur?',
          isRequired: true,
          choices: [
            { value: 1, text: 'Rood' },
            { value: 2, text: 'Blauw' },
          ],
        },
        {
          type: 'checkbox',
          name: 'several',
          title: 'Welke hulp heeft u?',
          maxSelectedChoices: 2,
          choices: [
            { value: 1, text: 'Thuis' },
            { value: 2, text: 'Buiten' },
            { value: 3, text: 'Op het werk' },
            { value: 4, text: 'Geen van deze', exclusive: true },
          ],
        },
        { type: 'text', inputType: 'number', name: 'age', title: 'Hoe oud bent u?', min: 0, max: 120, step: 1 },
        { type: 'text', name: 'street', title: 'In welke straat is het?', maxLength: 20 },
        { type: 'comment', name: 'story', title: 'Wat wilt u kwijt?', maxLength: 30 },
        { type: 'boolean', name: 'again', title: 'Wilt u dit nog eens?' },
        { type: 'rating', name: 'grade', title: 'Welk cijfer geeft u?', rateMin: 1, rateMax: 10, isRequired: true },
      ],
    },
  ],
}

const here = serverAndBrowser()

let address: string

beforeAll(async () => {
  const wave = await importRound(here.server, EVERY_KIND, { title: 'Soorten vragen' })
  address = `${here.server.origin}/v/${wave}`
})

describe('somebody who makes mistakes', () => {
  it('is asked once more, keeps what was typed, and gets on', async () => {
    const { page, context } = await openPage(here.browser, { javaScript: false })
    await begin(page, address)

    await mistake(page, async () => {}, 'U vulde hier nog niets in')
    await press(page, 'Verder')
    expect(await heading(page)).toContain('Welke hulp heeft u?')

    await mistake(page, () => tick(page, ['Thuis', 'Buiten', 'Op het werk']), 'Kies hooguit 2 antwoorden')
    await untickAll(page)
    await mistake(
      page,
      () => tick(page, ['Thuis', 'Geen van deze']),
      '“Geen van deze” kan niet samen met een ander antwoord',
    )
    await page.getByLabel('Geen van deze').uncheck()
    await press(page, 'Verder')

    for (const [typed, words] of [
      ['oud', 'Vul een getal in'],
      ['-1', 'Vul een getal in van 0 tot 120'],
      ['1000', 'Vul een getal in van 0 tot 120'],
      ['40,5', 'Vul een heel getal in'],
    ] as const) {
      await mistake(page, () => field(page).fill(typed), words)
      expect(await field(page).inputValue()).toBe(typed)
    }
    await field(page).fill('81')
    await press(page, 'Verder')

    for (const [long, short] of [
      ['De straat met een veel te lange naam', 'Dorpsstraat'],
      ['Dit verhaal is langer dan dertig tekens', 'Het gaat goed'],
    ] as const) {
      await field(page).evaluate((element) => element.removeAttribute('maxlength'))
      await mistake(page, () => field(page).fill(long), 'te lang')
      expect(await field(page).inputValue()).toBe(long)
      await field(page).fill(short)
      await press(page, 'Verder')
    }

    await press(page, 'Overslaan')
    await mistake(page, async () => {}, 'U vulde hier nog niets in')
    await page.getByLabel('8', { exact: true }).check()
    await press(page, 'Verder')
    await send(page)
    expect(await heading(page)).toBe('Opgeslagen. Dank u wel.')
    await context.close()

    expect(await exportedAnswers(here.server, addressIn(address))).toMatchObject([
      {
        one: '',
        several__1: '1',
        several__4: '0',
        age: '81',
        street: 'Dorpsstraat',
        story: 'Het gaat goed',
        again: '',
        grade: '8',
      },
    ])
  })
})

/** Makes a mistake, presses Verder, and finds a summary that has the focus, says what to do and leads to the field. */
async function mistake(page: Page, make: () => Promise<void>, words: string): Promise<void> {
  const question = await page.locator('h1').innerText()
  await make()
  await press(page, 'Verder')
  expect(await page.title()).toMatch(/^Nog even nakijken/)
  const summary = page.locator('[autofocus]')
  expect(await summary.innerText()).toContain(words)
  expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
  const target = await summary.locator('a').first().getAttribute('href')
  expect(await page.locator(target ?? 'nothing').count()).toBe(1)
  expect(await page.locator('main').innerText()).toContain(question.split('\n').at(-1) ?? question)
  await expectAccessibleWithoutScripts(here.browser, page)
}

async function tick(page: Page, labels: readonly string[]): Promise<void> {
  for (const label of labels) await page.getByLabel(label).check()
}

async function untickAll(page: Page): Promise<void> {
  for (const box of await page.locator('main input[type=checkbox]').all()) await box.uncheck()
}

function field(page: Page): ReturnType<Page['locator']> {
  return page.locator('main textarea, main input[type=text]').first()
}
