/** As much of a service worker as this one uses; the types of pages know none of it. */
interface Worker {
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
  addEventListener(kind: 'install' | 'activate', hear: (event: Waiting) => void): void
  addEventListener(kind: 'fetch', hear: (event: Asked) => void): void
}

interface Waiting {
  waitUntil(work: Promise<unknown>): void
}

interface Asked extends Waiting {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

/** What to give out is kept under names that begin so; what fills them says the same. */
const PREFIX = 'klankbord '
/** Where the last day stands. */
const LAST_DAY = '/klankbord-last-day'
/** How long the server may take before what is kept is given out, in milliseconds. */
const PATIENCE = 4000

const worker = self as unknown as Worker

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const isPage = request.mode === 'navigate' && /^\/v\/[^/]+$/.test(new URL(request.url).pathname)
  // A form that fails is left to the browser: its own page of failure can send it again, with what was typed.
  if (request.method === 'GET') event.respondWith(answered(request, isPage))
})

/** The server's own answer; what is kept on this device where none comes. A page that is kept holds no answer of anybody. */
async function answered(request: Request, isPage: boolean): Promise<Response> {
  const kept = await keptFor(request, isPage)
  if (kept === undefined) return fetch(request)
  const fresh = fetch(request).catch(() => kept)
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PATIENCE))
  return Promise.race([fresh, late])
}

async function keptFor(request: Request, isPage: boolean): Promise<Response | undefined> {
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX)) continue
    const cache = await caches.open(name)
    if (await isPast(cache)) {
      await wipe(name)
      continue
    }
    // A link of any language leads to the same questionnaire; what was sent with it is on the device already.
    const found = await (isPage
      ? cache.match(new URL(request.url).pathname, { ignoreSearch: true })
      : cache.match(request))
    if (found !== undefined) return found
  }
  return undefined
}

/** Whether the last day on which answers could be sent is over. */
async function isPast(cache: Cache): Promise<boolean> {
  const until = (await (await cache.match(LAST_DAY))?.text()) ?? ''
  return until !== '' && until < new Date().toISOString().slice(0, 10)
}

/** The pages of a wave, and the answers to it; the page takes the rest away when it is opened. */
async function wipe(name: string): Promise<void> {
  indexedDB.deleteDatabase(name)
  await caches.delete(name)
}
