import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderReportPage, REPORT_STYLE_SOURCES } from '@klankbord/report-page'
import axe from 'axe-core'
import { chromium, type Browser, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { samplePublication } from '@klankbord/testing/sample-publication'

/** `npm test` sets it. */
const CHROMIUM = process.env['KLANKBORD_CHROMIUM'] ?? 'KLANKBORD_CHROMIUM is not set: run the journeys with npm test'
const POLICY = `default-src 'none'; script-src 'self'; style-src ${REPORT_STYLE_SOURCES.join(' ')}; img-src data:; base-uri 'none'`

/** Whether what the script draws is there: canvases within the charts. */
const drawn = (page: Page): Promise<number> => page.locator('.live canvas').count()

describe('a council page in a real browser', { timeout: 60_000 }, () => {
  let folder: string
  let server: Server
  let browser: Browser
  let address: string
  let script: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'report-'))
    const root = join(import.meta.dirname, '..')
    await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'silent', build: { outDir: folder } })
    script = await readFile(join(folder, 'report.js'), 'utf8')
    server = createServer((request, response) => {
      const [, language = 'nl'] = /^\/(\w+)\.html$/.exec(request.url ?? '') ?? []
      response.setHeader('Content-Security-Policy', POLICY)
      if (request.url?.endsWith('.js')) {
        response
          .setHeader('Content-Type', 'text/javascript')
          .end(request.url === '/report.js' ? script : 'throw new Error()')
        return
      }
      const links = { json: 'r.json', csv: 'r.csv', languages: {} }
      const source = request.url?.startsWith('/broken') ? '/broken.js' : '/report.js'
      const page = renderReportPage(samplePublication(), { language, links, script: source })
      response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page)
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const quiet = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']
    browser = await chromium.launch({ executablePath: CHROMIUM, args: quiet })
  })

  afterAll(async () => {
    await browser?.close()
    server?.close()
    await rm(folder, { recursive: true, force: true })
  })

  async function opened(path: string, width: number, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: false, ...options })
    const page = await context.newPage()
    await page.goto(`${address}${path}`)
    return page
  }

  it('has all its charts and tables without JavaScript', async () => {
    const page = await opened('/nl.html', 390, { javaScriptEnabled: false })
    expect(await page.locator('.plot svg .mark').count()).toBeGreaterThan(50)
    expect(await page.locator('.switch').count()).toBe(0)
    await page.context().close()
  })

  it('draws the charts with the script, under the strict policy, and breaks no rule of it', async () => {
    const page = await opened('/nl.html', 1280)
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.locator('[data-figure="3"]').scrollIntoViewIfNeeded()
    await expect.poll(() => drawn(page)).toBeGreaterThan(4)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('switches between chart and table, and keeps the table where it was', async () => {
    const page = await opened('/nl.html', 1280)
    const figure = page.locator('.fig', { has: page.locator('[data-figure="3"]') })
    const tables = await page.locator('table').count()
    await figure.getByRole('button', { name: 'Tabel' }).click()
    expect(await figure.locator('.chart').isVisible()).toBe(false)
    expect(await figure.getByRole('table').isVisible()).toBe(true)
    await figure.getByRole('button', { name: 'Grafiek' }).click()
    expect(await figure.locator('.chart').isVisible()).toBe(true)
    expect(await page.locator('table').count()).toBe(tables)
    await page.context().close()
  })

  it('says interval and number of answers at each mark, with the arrow keys and by a touch', async () => {
    const page = await opened('/nl.html', 390)
    await page.waitForFunction('document.querySelectorAll(".switch").length > 3')
    const chart = page.locator('[data-figure="3"] .chart')
    await chart.focus()
    await page.keyboard.press('ArrowRight')
    const first = await chart.getByRole('status').textContent()
    expect(first).toMatch(/: \d+%, marge \d+ tot \d+\. \d+ antwoorden\.$/)
    expect(await chart.locator('.tip').textContent()).toBe(first)
    await page.keyboard.press('End')
    expect(await chart.locator('.tip').textContent()).not.toBe(first)
    await page.keyboard.press('Escape')
    expect(await chart.locator('.tip').count()).toBe(0)
    const plot = chart.locator('[data-row="0"]')
    const { width } = (await plot.boundingBox()) ?? { width: 0 }
    await plot.click({ position: { x: width / 2, y: 12 } })
    expect(await chart.locator('.tip').textContent()).toMatch(/^\S.*: \d+%, marge/)
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(390)
    await page.context().close()
  })

  it('sorts a table, downward too, and back to the published order', async () => {
    const page = await opened('/nl.html', 1280)
    const figure = page.locator('.fig', { has: page.locator('[data-figure="3"]') })
    await figure.getByRole('button', { name: 'Tabel' }).click()
    const names = (): Promise<readonly string[]> => figure.locator('tbody th').allTextContents()
    const numbers = async (): Promise<readonly number[]> =>
      (await figure.locator('tbody td:last-child').allTextContents()).map(Number)
    const published = await names()
    const head = figure.locator('thead button').last()
    await head.click()
    expect(await numbers()).toEqual((await numbers()).toSorted((one, two) => one - two))
    await head.click()
    expect(await numbers()).toEqual((await numbers()).toSorted((one, two) => two - one))
    await head.click()
    expect(await names()).toEqual(published)
    await page.context().close()
  })

  it('copies a figure with its margins, its source and its address', async () => {
    const page = await opened('/nl.html', 1280)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const figure = page.locator('.fig', { has: page.locator('[data-figure="3"]') })
    await figure.getByText('Kopieer met bron').click()
    await figure.getByRole('button', { name: 'Kopieer', exact: true }).click()
    await figure.getByText('Gekopieerd').waitFor()
    const copied = await page.evaluate<string>('navigator.clipboard.readText()')
    const sentence = (await figure.getByRole('heading').first().textContent()) ?? ''
    const [first, ...rest] = copied.split('\n')
    expect(first).toBe(sentence)
    expect(rest[0]).toMatch(/\d+%, marge \d+ tot \d+\. \d+ antwoorden\.$/)
    expect(rest.at(-2)).toMatch(/^Bron: .*, figuur 3, uitgave 1, .* 20\d\d\.$/)
    expect(rest.at(-1)).toMatch(/^http.*\/nl\.html#figure-3-/)
    await page.context().close()
  })

  it('saves a figure as SVG and as PNG with its sentence and source, also where its table is seen', async () => {
    const page = await opened('/nl.html', 1280)
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    const figure = page.locator('.fig', { has: page.locator('[data-figure="3"]') })
    const saved = async (name: string): Promise<Buffer> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        figure.getByRole('button', { name }).click(),
      ])
      expect(download.suggestedFilename()).toMatch(/^figure-3-.*\.(png|svg)$/)
      return readFile(await download.path())
    }
    const png = await saved('Bewaar als PNG')
    expect([...png.subarray(1, 4)]).toEqual([...Buffer.from('PNG')])
    expect(png.readUInt32BE(16)).toBeGreaterThan(1200)
    await figure.getByRole('button', { name: 'Tabel' }).click()
    const svg = (await saved('Bewaar als SVG')).toString()
    expect(await figure.locator('.chart').isVisible()).toBe(false)
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
    for (const words of ['Mijn hulp begon snel.', '64%', '61 tot 67', 'Bron: ', 'rgb(11, 100, 105)'])
      expect(svg).toContain(words)
    expect(svg).not.toMatch(/class=|var\(/)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it.each([true, false])('shows patterns when asked, with and without a script (%s)', async (javaScriptEnabled) => {
    const page = await opened('/nl.html', 1280, { javaScriptEnabled })
    const fill = (): Promise<string> =>
      page
        .locator('[data-figure="3"] rect.s5')
        .first()
        .evaluate((bar) => getComputedStyle(bar).fill)
    expect(await fill()).not.toContain('url')
    await page.getByLabel('Grafieken met patronen').check()
    if (javaScriptEnabled) await page.locator('[data-figure="3"]').scrollIntoViewIfNeeded()
    expect(await fill()).toContain('#pattern-5')
    expect(await page.locator('[data-figure="3"] rect.s5').first().isVisible()).toBe(true)
    expect(await page.locator('.live canvas:visible').count()).toBe(0)
    await page.context().close()
  })

  it('stays as the server drew it when the script fails', async () => {
    const page = await opened('/broken.html', 390)
    expect(await drawn(page)).toBe(0)
    expect(await page.locator('.plot svg .mark').first().isVisible()).toBe(true)
    await page.context().close()
  })

  it('stays as the server drew it on a device that cannot draw on a canvas', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 900 } })
    const page = await context.newPage()
    await page.addInitScript('HTMLCanvasElement.prototype.getContext = () => null')
    await page.goto(`${address}/nl.html`)
    await page.locator('[data-figure="3"]').scrollIntoViewIfNeeded()
    await page.waitForFunction('document.querySelectorAll(".switch").length > 3')
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
    expect(await drawn(page)).toBe(0)
    expect(await page.locator('[data-figure="3"] .mark').first().isVisible()).toBe(true)
    await context.close()
  })

  it.each([
    ['nl', 1280],
    ['nl', 390],
    ['en', 390],
    ['ar', 320],
  ])('has no fault that axe finds, and no sideways scroll: %s at %i wide', async (language, width) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true })
    const page = await context.newPage()
    await page.goto(`${address}/${language}.html`)
    for (const summary of await page.locator('details > summary').all()) {
      await summary.evaluate((element) => element.parentElement?.setAttribute('open', ''))
    }
    await page.addScriptTag({ content: axe.source })
    const faults = await page.evaluate<readonly string[]>(
      `axe.run(document).then((result) => result.violations.map((fault) => fault.id))`,
    )
    expect(faults).toEqual([])
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(width)
    await context.close()
  })
})
