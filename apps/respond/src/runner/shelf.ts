/** What a device of one's own keeps, to show the pages of a wave without a connection. None of it holds an answer. */
export interface Shelf {
  /** Puts these addresses there, and a worker that gives them out. @returns whether that worked */
  stock(addresses: readonly string[]): Promise<boolean>
  /** Takes everything of this wave away, and the worker with the last wave. */
  clear(): Promise<void>
}

const WORKER = '/respond-worker.js'
/** The worker gives out what is kept under names that begin so. */
const PREFIX = 'klankbord '

/** The shelf of a browser; one that knows no workers keeps nothing. */
export function browserShelf(wave: string): Shelf {
  const name = PREFIX + wave
  const workers = 'serviceWorker' in navigator && 'caches' in window ? navigator.serviceWorker : null
  return {
    stock: async (addresses) => {
      if (workers === null) return false
      await (await caches.open(name)).addAll([...addresses])
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
