import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { ALL_ROUTES } from '../src/routes/all-routes.ts'
import { plainCsv } from '../test/cli/plain-csv.ts'
import { PAYLOADS } from '../test/security/payloads.ts'
import { exportedFiles, plantPeople, type ExportedFile } from './payloads/plant-people.ts'
import { openDesk, plantStudy, type Desk, type PlantedStudy } from './payloads/planted-study.ts'
import { VISITS } from './payloads/walk-pages.ts'
import { openWatchedPage, type WatchedPage } from './payloads/watched-page.ts'
import { serverAndBrowser } from './server-and-browser.ts'

const here = serverAndBrowser()

const MARKUP = PAYLOADS.filter(({ kind }) => kind === 'markup').map(({ text }) => text)

/** A formula that goes on as a header of a mail, as all markup and as templates; `test:full` takes each payload alone. */
const TEXTS: readonly string[] =
  inject('sampleFactor') > 1
    ? PAYLOADS.map(({ text }) => text)
    : [
        `=HYPERLINK("https://elders.example","x")\r\nBcc: elders@elders.example\r\n${MARKUP.join(' ')} {{1337*7331}} \${1337*7331} <%= 1337*7331 %>`,
      ]

const PAGES = ALL_ROUTES.filter(({ method, failures }) => method === 'GET' && failures === 'notice').map(
  ({ path }) => path,
)

let desk: Desk
let watched: WatchedPage

beforeAll(async () => {
  desk = await openDesk(here.server)
  watched = await openWatchedPage(here.browser, here.server.origin)
  const [name = '', value = ''] = desk.cookie.split(/=(.*)/s)
  await watched.context.addCookies([{ name, value, url: here.server.origin }])
})
afterAll(() => watched.context.close())

it('has a visit for every address that gives a page, and for none that does not', () => {
  expect(Object.keys(VISITS).toSorted()).toEqual([...new Set(PAGES)].toSorted())
})

it('would see markup, a script that ran, a dialog and a request that goes elsewhere', async () => {
  const blind = await openWatchedPage(here.browser, here.server.origin)
  await blind.page.setContent(
    '<p data-planted>x<a href="javascript:x">x</a><script>window.__ran=1;alert(1)</script><img src="http://127.0.0.1:9/x">9801547',
  )
  await blind.look()
  await blind.context.close()
  const kinds = ['a script that ran', 'markup, P,', 'an address, javascript', 'a template', 'a dialog', 'a request to']
  expect(kinds.filter((kind) => !blind.faults.some((fault) => fault.startsWith(kind)))).toEqual([])
})

describe.each(TEXTS.map((text) => [JSON.stringify(text).slice(0, 70), text] as const))(
  'whoever writes %s wherever something can be written',
  (_name, text) => {
    let study: PlantedStudy
    let files: readonly ExportedFile[]

    beforeAll(async () => {
      study = await plantStudy(here.server, desk, text)
      await plantPeople(here.server, desk, study, text)
      files = await exportedFiles(here.server, study)
    }, 300_000)

    it('brings nothing about on any page', async () => {
      const before = watched.looked()
      for (const walk of Object.values(VISITS)) await walk(watched, { server: here.server, study, text })
      expect(watched.faults).toEqual([])
      expect(watched.looked() - before).toBeGreaterThan(40)
    })

    it('brings nothing about in the letters that are printed', async () => {
      const letters = files.find(({ name }) => name === 'letters.html')?.text ?? ''
      expect(letters).toContain('<svg')
      // Without the headers of the server, so that what would run, runs.
      await watched.page.goto('about:blank')
      await watched.page.setContent(letters)
      expect(await watched.page.locator('svg').count()).toBeGreaterThan(0)
      await watched.look()
      expect(watched.faults).toEqual([])
    })

    it('leaves no formula in any file, and no header in any mail', () => {
      expect(files.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['responses.csv', 'contacts.csv', 'mail-merge.csv', 'sms.csv', 'publication.csv']),
      )
      expect(files.filter(({ name }) => /\.(?:txt|mbox)$/.test(name)).length).toBeGreaterThan(1)
      expect(files.flatMap(faultsIn)).toEqual([])
    })
  },
)

const FORMULA = /^[\s]*[=+\-@]/
const NUMBER = /^[+-]?[\d.,]+$/

/** Cells that a spreadsheet would work out, and lines of a mail that its text would have added. */
function faultsIn({ name, text }: ExportedFile): readonly string[] {
  if (/\.(?:txt|mbox)$/.test(name)) {
    const heads = text.split(/^From /m).map((one) => one.trimStart().split(/\r?\n\r?\n/)[0] ?? '')
    return heads.flatMap((head) => [...head.matchAll(/^(?:X-Planted|Bcc):.*$/gim)].map(([line]) => `${name}: ${line}`))
  }
  if (!name.endsWith('.csv')) return []
  const cells = plainCsv(text).flat()
  return cells.filter((one) => FORMULA.test(one) && !NUMBER.test(one)).map((one) => `${name}: ${one.slice(0, 60)}`)
}
