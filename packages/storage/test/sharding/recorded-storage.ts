import * as storage from '@klankbord/storage'
import pg from 'pg'
import { vi } from 'vitest'

/** A statement, and which function of storage sent it. */
export interface SentStatement {
  readonly by: string
  readonly text: string
}

/** Everything that storage offers, with a note of who sent what to the database. One call at a time. */
export interface RecordedStorage {
  readonly storage: typeof storage
  readonly sent: readonly SentStatement[]
  /** Names of the functions that were called. */
  readonly called: ReadonlySet<string>
  stop(): void
}

export function recordStorage(): RecordedStorage {
  const sent: SentStatement[] = []
  const called = new Set<string>()
  let by = 'nobody'
  const offered = Object.entries(storage).map(([name, value]: readonly [string, unknown]) => [
    name,
    typeof value === 'function'
      ? (...given: readonly unknown[]): unknown => {
          by = name
          called.add(name)
          return Reflect.apply(value, undefined, given)
        }
      : value,
  ])
  const query = Reflect.get(pg.Client.prototype, 'query')
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...given: unknown[]
  ) {
    const [first] = given
    const text = typeof first === 'string' ? first : (first as { readonly text?: unknown } | undefined)?.text
    if (typeof text === 'string') sent.push({ by, text })
    return Reflect.apply(query, this, given) as never
  } as never)
  return {
    storage: Object.fromEntries(offered) as typeof storage,
    sent,
    called,
    stop: () => spy.mockRestore(),
  }
}
