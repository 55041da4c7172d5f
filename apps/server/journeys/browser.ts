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
  })
  return { page: await context.newPage(), context }
}

interface AxeViolation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** Fails with what axe found on this page: WCAG 2.2 A and AA, and its best practices. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(AXE)
  const violations = await page.evaluate(violationsFound)
  expect(violations, `axe on ${page.url()}`).toEqual([])
}

/** The window in which pages of windows without scripts are looked at: a new one for each page costs three times as much. */
const twins = new WeakMap<Browser, Promise<Page>>()

function twinOf(browser: Browser): Promise<Page> {
  const twin = twins.get(browser) ?? openPage(browser).then(({ page }) => page)
  twins.set(browser, twin)
  return twin
}

/** The same for a page in a window without scripts, where axe cannot run: on its HTML in a window that has them. */
export async function expectAccessibleWithoutScripts(browser: Browser, page: Page): Promise<void> {
  const twin = await twinOf(browser)
  // Leaves nothing of the page before.
  await twin.goto('about:blank')
  await twin.setContent(await page.content())
  await expectAccessible(twin)
}

/** Runs in the page, after axe came in through the protocol, where no CSP is in its way. */
async function violationsFound(): Promise<readonly string[]> {
  const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: readonly AxeViolation[] }> } }
  const { violations } = await axe.run()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`).join(' | ')}`,
  )
}

/** Fails when the page can be scrolled sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, `sideways scroll on ${page.url()}`).toBeLessThanOrEqual(0)
}
