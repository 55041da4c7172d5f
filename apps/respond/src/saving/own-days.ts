/** Names of what a device of one's own keeps begin so, also those that the worker looks for. */
export const PREFIX = 'klankbord '
const MARK = ' own'

/** The mark in `localStorage` that says that the device is somebody's own, for what is kept under a name. */
export function ownMark(name: string): string {
  return name + MARK
}

/** Notes the last day on which what is kept can be sent. @param until as an ISO date */
export function noteLastDay(wave: string, until: string): void {
  const mark = ownMark(PREFIX + wave)
  if (localStorage.getItem(mark) !== null) localStorage.setItem(mark, until)
}

/**
 * Wipes what was kept for rounds of which the last day is over: nobody can send it any more, and whoever has the device could
 * still read it.
 *
 * @param today as an ISO date
 * @returns the addresses of those waves
 */
export async function wipePast(today: string): Promise<readonly string[]> {
  const past = Object.keys(localStorage).filter((mark) => {
    const until = mark.startsWith(PREFIX) && mark.endsWith(MARK) ? (localStorage.getItem(mark) ?? '') : ''
    return /^\d{4}-/.test(until) && until < today
  })
  const names = past.map((mark) => mark.slice(0, -MARK.length))
  for (const name of names) {
    await deleted(name)
    if ('caches' in window) await caches.delete(name)
    localStorage.removeItem(ownMark(name))
  }
  return names.map((name) => name.slice(PREFIX.length))
}

/** Settled also where another tab holds it: it is gone once that one lets go. */
function deleted(name: string): Promise<void> {
  return new Promise((resolve) => {
    const asked = indexedDB.deleteDatabase(name)
    for (const event of ['success', 'error', 'blocked']) asked.addEventListener(event, () => resolve())
  })
}
