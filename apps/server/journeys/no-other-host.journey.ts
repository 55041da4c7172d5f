import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerAll, begin, heading, press, send } from './respondent.ts'
import { serverAndBrowser } from './server-and-browser.ts'

const here = serverAndBrowser()

/** What is asked of any host but this machine comes by here: by pages, scripts, workers, styles and fonts alike. */
let elsewhere: Server
const asked: string[] = []

/** Chromium asks its maker what the fields of a form may be called, whatever the page says. No page can ask it not to. */
const BY_ITSELF = 'CONNECT content-autofill.googleapis.com:443'
const askedByPages = (): readonly string[] => asked.filter((one) => one !== BY_ITSELF)

beforeAll(async () => {
  elsewhere = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    response.writeHead(502).end()
  })
  elsewhere.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url}`)
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
})

afterAll(async () => {
  elsewhere.closeAllConnections()
  await new Promise((resolve) => elsewhere.close(resolve))
})

/** A window of which every request is seen. */
async function watchedPage(
  javaScriptEnabled: boolean,
): Promise<{ page: Page; hosts: Set<string>; end: () => Promise<void> }> {
  const { port } = elsewhere.address() as AddressInfo
  const context = await here.browser.newContext({
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    javaScriptEnabled,
    viewport: { width: 390, height: 844 },
    proxy: { server: `http://127.0.0.1:${port}`, bypass: 'localhost' },
  })
  const hosts = new Set<string>()
  context.on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    if (protocol !== 'data:') hosts.add(host)
  })
  const page = await context.newPage()
  page.on('websocket', (socket) => hosts.add(new URL(socket.url()).host))
  return { page, hosts, end: () => context.close() }
}

describe('a whole visit of a respondent', () => {
  it.each([
    ['with JavaScript', true],
    ['with JavaScript switched off', false],
  ])('asks nothing of any other host, %s', async (_how, javaScript) => {
    asked.length = 0
    const { page, hosts, end } = await watchedPage(javaScript)
    const address = here.server.links.questionnaire
    await begin(page, address)
    await answerAll(page)
    const code = await send(page)
    await page.goto(`${address}/withdraw`)
    await page.getByLabel('Uw code').fill(code)
    await press(page, 'Mijn antwoorden wissen')
    expect(await heading(page)).not.toBe('')
    expect([...hosts]).toEqual([new URL(address).host])
    expect(askedByPages()).toEqual([])
    await end()
  })

  it('would be seen if it did', async () => {
    asked.length = 0
    const { page, hosts, end } = await watchedPage(true)
    await page.setContent('<img src="http://elsewhere.example/picture.png" alt="">', { waitUntil: 'load' })
    expect([...hosts]).toEqual(['elsewhere.example'])
    expect(askedByPages()).toEqual(['GET http://elsewhere.example/picture.png'])
    await end()
  })
})
