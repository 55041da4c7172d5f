import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { plainCsv } from '../test/cli/plain-csv.ts'
import { expectAccessible, expectAccessibleWithoutScripts, expectNoSidewaysScroll, openPage } from './browser.ts'
import { addressIn, exportedAnswers, type ExportedResponse } from './exported-answers.ts'
import { answerAll, begin, heading, press, send } from './respondent.ts'
import { serverAndBrowser } from './server-and-browser.ts'

const here = serverAndBrowser()

describe('somebody on a phone with JavaScript switched off', () => {
  it('fills in the whole Wmo questionnaire, keeps the code, and can have the answers erased', async () => {
    const { page, context } = await openPage(here.browser, { javaScript: false })
    const onScreen = async (): Promise<void> => {
      await expectAccessibleWithoutScripts(here.browser, page)
      await expectNoSidewaysScroll(page)
    }
    await begin(page, here.server.links.questionnaire, { onScreen })
    const answered = await answerAll(page, { onScreen })
    expect(answered).toBe(16)
    const code = await send(page, { onScreen })
    expect(await heading(page)).toBe('Opgeslagen. Dank u wel.')

    await page.goto(`${here.server.links.questionnaire}/withdraw`)
    await onScreen()
    await page.getByLabel('Uw code').fill(code.toLowerCase())
    await press(page, 'Mijn antwoorden wissen')
    expect(await heading(page)).toBe('Uw antwoorden zijn gewist')
    await onScreen()
    await context.close()
  })

  it('is counted on the council page once the researcher publishes', async () => {
    const before = countOf(await exportedAnswers(here.server))
    const { page, context } = await openPage(here.browser, { javaScript: false })
    await begin(page, here.server.links.questionnaire)
    await answerAll(page)
    await send(page)
    await context.close()
    const after = countOf(await exportedAnswers(here.server))
    expect([after.people, after.valid]).toEqual([before.people + 1, before.valid + 1])
    const more = after.counts.map((count, place) => count - (before.counts[place] ?? 0))
    expect(more.toSorted()).toEqual([0, 0, 0, 0, 1])

    const published = await here.server.command('publish', '--wave', addressIn(here.server.links.questionnaire))
    const results = here.server.origin + (/\/r\/\S+/.exec(published.output)?.[0] ?? '')
    const reader = await openPage(here.browser, { javaScript: false, device: 'desktop' })
    await reader.page.goto(results)
    expect(await reader.page.locator('main').innerText()).toContain(`${after.people} mensen`)
    const shares = after.counts.map((count) => `${Math.round((100 * count) / after.valid)}%`)
    expect(await rowOnPage(reader.page)).toMatchObject({
      'Helemaal mee eens': shares[0],
      'Mee eens': shares[1],
      Ertussenin: shares[2],
      'Niet mee eens': shares[3],
      'Helemaal niet mee eens': shares[4],
      antwoorden: String(after.valid),
    })
    expect(await countsInFile(`${results}.csv`)).toEqual(
      after.counts.map((count) => [String(count), String(after.valid)]),
    )
    await expectAccessibleWithoutScripts(here.browser, reader.page)
    await reader.context.close()
  })
})

/** One question of the sample, and the codes of its five answers. */
const QUESTION = { name: 't1', title: 'Ik wist bij wie ik hulp kon vragen.', codes: ['1', '2', '3', '4', '5'] }

interface Counted {
  readonly people: number
  /** People with an opinion on the question. */
  readonly valid: number
  /** How many gave each answer. */
  readonly counts: readonly number[]
}

/** An own count of the question in an export. */
function countOf(responses: readonly ExportedResponse[]): Counted {
  const counts = QUESTION.codes.map((code) => responses.filter((response) => response[QUESTION.name] === code).length)
  return { people: responses.length, valid: counts.reduce((sum, count) => sum + count, 0), counts }
}

/** The row of the question in the first table of the page that has it: its cells by the words above them. */
async function rowOnPage(page: Page): Promise<Readonly<Record<string, string>>> {
  const table = page.locator('main table', { has: page.getByText(QUESTION.title, { exact: true }) }).first()
  const header = await table.locator('thead th').allTextContents()
  const row = table.locator('tr', { has: page.getByText(QUESTION.title, { exact: true }) })
  const cells = await row.locator('th, td').allTextContents()
  return Object.fromEntries(header.map((words, place) => [words.trim(), (cells[place] ?? '').trim()]))
}

/** The count of each answer of everybody to the question with the number of people behind it, from the downloaded file. */
async function countsInFile(address: string): Promise<readonly (readonly string[])[]> {
  const [header = [], ...rows] = plainCsv((await (await fetch(address)).text()).replace(/^\uFEFF/, ''))
  const cell = (row: readonly string[], name: string): string => row[header.indexOf(name)] ?? ''
  return rows
    .filter((row) => cell(row, 'table') === QUESTION.name && cell(row, 'figure') === 'answer')
    .map((row) => [cell(row, 'count'), cell(row, 'valid')])
}

describe('somebody who reads the results', () => {
  for (const device of ['phone', 'desktop'] as const) {
    it(`sees the same figures with and without JavaScript on a ${device}`, async () => {
      const plain = await openPage(here.browser, { javaScript: false, device })
      await plain.page.goto(here.server.links.results)
      await expectNoSidewaysScroll(plain.page)
      const rich = await openPage(here.browser, { device })
      await rich.page.goto(here.server.links.results)
      await expectAccessible(rich.page)
      await expectNoSidewaysScroll(rich.page)
      const headings = (page: Page): Promise<string[]> => page.locator('h1, h2, h3').allInnerTexts()
      expect(await headings(rich.page)).toEqual(await headings(plain.page))
      await plain.context.close()
      await rich.context.close()
    })
  }
})
