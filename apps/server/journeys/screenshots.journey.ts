import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openPage } from './browser.ts'
import { EVERY_WALK } from './measured/every-walk.ts'
import { measuredWaves, type MeasuredWaves } from './measured/measured-waves.ts'
import { screenshotIndex, type Screenshot } from './measured/screenshot-index.ts'
import { visitor } from './measured/visitor.ts'
import { serverAndBrowser } from './server-and-browser.ts'

/** Where `npm run screenshots` wants them; without it nothing is taken. */
const FOLDER = process.env['KLANKBORD_SCREENSHOTS'] ?? ''
const DEVICES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } } as const
const LANGUAGES = ['nl', 'ar'] as const
const PATIENCE = 600_000

describe.runIf(FOLDER !== '')('pictures of every screen in every state, for who reviews them', () => {
  const here = serverAndBrowser({ KLANKBORD_PROXIES: '1' })
  const taken: Screenshot[] = []
  let waves: MeasuredWaves

  beforeAll(async () => {
    waves = await measuredWaves(here.server)
    await mkdir(FOLDER, { recursive: true })
  }, PATIENCE)

  it.each(LANGUAGES.flatMap((language) => EVERY_WALK.map((way) => ({ ...way, language }))))(
    'are taken of $name in $language, on a phone and a desktop',
    async ({ language, walk, javaScript }) => {
      const { page, context } = await openPage(here.browser, { javaScript })
      await walk(visitor(page, here.server.origin, language), waves, async (screen, state) => {
        for (const [device, size] of Object.entries(DEVICES)) {
          const file = `${language}-${device}-${`${screen} ${state}`.replace(/[^a-z]+/g, '-')}.png`
          await page.setViewportSize(size)
          await page.screenshot({ path: join(FOLDER, file), fullPage: true })
          taken.push({ screen, state, language, device, file })
        }
      })
      await context.close()
    },
    PATIENCE,
  )

  it('are shown side by side on one page', async () => {
    expect(taken.length).toBeGreaterThan(100)
    await writeFile(join(FOLDER, 'index.html'), screenshotIndex(taken))
  })
})
