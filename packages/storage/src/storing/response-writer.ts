import { problem } from '@klankbord/model'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Arrival, BatchOutcome, StoreOutcome } from './arrival.ts'
import { keysOf, storeTogether } from './store-responses.ts'

export interface ResponseWriterOptions {
  /** Most statements at once, each of another study; 2. */
  readonly inFlight?: number
  /** Most responses in one statement; 256. */
  readonly rows?: number
  /** Most responses that wait for a statement; 2000. Whoever comes then is sent away for a moment. */
  readonly waiting?: number
  /** How long a response may wait for others where many come, in milliseconds; 4. */
  readonly patience?: number
}

/**
 * With so many it is time to go: what a statement costs by itself, in the server and in the database, is that of ten
 * responses (measured), and spread over more of them hardly anything is left of it to save.
 */
const ENOUGH = 24

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
 * Coalesces writes: whoever comes goes along with all others of the study that came in the same breath or while its last
 * statement was in flight, one statement of a study at a time. Where the last statement took several along, the next one
 * waits a few milliseconds for as many again, unless they are there; where one came alone, the next goes at once. A
 * response that cannot be stored never takes its neighbours along.
 *
 * Two with one id or one code never go together: the second waits for what becomes of the first.
 *
 * @example
 * const writer = responseWriter(database.db)
 * await writer.write(arrival) // 'created', and on disk
 */
export function responseWriter(db: Kysely<Schema>, options: ResponseWriterOptions = {}): ResponseWriter {
  const { inFlight = 2, rows = 256, waiting = 2000, patience = 4 } = options
  let queue: Waiting[] = []
  const underWay = new Set<string>()
  let lastTaken = 1
  let looking: NodeJS.Immediate | null = null
  let patient: NodeJS.Timeout | null = null

  const begin = (): void => {
    if (patient !== null) clearTimeout(patient)
    patient = null
    while (underWay.size < inFlight) {
      const batch = nextBatch(queue, underWay, rows)
      const [first] = batch
      if (first === undefined) return
      const { studyId } = first.arrival.place
      queue = queue.filter((one) => !batch.has(one))
      lastTaken = batch.size
      underWay.add(studyId)
      void storeBatch(db, [...batch]).finally(() => {
        underWay.delete(studyId)
        lookSoon()
      })
    }
  }
  const look = (): void => {
    if (underWay.size >= inFlight) return
    const ready = queue.reduce((count, { arrival }) => count + (underWay.has(arrival.place.studyId) ? 0 : 1), 0)
    if (ready === 0) return
    const expected = lastTaken === 1 ? 1 : Math.min(ENOUGH, rows, 2 * lastTaken)
    if (ready >= expected) begin()
    else patient ??= setTimeout(begin, patience)
  }
  /** Once everything was read that has come by now. */
  const lookSoon = (): void => {
    looking ??= setImmediate(() => {
      looking = null
      look()
    })
  }

  return {
    write: (arrival) => {
      if (queue.length >= waiting) return Promise.reject(problem('serverBusy', { waiting: queue.length }))
      return new Promise((resolve, reject) => {
        const settle = (outcome: BatchOutcome): void =>
          'problem' in outcome ? reject(outcome.problem) : resolve(outcome.outcome)
        queue.push({ arrival, keys: keysOf(arrival), settle, fail: reject })
        // So that the database works on these while the server still reads what others sent.
        if (underWay.size === 0 && queue.length >= ENOUGH) look()
        else if (underWay.size < inFlight) lookSoon()
      })
    },
    waiting: () => queue.length,
  }
}

/** The first one's of a study that is not under way, with all that may go along, in the order in which they came. */
function nextBatch(queue: readonly Waiting[], underWay: ReadonlySet<string>, most: number): ReadonlySet<Waiting> {
  const batch = new Set<Waiting>()
  const taken = new Set<string>()
  let going: string | null = null
  for (const one of queue) {
    if (batch.size >= most) break
    const { studyId } = one.arrival.place
    if (going === null ? underWay.has(studyId) : studyId !== going) continue
    if (one.keys.some((key) => taken.has(key))) continue
    going = studyId
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
