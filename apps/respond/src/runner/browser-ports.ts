import type { Saving } from '../saving/saving.ts'
import type { FirstPorts } from './ports.ts'
import { browserShelf } from './shelf.ts'
import { within } from './within.ts'

/** How long somebody waits for what the server works out, in milliseconds. */
export const LONGEST = 10_000

/** What a browser gives a page from the start. */
export function browserPorts(wave: string, saving: Saving): FirstPorts {
  return {
    wave,
    saving,
    reached,
    post: posted,
    loaded: document.documentElement.outerHTML,
    isServed,
    shelf: browserShelf(wave),
    after,
  }
}

/** Runs something later, once. */
export function after(milliseconds: number, run: () => void): void {
  setTimeout(run, milliseconds)
}

function isServed(): boolean {
  return navigator.onLine && !('serviceWorker' in navigator && navigator.serviceWorker.controller !== null)
}

/** No worker answers to this, nor what the browser kept. */
async function reached(): Promise<boolean> {
  const answer = fetch('/assets/respond.js', { method: 'HEAD', cache: 'no-store' })
  return within(answer, LONGEST, after).then(
    () => true,
    () => false,
  )
}

async function posted(address: string, form: string): Promise<string | null> {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'text/html' }
  const sent = fetch(address, { method: 'POST', headers, body: form, cache: 'no-store', redirect: 'error' })
  const answer = await within(sent, LONGEST, after).catch(() => null)
  const isPage = answer?.headers.get('Content-Type')?.includes('text/html') === true
  return answer === null || !isPage || answer.status >= 500 ? null : answer.text().catch(() => null)
}
