import { mkdirSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { openPage, twinShowing } from './browser.ts'
import { accessibilityTable, isFaulty, type MeasuredScreen } from './measured/accessibility-table.ts'
import { measure, VIEWS } from './measured/measure-page.ts'
import { EVERY_WALK } from './measured/every-walk.ts'
import { frozenPage } from './measured/frozen-page.ts'
import { measuredWaves, type MeasuredWaves } from './measured/measured-waves.ts'
import { visitor } from './measured/visitor.ts'
import { untilOffered } from './rounds.ts'
import { serverAndBrowser } from './server-and-browser.ts'

const IS_FULL = process.env['KLANKBORD_TIER'] === 'full'
/** In `npm test` one screen in so many is measured, in one look and size in turn, in Arabic; in full all of them in all. */
const ONE_IN = 3
const LANGUAGES = IS_FULL ? ['nl', 'en', 'ar'] : ['ar']
/** Ways that need no other round. */
const SAMPLED = ['introduction', 'questions', 'stopping', 'coming back', 'going on', 'again', 'without a connection']
const RESULTS = new URL('../../../results/', import.meta.url)
const PATIENCE = 900_000

const here = serverAndBrowser({ KLANKBORD_PROXIES: '1' })
const measured: MeasuredScreen[] = []
let waves: MeasuredWaves
let stops = 0

beforeAll(async () => {
  waves = await measuredWaves(here.server)
}, PATIENCE)

describe('every screen in every state', () => {
  it('is offered in Dutch, English and Arabic', async () => {
    await untilOffered(`${here.server.origin}/v/${waves.open}`, 'ar')
  })

  const ways = EVERY_WALK.filter(({ name }) => IS_FULL || SAMPLED.includes(name))
  it.each(LANGUAGES.flatMap((language) => ways.map((way) => ({ ...way, language }))))(
    'can be used by everybody: $name, in $language',
    async ({ language, walk, javaScript }) => {
      const { page, context } = await openPage(here.browser, { javaScript })
      const before = measured.length
      await walk(visitor(page, here.server.origin, language), waves, async (screen, state) => {
        stops += 1
        if (!IS_FULL && stops % ONE_IN !== 0) return
        const twin = await twinShowing(here.browser, await frozenPage(page))
        const views = IS_FULL ? VIEWS : VIEWS.filter((_, place) => place === stops % VIEWS.length)
        for (const found of await measure(twin, views)) measured.push({ screen, state, language, ...found })
      })
      await context.close()
      expect(measured.slice(before).filter(isFaulty)).toEqual([])
    },
    PATIENCE,
  )

  it('is written down in a table', () => {
    const table = accessibilityTable(measured)
    mkdirSync(RESULTS, { recursive: true })
    writeFileSync(new URL('accessibility.md', RESULTS), table)
    expect(measured.length).toBeGreaterThan(IS_FULL ? 500 : 10)
  })
})
