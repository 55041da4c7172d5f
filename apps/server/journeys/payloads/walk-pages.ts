import { readFileSync } from 'node:fs'
import { nextPage } from '../respondent.ts'
import type { RunningServer } from '../running-server.ts'
import type { PlantedStudy } from './planted-study.ts'
import type { WatchedPage } from './watched-page.ts'

/** What a walk leads past. */
export interface Place {
  readonly server: RunningServer
  readonly study: PlantedStudy
  readonly text: string
}

/** How each address that gives a page is visited; by the route, so that a new one without a visit is noticed. */
export const VISITS: Readonly<Record<string, (watched: WatchedPage, place: Place) => Promise<void>>> = {
  '/v/:wave': async (watched, { study, text }) => {
    await visit(watched, `/v/${encodeURIComponent(text)}`)
    await visit(watched, `/v/${study.open}?lang=${encodeURIComponent(text)}`)
    await visit(watched, `/v/${study.coded}#${encodeURIComponent(text)}`)
    await fillIn(watched, study, text)
  },
  '/v/:wave/withdraw': async (watched, { study, text }) => {
    await visit(watched, `/v/${study.open}/withdraw?lang=${encodeURIComponent(text)}`)
    await watched.page.locator('input[name=code]').fill(text.replaceAll(/\s/g, ' '))
    await press(watched, 'button')
  },
  '/v/:wave/kiosk': async (watched, { study, text }) => {
    await visit(watched, `/v/${study.open}/kiosk?lang=${encodeURIComponent(text)}`)
  },
  '/v/:wave/kiosk/withdraw': async (watched, { study, text }) => {
    await visit(watched, `/v/${study.open}/kiosk/withdraw?lang=${encodeURIComponent(text)}`)
  },
  '/v/:wave/other': async (watched, { study, text }) => {
    await visit(watched, `/v/${study.open}/other?lang=${encodeURIComponent(text)}`)
    const { page } = watched
    if ((await page.locator('main input[type=radio]').count()) > 0)
      await page.locator('main input[type=radio]').first().check()
    for (const field of await page.locator('main textarea:visible, main input[type=text]:visible').all()) {
      await field.fill(text.slice(0, 90))
    }
    await press(watched, 'button[value=send], button.primary')
  },
  '/v/:wave/start': async (watched, { study, text }) => {
    await visit(watched, `/v/${study.open}/start?lang=${encodeURIComponent(text)}`)
  },
  '/v/:wave/resume': async (watched, { study, text }) => {
    await visit(watched, `/v/${study.open}/resume?lang=${encodeURIComponent(text)}`)
    for (const field of await watched.page.locator('main input[type=text]:visible').all()) {
      await field.fill(text.replaceAll(/\s/g, ' ').slice(0, 90))
    }
    await press(watched, 'button.primary')
  },
  '/v/:wave/kiosk/resume': async (watched, { study, text }) => {
    await visit(watched, `/v/${study.open}/kiosk/resume?lang=${encodeURIComponent(text)}`)
  },
  '/v/:wave/again': async (watched, { study, text }) => {
    await visit(watched, `/v/${study.open}/again?lang=${encodeURIComponent(text)}`)
  },
  '/:address/verder': async (watched, place) => belowShortAddress(watched, place, 'verder'),
  '/:address/resume': async (watched, place) => belowShortAddress(watched, place, 'resume'),
  '/:address/wissen': async (watched, place) => belowShortAddress(watched, place, 'wissen'),
  '/:address/withdraw': async (watched, place) => belowShortAddress(watched, place, 'withdraw'),
  '/:address/resultaten': async (watched, place) => belowShortAddress(watched, place, 'resultaten'),
  '/:address/results': async (watched, place) => belowShortAddress(watched, place, 'results'),
  '/:address': async (watched, { study, text }) => {
    await visit(watched, `/${study.open}`)
    await visit(watched, `/${encodeURIComponent(text)}`)
  },
  '/r/:publication': async (watched, { study, text }) => {
    await visit(watched, `/r/${encodeURIComponent(text)}`)
    for (const language of ['nl', 'en', encodeURIComponent(text)]) {
      await visit(watched, `/r/${study.publication ?? 'nergens'}?lang=${language}`)
    }
  },
  '/r/:publication/figure/:figure': async (watched, { study, text }) => {
    const address = `/r/${study.publication ?? 'nergens'}/figure`
    await visit(watched, `${address}/${encodeURIComponent(text)}`)
    await visit(watched, `${address}/account?lang=${encodeURIComponent(text)}`)
  },
  '/r/:publication.csv': async (watched, { text }) => visit(watched, `/r/${encodeURIComponent(text)}.csv`),
  '/r/:publication.xlsx': async (watched, { text }) => visit(watched, `/r/${encodeURIComponent(text)}.xlsx`),
  '/studio/preview/:study': async (watched, { study, text }) => {
    await visit(watched, `/studio/preview/${study.studyId}?screen=${encodeURIComponent(text)}`)
    await visit(watched, `/studio/preview/${study.studyId}?screen=living&language=${encodeURIComponent(text)}`)
    await press(watched, 'button[value=next]')
  },
  '/studio/preview/:study/:version': async (watched, { study, text }) => {
    await visit(watched, `/studio/preview/${study.studyId}/1?screen=living&language=${encodeURIComponent(text)}`)
    await visit(watched, `/studio/preview/${study.studyId}/${encodeURIComponent(text)}`)
  },
  '/pictures/:name': async (watched, { text }) => visit(watched, `/pictures/${encodeURIComponent(text)}`),
  '/recordings/:name': async (watched, { text }) => visit(watched, `/recordings/${encodeURIComponent(text)}`),
  '/assets/report.js': async () => undefined,
  '/assets/respond.js': async () => undefined,
  '/respond-worker.js': async () => undefined,
  '/assets/respond/*file': async (watched, { text }) => visit(watched, `/assets/respond/${encodeURIComponent(text)}`),
  '/studio': async (watched) => visit(watched, '/studio'),
  '/studio/assets/*file': async (watched, { text }) => visit(watched, `/studio/assets/${encodeURIComponent(text)}`),
  '/studio/*view': async (watched, { study, text }) => {
    await visit(watched, `/studio/${encodeURIComponent(text)}`)
    for (const view of studioViews(study)) await visitScreen(watched, view)
  },
  '/': async (watched) => visit(watched, '/'),
}

