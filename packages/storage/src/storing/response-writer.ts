import { problem } from '@klankbord/model'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Arrival, BatchOutcome, StoreOutcome } from './arrival.ts'
import { keysOf, storeTogether } from './store-responses.ts'

export interface ResponseWriterOptions {
  /** Most statements at once; 2. */
  readonly inFlight?: number
  /** Most responses in one statement; 256. */
  readonly rows?: number
  /** Most responses that wait for a statement; 2000. Whoever comes then is sent away for a moment. */
  readonly waiting?: number
}

/** Stores responses of everybody who sends at the same time together. */
export interface ResponseWriter {
  /**
   * Stores one response for good, like `storeResponse`: fulfilled after its commit.
   *
   * @throws Problem `serverBusy` when too many wait, and those of `storeResponse`
   */
  write(arrival: Arrival): Promise<StoreOutcome>
  /** How many wait for a statement. */
  waiting(): number
}

/** One that waits, with whom to tell. */
interface Waiting {
  readonly arrival: Arrival
  readonly keys: readonly string[]
  readonly settle: (outcome: BatchOutcome) => void
  readonly fail: (error: unknown) => void
}

/**
 * Coalesces writes without a timer: whoever comes when nothing is under way goes at once; whoever comes while
 * statements are in flight goes along with the next one, together with all others that came. A response that cannot be
 * stored never takes its neighbours along.
 *
 * Two with one id or one code never go at the same time: the second waits for what becomes of the first.
 *
 * @example
 * const writer = responseWriter(database.db)
 * await writer.write(arrival) // 'created', and on disk
 */
export function responseWriter(db: Kysely<Schema>, options: ResponseWriterOptions = {}): ResponseWriter {
  const { inFlight = 2, rows = 256, waiting = 2000 } = options
  let queue: Waiting[] = []
  let running = 0
  const underWay = new Set<string>()

  const begin = (): void => {
    while (running < inFlight && queue.length > 0) {
      const batch = nextBatch(queue, underWay, rows)
      if (batch.size === 0) return
      queue = queue.filter((one) => !batch.has(one))
      running += 1
      for (const { keys } of batch) for (const key of keys) underWay.add(key)
      void storeBatch(db, [...batch]).finally(() => {
        running -= 1
        for (const { keys } of batch) for (const key of keys) underWay.delete(key)
        begin()
      })
    }
  }

  return {
    write: (arrival) => {
      if (queue.length >= waiting) return Promise.reject(problem('serverBusy', { waiting: queue.length }))
      return new Promise((resolve, reject) => {
        const settle = (outcome: BatchOutcome): void =>
          'problem' in outcome ? reject(outcome.problem) : resolve(outcome.outcome)
        queue.push({ arrival, keys: keysOf(arrival), settle, fail: reject })
        begin()
      })
    },
    waiting: () => queue.length,
  }
}

/** Those of the first one's study that may go together now, in the order in which they came. */
function nextBatch(queue: readonly Waiting[], underWay: ReadonlySet<string>, most: number): ReadonlySet<Waiting> {
  const batch = new Set<Waiting>()
  const taken = new Set<string>()
  let studyId: string | null = null
  for (const one of queue) {
    if (batch.size >= most) break
    if (one.keys.some((key) => underWay.has(key) || taken.has(key))) continue
    if (studyId !== null && one.arrival.place.studyId !== studyId) continue
    studyId = one.arrival.place.studyId
    for (const key of one.keys) taken.add(key)
    batch.add(one)
  }
  return batch
}

/** Tells each what became of it. Never rejects: whoever waits gets the error. */
async function storeBatch(db: Kysely<Schema>, batch: readonly Waiting[]): Promise<void> {
  try {
    const outcomes = await storeTogether(
      db,
      batch.map(({ arrival }) => arrival),
    )
    for (const [place, outcome] of outcomes.entries()) batch[place]?.settle(outcome)
  } catch (error) {
    for (const { fail } of batch) fail(error)
  }
}
