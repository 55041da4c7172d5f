import type { Page } from 'playwright-core'
import { axeOn, type AxeFinding } from '../browser.ts'
import { undecidedContrast } from './undecided-contrast.ts'

/** How wide somebody's screen is, in CSS pixels, and what it is called in the table. */
const SIZES = [
  { name: '320', width: 320, height: 640 },
  { name: '390', width: 390, height: 844 },
  { name: '1280', width: 1280, height: 900 },
  /** 1280 × 1024 enlarged four times. */
  { name: '400 %', width: 320, height: 256 },
] as const

/** How somebody chose that pages look, and in which sizes that is measured. */
const LOOKS = [
  { look: '', sizes: ['320', '390', '1280', '400 %'] },
  { look: 'large', sizes: ['320', '400 %'] },
  { look: 'contrast', sizes: ['390'] },
  { look: 'calm', sizes: ['1280'] },
  { look: 'large contrast calm', sizes: ['320', '1280'] },
] as const

/** Another look changes colours and sizes, and no names, roles or order. */
const LOOKS_CHANGE = ['color-contrast', 'target-size', 'link-in-text-block']

/** One look in one size. */
export interface View {
  readonly look: string
  readonly size: (typeof SIZES)[number]
}

/** Every look in its sizes. */
export const VIEWS: readonly View[] = LOOKS.flatMap(({ look, sizes }) =>
  SIZES.filter(({ name }) => sizes.some((size) => size === name)).map((size) => ({ look, size })),
)

/** What was found on one screen in one size. */
export interface Measured {
  readonly size: string
  readonly look: string
  readonly violations: readonly string[]
  /** What axe could not judge, and what was found when it was computed; empty where it is right. */
  readonly undecided: readonly string[]
  /** How many contrasts axe left open and were computed. */
  readonly computed: number
  readonly sideways: number
  /** Things to press that are smaller than 48 px, links in running text left out. */
  readonly small: readonly string[]
}

/** Measures the page that stands in this window, which has scripts, as it is looked at in these ways. */
export async function measure(page: Page, views: readonly View[]): Promise<readonly Measured[]> {
  const measured: Measured[] = []
  for (const { look, size } of views) {
    await page.setViewportSize({ width: size.width, height: size.height })
    // As the server writes it on a page whose form brought this look.
    await page.evaluate((classes) => (document.documentElement.className = classes), look)
    const { violations, incomplete } = await axeOn(page, look === '' ? [] : LOOKS_CHANGE)
    const contrast = incomplete.filter(({ id }) => id === 'color-contrast')
    const others = incomplete.filter(({ id }) => id !== 'color-contrast')
    measured.push({
      size: size.name,
      look: look === '' ? 'usual' : look,
      violations: violations.filter((one) => !isKioskReturn(one)).map(words),
      undecided: [...others.map(words), ...(await undecidedContrast(page, contrast))],
      computed: contrast.flatMap(({ nodes }) => nodes).length,
      sideways: await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      small: await page.evaluate(smallTargets),
    })
  }
  return measured
}

/** A kiosk goes back to its beginning by itself, so that nobody reads what the one before filled in: docs/accessibility.md, 2.2.1. */
const isKioskReturn = ({ id, nodes }: AxeFinding): boolean =>
  id === 'meta-refresh' && nodes.every(({ html }) => html.includes('/kiosk'))

const words = ({ id, nodes }: AxeFinding): string =>
  `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`).join(' | ')}`

/** Runs in the page. A control inside a label is pressed by all of the label; a link in a sentence is as high as its line. */
function smallTargets(): readonly string[] {
  const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')]
  return all.flatMap((element) => {
    if (element.matches('[type=hidden], .enter, .skip-link') || element.closest('p a') === element) return []
    const pressed = element.closest('label') ?? element
    const { width, height } = pressed.getBoundingClientRect()
    const isShown = width > 0 && height > 0
    return isShown && (height < 47.5 || width < 47.5)
      ? [`${Math.round(width)} × ${Math.round(height)}: ${element.outerHTML.slice(0, 120)}`]
      : []
  })
}
