import type { MeasuredWaves } from './measured-waves.ts'
import type { Filling, Visitor } from './visitor.ts'

/** Called where somebody stands still: the screen, and the state that it is in. */
export type At = (screen: string, state: string) => Promise<void>

/** A way that somebody goes past screens. New screens are joined by a line in one of them. */
export type Walk = (visitor: Visitor, waves: MeasuredWaves, at: At) => Promise<void>

/** An answer to the first question. */
export const LIVING: Filling = { living: 'other', 'living-Comment': 'Bij mijn zus' }

/** The id that a page carries. */
export const DRAFT = /(name="draft"\s+value=)"[^"]*"/

/** What is agreed to before the first question. */
export const CONSENTS: Filling = { take_part: 'true', quote_me: 'true' }

/** From the introduction to the first question. */
export async function begin(visitor: Visitor, wave: string, more: Filling = {}): Promise<void> {
  await visitor.open(`/v/${wave}`)
  await visitor.fillThose({ ...CONSENTS, ...more })
  await visitor.go('start')
  // Past the practice question.
  if ((await visitor.page.locator('[name="practice.answer"]').count()) > 0) await visitor.go('skip')
}

/** Past every question without answering, to the page before sending. */
export async function skipAll({ page, go }: Visitor): Promise<void> {
  while ((await page.locator('button[value=submit]:not(.enter)').count()) === 0) {
    const skip = (await page.locator('button[value=skip]').count()) > 0
    await go(skip ? 'skip' : 'next')
  }
}
