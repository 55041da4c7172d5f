import { draftErrand, verdictOf } from './errand.ts'
import type { Kept } from './kept.ts'
import { pauseAfter } from './pause.ts'
import type { SavingPorts } from './ports.ts'

/**
 * Wipes what somebody erased from the server, while the next one has begun on the same device already. In memory: a page
 * that is closed meanwhile leaves it to the days after which drafts are erased.
 */
export async function wipe(ports: SavingPorts, erased: Kept): Promise<void> {
  for (let failures = 1; ; failures += 1) {
    const verdict = await verdictOf(ports, draftErrand(ports.wave, erased))
    if (verdict.kind !== 'again') return
    const pause = Math.max(pauseAfter(failures, ports.random), verdict.wait)
    await new Promise<void>((resolve) => void ports.clock.after(pause, resolve))
  }
}
