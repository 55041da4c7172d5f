import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const MOST_STEPS = 80

/** What has the focus, as somebody without a mouse meets it. */
export interface Focused {
  readonly tag: string
  readonly type: string
  readonly name: string
  readonly value: string
  readonly text: string
  /** The focus can be seen. */
  readonly outlined: boolean
  /** Nothing lies over it, and it is in sight. */
  readonly uncovered: boolean
}

/** Presses Tab until the focus is where it should be; every stop on the way must show that it has the focus. */
export async function tabTo(page: Page, wanted: (focused: Focused) => boolean): Promise<Focused> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(focusedNow)
    expect([focused.outlined, focused.uncovered], `focus is shown on ${focused.tag} ${focused.text}`).toEqual([
      true,
      true,
    ])
    if (wanted(focused)) return focused
  }
  throw new Error(`not reached by Tab in ${MOST_STEPS} steps on ${await page.title()}`)
}

/** Presses a key and waits until another page, or the same page anew, is there. */
export async function pressOn(page: Page, key: string): Promise<void> {
  await page.evaluate(() => document.querySelector('main')?.setAttribute('data-before', ''))
  await page.keyboard.press(key)
  const isNew = (): Promise<boolean> =>
    page
      .locator('main')
      .evaluate((main) => !main.hasAttribute('data-before'))
      // In between there is no page to look at.
      .catch(() => false)
  await expect.poll(isNew, { timeout: 15_000, interval: 30 }).toBe(true)
  await page.waitForLoadState('load')
}

/** Runs in the page. */
function focusedNow(): Focused {
  const element = document.activeElement as HTMLElement
  const shown = [element, element.closest('label')].filter((each) => each !== null)
  const { left, top, width, height } = element.getBoundingClientRect()
  const over = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20))
  const isUnder = over === null || shown.every((each) => !each.contains(over) && !over.contains(each))
  return {
    tag: element.tagName,
    type: element.getAttribute('type') ?? '',
    name: element.getAttribute('name') ?? '',
    value: element instanceof HTMLInputElement || element instanceof HTMLButtonElement ? element.value : '',
    text: element.innerText?.trim() ?? '',
    outlined: element === document.body || shown.some((each) => getComputedStyle(each).outlineStyle !== 'none'),
    uncovered: element === document.body || !isUnder,
  }
}