async function belowShortAddress(watched: WatchedPage, { study, text }: Place, word: string): Promise<void> {
  await visit(watched, `/${study.open}/${word}?lang=${encodeURIComponent(text)}`)
  await visit(watched, `/${encodeURIComponent(text)}/${word}`)
}

const APP = new URL('../../../studio/src/app.tsx', import.meta.url)

/** Every view of the studio that a signed-in user has, from the routes that its sources name. */
export function studioViews(study: PlantedStudy): readonly string[] {
  const paths = [...readFileSync(APP, 'utf8').matchAll(/<Route path="([^"]+)"/g)].map(([, path = '']) => path)
  const filled = paths
    .filter((path) => !['/sign-in', '/join'].includes(path))
    .map((path) => path.replace(':study', study.studyId).replace(':organisation', study.organisationId))
  return filled.map((path) => (path.includes(':') ? path.replaceAll(/:\w+/g, study.codedId) : path))
}

async function visit(watched: WatchedPage, path: string): Promise<void> {
  const origin = new URL(watched.origin)
  // A file that is downloaded has no page.
  await watched.page.goto(new URL(path, origin).href).catch((error: unknown) => {
    if (!/Download is starting|ERR_ABORTED/.test(String(error))) throw error
  })
  await watched.look()
}

/** A screen of the studio is there when it has a heading, and no longer says that it waits. */
async function visitScreen(watched: WatchedPage, view: string): Promise<void> {
  await watched.page.goto(`${watched.origin}/studio${view}`)
  await watched.page.locator('h1').first().waitFor()
  await watched.quiet()
  await watched.look()
  const folded = await watched.page.locator('main details').count()
  if (folded === 0) return
  await watched.page.locator('main').evaluate((main) => {
    for (const one of main.querySelectorAll('details')) one.open = true
  })
  await watched.quiet()
  await watched.look()
}

/** Every screen of the questionnaire, with the payload in every field to write in, up to the page that says it is sent. */
async function fillIn(watched: WatchedPage, { open }: PlantedStudy, text: string): Promise<void> {
  const { page } = watched
  await visit(watched, `/v/${open}`)
  await press(watched, 'button[value=start]')
  for (let screen = 0; screen < 30 && (await page.locator('button[value=submit]').count()) === 0; screen += 1) {
    // Where there is a choice and a field, the field goes with the last choice.
    const choices = page.locator('main input[type=radio]')
    const fields = page.locator('main textarea:visible, main input[type=text]:visible')
    if ((await choices.count()) > 0 && (await fields.count()) > 0) await choices.last().check()
    for (const field of await fields.all()) await field.fill(text.slice(0, 90))
    await press(watched, 'button[value=next]')
  }
  await press(watched, 'button[value=submit]')
}

async function press(watched: WatchedPage, selector: string): Promise<void> {
  const { page } = watched
  const button = page.locator(`main ${selector}:visible`).first()
  if ((await button.count()) === 0) return
  await nextPage(page, () => button.click())
  await watched.look()
}
