import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { renderReportPage } from '@klankbord/report-page'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FORMS } from './form-publications.ts'
import { pictureDifference } from './picture-difference.ts'

/** `npm test` sets it. */
const CHROMIUM = process.env['KLANKBORD_CHROMIUM'] ?? 'KLANKBORD_CHROMIUM is not set: run the journeys with npm test'

/** Leaves the charts alone with their sentences. */
const CHARTS_ONLY = `header,footer,.open,.look,.three,.care,#know,#hidden,#method,#downloads,#advice,#actions,
details,details.numbers,.tools,figcaption,.text,.src,summary{display:none!important}section{padding-block-start:1rem!important}`
const LOOKS: Readonly<Record<string, string>> = { colour: '', grey: 'html{filter:grayscale(1)}' }

/** Cells that may differ: letters of another font, not a bar. */
const TOLERANCE = 0.004

const keptOf = (form: string, look: string): string => join(import.meta.dirname, 'kept', `${form}-${look}.png`)

/** `KEEP_PICTURES=1` keeps what is drawn now; look at the pictures before you commit them. */
const isKeeping = process.env['KEEP_PICTURES'] === '1'

describe('the forms of charts', { timeout: 60_000 }, () => {
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] })
    page = await browser.newPage({ viewport: { width: 960, height: 800 }, deviceScaleFactor: 0.4 })
  })

  afterAll(() => browser?.close())

  async function drawn(form: string, look: string): Promise<Buffer> {
    const publication = FORMS[form]
    if (publication === undefined) throw new Error(`there is no form ${form}`)
    await page.setContent(
      renderReportPage(publication, { language: 'nl', links: { json: 'r.json', csv: 'r.csv', languages: {} } }),
    )
    await page.addStyleTag({ content: `${CHARTS_ONLY}${LOOKS[look] ?? ''}` })
    return page.screenshot({ fullPage: true })
  }

  const cases = Object.keys(FORMS).flatMap((form) => Object.keys(LOOKS).map((look) => [form, look] as const))

  it.each(cases)('look as they were kept: %s, in %s', async (form, look) => {
    const now = await drawn(form, look)
    if (isKeeping) await writeFile(keptOf(form, look), now)
    const kept = await readFile(keptOf(form, look))
    expect(await pictureDifference(page, now, kept)).toBeLessThan(TOLERANCE)
  })

  it('are told from what they should not look like', async () => {
    const kept = await readFile(keptOf('ordinary', 'colour'))
    await drawn('ordinary', 'colour')
    await page.addStyleTag({ content: '.mark{fill:none!important}' })
    const bare = await page.screenshot({ fullPage: true })
    expect(await pictureDifference(page, bare, kept)).toBeGreaterThan(TOLERANCE)
    expect(await pictureDifference(page, await drawn('extreme', 'colour'), kept)).toBeGreaterThan(TOLERANCE)
  })
})
