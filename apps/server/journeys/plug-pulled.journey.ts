import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser, openPage } from './browser.ts'
import { answerAll, begin, heading, press, send } from './respondent.ts'
import { startServer, type RunningServer } from './running-server.ts'

let server: RunningServer
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
})

afterAll(async () => {
  await browser.close()
  await server.end()
})

it('finds everything that was acknowledged when the server is killed between answers', async () => {
  const { page, context } = await openPage(browser, { javaScript: false })
  await begin(page, server.links.questionnaire)
  const chosen: string[] = []
  for (let question = 1; question <= 6; question += 1) {
    const label = page.locator('main label:has(input[type=radio])').nth(question % 3 === 0 ? 1 : 0)
    chosen.push(await label.innerText())
    await label.click()
    await press(page, 'Verder')
    expect(await page.locator('main').innerText()).toContain(`Opgeslagen tot en met vraag ${question}`)
    if (question % 2 === 0) {
      await server.pullThePlug()
      await server.startAgain()
    }
  }

  for (const label of chosen.toReversed()) {
    await press(page, 'Terug')
    expect((await page.locator('main label:has(input:checked)').innerText()).trim()).toBe(label.trim())
  }

  await answerAll(page)
  await send(page)
  expect(await heading(page)).toBe('Uw antwoorden zijn opgeslagen')
  const address = new URL(server.links.questionnaire).pathname.split('/').at(-1) ?? ''
  const before = await server.command('responses', 'export', '--wave', address)
  await server.pullThePlug()
  await server.startAgain()
  const after = await server.command('responses', 'export', '--wave', address)
  expect(after.output.split('\n').toSorted()).toEqual(before.output.split('\n').toSorted())
  await context.close()
})
