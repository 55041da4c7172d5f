import { browserTabs } from './browser-tabs.ts'
import { devicePlace } from './device-place.ts'
import { openSaving } from './open-saving.ts'
import { PREFIX } from './own-days.ts'
import type { SavingPorts } from './ports.ts'
import type { Saving } from './saving.ts'
import { tabPlace } from './tab-place.ts'
import type { Answered } from './verdict.ts'

/** What may be on its way still when the page is gone; browsers take no more than 64 KB of it. */
const OUTLIVES_THE_PAGE = 30_000

/**
 * Keeps and sends the answers to a wave from this tab.
 *
 * @param wave its address
 */
export async function browserSaving(wave: string): Promise<Saving> {
  const name = PREFIX + wave
  const ports: SavingPorts = {
    wave,
    put: sent,
    clock: {
      now: () => Date.now(),
      after: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds)
        return () => clearTimeout(timer)
      },
    },
    random: () => Math.random(),
    online: () => navigator.onLine,
    tab: tabPlace(name, wave),
    device: devicePlace(name),
    tabs: browserTabs(name),
  }
  const saving = await openSaving(ports)
  const wake = (): void => saving.wake()
  for (const event of ['online', 'offline', 'pageshow', 'pagehide']) window.addEventListener(event, wake)
  document.addEventListener('visibilitychange', wake)
  return saving
}

async function sent(path: string, body: string): Promise<Answered> {
  const answer = await fetch(path, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body,
    cache: 'no-store',
    // Answers follow nobody to another address.
    redirect: 'error',
    keepalive: body.length < OUTLIVES_THE_PAGE,
  })
  return { status: answer.status, body: await answer.text(), retryAfter: answer.headers.get('Retry-After') }
}
