import { noteLastDay, PREFIX } from '../saving/own-days.ts'

/** Addresses of this server. */
export interface Goods {
  /** Without any one of these there is nothing to show. */
  readonly addresses: readonly string[]
  /** Pages can do without these. */
  readonly pictures: readonly string[]
}

/** What a device of one's own keeps, to show the pages of a wave without a connection. None of it holds an answer. */
export interface Shelf {
  /**
   * Puts these addresses there, and a worker that gives them out.
   *
   * @param until ISO date of the last day on which answers may be sent: after it all of it goes
   * @returns whether that worked
   */
  stock(goods: Goods, until: string): Promise<boolean>
  /** Takes everything of this wave away, and the worker with the last wave. */
  clear(): Promise<void>
}

const WORKER = '/respond-worker.js'
/** Where the worker reads the last day, which it can read nowhere else. */
const LAST_DAY = '/klankbord-last-day'

/** The shelf of a browser; one that knows no workers keeps nothing. */
export function browserShelf(wave: string): Shelf {
  const name = PREFIX + wave
  const workers = 'serviceWorker' in navigator && 'caches' in window ? navigator.serviceWorker : null
  return {
    stock: async ({ addresses, pictures }, until) => {
      noteLastDay(wave, until)
      if (workers === null) return false
      const cache = await caches.open(name)
      await cache.addAll([...addresses])
      await Promise.all(pictures.map((picture) => cache.add(picture).catch(() => undefined)))
      await cache.put(LAST_DAY, new Response(until))
      await workers.register(WORKER, { scope: '/v/' })
      return true
    },
    clear: async () => {
      if (workers === null) return
      await caches.delete(name)
      if ((await caches.keys()).some((other) => other.startsWith(PREFIX))) return
      const registration = await workers.getRegistration('/v/')
      await registration?.unregister()
    },
  }
}
