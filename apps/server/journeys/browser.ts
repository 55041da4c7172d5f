import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { expect } from 'vitest'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const PHONE = { width: 390, height: 844 }
const DESKTOP = { width: 1280, height: 900 }

/** How somebody looks at the page. */
export interface Viewer {
  readonly javaScript?: boolean
  readonly device?: 'phone' | 'desktop'
  /** False: pages get no worker, as in browsers that have none. */
  readonly worker?: boolean
}

/** A real Chromium, in Dutch. `KLANKBORD_CHROMIUM` holds its path; `npm test` sets it. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['KLANKBORD_CHROMIUM']
  if (!executablePath) throw new Error('KLANKBORD_CHROMIUM is not set: run the journeys with npm test')
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
  })
}

/** A window of its own, with nothing left from others. */
export async function openPage(
  browser: Browser,
  viewer: Viewer = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    javaScriptEnabled: viewer.javaScript ?? true,
    viewport: viewer.device === 'desktop' ? DESKTOP : PHONE,
    serviceWorkers: viewer.worker === false ? 'block' : 'allow',
  })
  return { page: await context.newPage(), context }
}

/** What axe found, or could not judge, by one of its rules. */
export interface AxeFinding {
  readonly id: string
  readonly nodes: readonly {
    readonly html: string
    readonly target: readonly string[]
    readonly failureSummary?: string
  }[]
}

/** WCAG 2.0 to 2.2, A and AA, and the best practices of axe. By name, for axe leaves the rules of 2.2 out by itself. */
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What axe finds on this page, and what it cannot judge. It comes in through the protocol, where no CSP is in its way.
 *
 * @param rules only these; all of the standards when left out
 */
export async function axeOn(
  page: Page,
  rules: readonly string[] = [],
): Promise<{ readonly violations: readonly AxeFinding[]; readonly incomplete: readonly AxeFinding[] }> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE)
  return page.evaluate(runAxe, rules.length > 0 ? { type: 'rule', values: rules } : { type: 'tag', values: STANDARDS })
}

/** Fails with what axe found on this page: WCAG 2.2 A and AA, and its best practices. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await axeOn(page)
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`).join(' | ')}`,
  )
  expect(found, `axe on ${page.url()}`).toEqual([])
}

/** The window in which pages of windows without scripts are looked at: a new one for each page costs three times as much. */
const twins = new WeakMap<Browser, Promise<Page>>()

/** A window with scripts that shows this HTML, to look at a page of one without. */
export async function twinShowing(browser: Browser, html: string): Promise<Page> {
  const opened = twins.get(browser) ?? openPage(browser).then(({ page }) => page)
  twins.set(browser, opened)
  const twin = await opened
  // Leaves nothing of the page before: no clock of one that goes on by itself, nothing that axe remembers.
  await twin.goto('about:blank')
  await twin.setContent(html)
  return twin
}

/** The same for a page in a window without scripts, where axe cannot run: on its HTML in a window that has them. */
export async function expectAccessibleWithoutScripts(browser: Browser, page: Page): Promise<void> {
  await expectAccessible(await twinShowing(browser, await page.content()))
}

/** Runs in the page. */
async function runAxe(runOnly: {
  readonly type: string
  readonly values: readonly string[]
}): Promise<{ violations: readonly AxeFinding[]; incomplete: readonly AxeFinding[] }> {
  const { axe } = globalThis as unknown as { axe: { run(options: object): ReturnType<typeof runAxe> } }
  const { violations, incomplete } = await axe.run({
    runOnly,
    resultTypes: ['violations', 'incomplete'],
  })
  return { violations, incomplete }
}

/** Fails when the page can be scrolled sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, `sideways scroll on ${page.url()}`).toBeLessThanOrEqual(0)
}
