import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openPage } from './browser.ts'
import { exportedAnswers, type ExportedResponse } from './exported-answers.ts'
import { answerAll, begin, heading, press, send } from './respondent.ts'
import { serverAndBrowser } from './server-and-browser.ts'

const here = serverAndBrowser()

it('finds everything that was acknowledged when server and database are killed between answers', async () => {
  const { page, context } = await openPage(here.browser, { javaScript: false })
  const others = await exportedAnswers(here.server)
  await begin(page, here.server.links.questionnaire)
  const chosen: { readonly name: string; readonly value: string }[] = []
  for (let question = 1; question <= 6; question += 1) {
    const option = page.locator('main input[type=radio]').nth(question % 3 === 0 ? 1 : 0)
    chosen.push({ name: (await option.getAttribute('name')) ?? '', value: await option.inputValue() })
    await option.check()
    await press(page, 'Verder')
    expect(await page.locator('main').innerText()).toContain('Alles tot nu toe is opgeslagen')
    if (question % 2 === 0) await pullThePlugAndStart()
  }

  for (const { name, value } of chosen.toReversed()) {
    await press(page, 'Terug')
    expect(await page.locator(`main input[name="${name}"]:checked`).inputValue()).toBe(value)
  }

  await answerAll(page, { keep: true })
  await send(page)
  expect(await heading(page)).toBe('Opgeslagen. Dank u wel.')
  await context.close()
  await pullThePlugAndStart()
  expect(await recoveries()).toBe(4)

  const left = new Set(others.map(asText))
  const stored = await exportedAnswers(here.server)
  expect(stored.map(asText)).toEqual(expect.arrayContaining([...left]))
  expect(stored).toHaveLength(others.length + 1)
  expect(stored.filter((response) => !left.has(asText(response)))).toEqual([
    expect.objectContaining(Object.fromEntries(chosen.map(({ name, value }) => [name, value]))),
  ])
})

async function pullThePlugAndStart(): Promise<void> {
  await here.server.pullThePlug()
  await here.server.startAgain()
}

/** How often the database had to find back what was committed. */
async function recoveries(): Promise<number> {
  const log = await readFile(join(here.server.dataFolder, 'postgres.log'), 'utf8')
  return log.split('automatic recovery in progress').length - 1
}

function asText(response: ExportedResponse): string {
  return JSON.stringify(response)
}
