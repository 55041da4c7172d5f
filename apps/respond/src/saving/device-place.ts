import { ownMark } from './own-days.ts'
import type { Place } from './ports.ts'

const STORE = 'kept'

/**
 * A database on the device, one for each wave. Looking whether there is one would make it, so a mark says whether somebody
 * called the device their own.
 */
export function devicePlace(name: string): Place {
  const mark = ownMark(name)
  return {
    read: async () => {
      if (localStorage.getItem(mark) === null) return null
      const text = await within<unknown>(name, 'readonly', (store) => store.get(STORE) as IDBRequest<unknown>)
      return typeof text === 'string' ? text : null
    },
    write: async (text) => {
      // First, so that what is there is always found again.
      if (localStorage.getItem(mark) === null) localStorage.setItem(mark, '1')
      await within(name, 'readwrite', (store) => store.put(text, STORE))
    },
    remove: async () => {
      if (localStorage.getItem(mark) === null) return
      // Last, so that a database that stays is found again and removed then.
      await settled(indexedDB.deleteDatabase(name))
      localStorage.removeItem(mark)
    },
  }
}

/** Opened anew each time: a database that the browser emptied meanwhile is simply made again. */
async function within<Result>(
  name: string,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const opening = indexedDB.open(name)
  opening.addEventListener('upgradeneeded', () => void opening.result.createObjectStore(STORE))
  const database = await settled(opening)
  try {
    const transaction = database.transaction(STORE, mode)
    const request = work(transaction.objectStore(STORE))
    await new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve())
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('the database gave up')))
    })
    return request.result
  } finally {
    database.close()
  }
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('the database does not open')))
  })
}
