import type { Place, SavingClock } from './ports.ts'
import type { KeptIn, SavingState } from './saving.ts'

/** Keeps one text where it may, and in memory where nothing else takes it. */
export interface Keeper {
  where(): { readonly keptIn: KeptIn; readonly storage: SavingState['storage'] }
  /** What was kept before. */
  open(): Promise<string | null>
  /** What follows belongs to the tab; what the device holds stays there, for whoever goes on with it. */
  leave(): void
  /** Settled once it is kept, or is not and `where` says so. */
  write(text: string, id: string): Promise<void>
  /** Takes away what is written and writes nothing from now on, until `leave` or `remove`. */
  toMemory(): Promise<void>
  /** Keeps it in the other place from now on, and in this one no more. */
  move(own: boolean, text: string, id: string): Promise<void>
  remove(): Promise<void>
}

/** For how long a store may be silent: some browsers never answer. */
const PATIENCE = 3000
/** And to give back what it has, for which a key may have to come over a slow line. */
const READING = 20_000

/**
 * One thing at a time, in the order in which it was asked. What cannot be written is not left in an older state either:
 * answers that the respondent has changed since would come back after a reload.
 */
export function keeper({ tab, device }: { readonly tab: Place; readonly device: Place }, clock: SavingClock): Keeper {
  let own = false
  let inMemory = false
  let storage: SavingState['storage'] = 'fine'
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
  const patient = <Result>(work: () => Promise<Result>, most = PATIENCE): Promise<Result> =>
    withPatience(work, most, clock)
  const put = async (text: string, id: string): Promise<void> => {
    if (inMemory) return
    const place = own ? device : tab
    try {
      await patient(() => place.write(text, id))
      storage = 'fine'
    } catch (error) {
      storage = isFull(error) ? 'full' : 'forbidden'
      await patient(() => place.remove()).catch(() => undefined)
    }
  }
  const empty = async (): Promise<void> => {
    await patient(() => tab.remove()).catch(() => undefined)
    if (own) await patient(() => device.remove()).catch(() => undefined)
    own = false
    storage = 'fine'
  }
  return {
    where: () => ({ storage, keptIn: inMemory || storage !== 'fine' ? 'memory' : own ? 'device' : 'tab' }),
    open: () =>
      inTurn(async () => {
        const inTab = await patient(() => tab.read(), READING).catch(() => null)
        if (inTab !== null) return inTab
        const onDevice = await patient(() => device.read(), READING).catch(() => null)
        own = onDevice !== null
        return onDevice
      }),
    leave: () => {
      own = false
      inMemory = false
    },
    write: (text, id) => inTurn(() => put(text, id)),
    toMemory: () => {
      inMemory = true
      return inTurn(empty)
    },
    move: (toOwn, text, id) =>
      inTurn(async () => {
        const before = own ? device : tab
        if (inMemory) return
        if (own === toOwn) return put(text, id)
        own = toOwn
        await put(text, id)
        if (storage !== 'fine' && own) {
          // What the device does not take stays in the tab.
          own = false
          return put(text, id)
        }
        await patient(() => before.remove()).catch(() => undefined)
      }),
    remove: () =>
      inTurn(async () => {
        await empty()
        inMemory = false
      }),
  }
}

/** Called in the same breath: a tab that is killed right after has begun to write. */
function withPatience<Result>(work: () => Promise<Result>, most: number, clock: SavingClock): Promise<Result> {
  return new Promise((resolve, reject) => {
    const stop = clock.after(most, () => reject(new Error('a store is silent')))
    work().then(resolve, reject).finally(stop)
  })
}

/** Firefox has a name of its own for it. */
function isFull(error: unknown): boolean {
  return /quota/i.test(String((error as { readonly name?: unknown } | null)?.name))
}
