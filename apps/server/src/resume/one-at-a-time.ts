import { problem } from '@klankbord/model'

/** Does one piece of work after the other. */
export interface OneAtATime {
  /**
   * @param visitor whose work it is
   * @throws Problem `serverBusy` when too much waits, of all or of this visitor
   */
  run<Result>(visitor: string, work: () => Promise<Result>): Promise<Result>
}

/**
 * For work that is slow on purpose: several at once would take all cores, and the threads that read files. Whoever asks for
 * much only waits behind their own.
 *
 * @param most how many wait at most
 * @param each how many of one visitor: a room full of people may share an address
 */
export function oneAtATime(most: number, each: number): OneAtATime {
  const waiting = new Map<string, number>()
  let all = 0
  let last: Promise<unknown> = Promise.resolve()
  const count = (visitor: string, change: number): void => {
    all += change
    const now = (waiting.get(visitor) ?? 0) + change
    if (now === 0) waiting.delete(visitor)
    else waiting.set(visitor, now)
  }
  return {
    run: async (visitor, work) => {
      if (all >= most || (waiting.get(visitor) ?? 0) >= each) throw problem('serverBusy', { waiting: all })
      count(visitor, 1)
      const done = last.then(work).finally(() => count(visitor, -1))
      last = done.catch(() => undefined)
      return done
    },
  }
}
