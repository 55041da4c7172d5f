import type { Page } from 'playwright-core'
import { axeOn, type AxeFinding } from '../browser.ts'
import { undecidedContrast } from './undecided-contrast.ts'

/** How wide somebody's screen is, in CSS pixels, and what it is called in the table. */
export const SIZES = [
  { name: '320', width: 320, height: 640 },
  { name: '390', width: 390, height: 844 },
  { name: '1280', width: 1280, height: 900 },
  /** 1280 × 1024 enlarged four times. */
  { name: '400 %', width: 320, height: 256 },
] as const

/** What was found on one screen in one size. */
export interface Measured {
  readonly size: string
  readonly violations: readonly string[]
  /** What axe could not judge, and what was found when it was computed; empty where it is right. */
  readonly undecided: readonly string[]
  /** How many contrasts axe left open and were computed. */
  readonly computed: number
  readonly sideways: number
  /** Things to press that are smaller than 48 px, links in running text left out. */
  readonly small: readonly string[]
}

/** Measures the page that stands in this window, which has scripts, in these sizes. */
export async function measure(
  page: Page,
  sizes: readonly (typeof SIZES)[number][] = SIZES,
): Promise<readonly Measured[]> {
  const measured: Measured[] = []
  for (const { name, width, height } of sizes) {
    await page.setViewportSize({ width, height })
    const { violations, incomplete } = await axeOn(page)
    const contrast = incomplete.filter(({ id }) => id === 'color-contrast')
    const others = incomplete.filter(({ id }) => id !== 'color-contrast')
    measured.push({
      size: name,
      violations: violations.map(words),
      undecided: [...others.map(words), ...(await undecidedContrast(page, contrast))],
      computed: contrast.flatMap(({ nodes }) => nodes).length,
      sideways: await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      small: await page.evaluate(smallTargets),
    })
  }
  return measured
}

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
