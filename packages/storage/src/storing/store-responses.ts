import { isProblem } from '@klankbord/model'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Arrival, BatchOutcome, StoreOutcome } from './arrival.ts'
import { insertArrivals, isOvertaken } from './insert-arrivals.ts'
import { whatBecameOf } from './what-became-of.ts'

/**
 * Stores one response for good, uses up its access code and forgets its draft, all or nothing. It is on disk when the
 * promise is fulfilled.
 *
 * An id that is stored already answers first, whatever became of code and wave since, so a client may send the same
 * response as often as it needs to. Of many that send one id at the same moment, one is `created`.
 *
 * @throws Problem `unknownWave`, `unknownVersion`, `waveClosed`, `waveSealed`, `accessCodeRefused`, `staleDraft`,
 *   `valueNotStorable`, `databaseUnavailable`
 */
export async function storeResponse(db: Kysely<Schema>, arrival: Arrival): Promise<StoreOutcome> {
  const [outcome] = await storeTogether(db, [arrival])
  if (outcome === undefined || 'problem' in outcome) throw outcome?.problem
  return outcome.outcome
}

/** Most arrivals in one statement. */
const TOGETHER = 256

/**
 * Stores many responses, several per statement. A response that cannot be stored never takes its neighbours along. What
 * was stored before an outage stays stored; the same call may be made again.
 *
 * @returns one outcome per arrival, in the order given
 * @throws Problem `databaseUnavailable`
 */
export async function storeResponses(
  db: Kysely<Schema>,
  arrivals: readonly Arrival[],
  together: number = TOGETHER,
): Promise<readonly BatchOutcome[]> {
  const outcomes: BatchOutcome[] = []
  let rest = arrivals
  while (rest.length > 0) {
    const batch = firstTogether(rest, together)
    outcomes.push(...(await storeTogether(db, batch)))
    rest = rest.slice(batch.length)
  }
  return outcomes
}

/**
 * As many arrivals from the front as may go into one statement: of one study, and no two with one id or one code.
 *
 * @example firstTogether([a, b, a], 256) // [a, b]
 */
export function firstTogether(arrivals: readonly Arrival[], most: number): readonly Arrival[] {
  const studyId = arrivals[0]?.place.studyId
  const taken = new Set<string>()
  const end = arrivals.slice(0, most).findIndex((arrival) => {
    const keys = keysOf(arrival)
    if (arrival.place.studyId !== studyId || keys.some((key) => taken.has(key))) return true
    for (const key of keys) taken.add(key)
    return false
  })
  return arrivals.slice(0, end === -1 ? most : end)
}

/** What no two arrivals of a statement, or of two statements at once, may have in common. */
export function keysOf({ response, codeHash, place }: Arrival): readonly string[] {
  const id = response.id.toLowerCase()
  return codeHash === null ? [id] : [id, `${place.waveId} ${codeHash}`]
}

/**
 * Stores the arrivals of one study; they have no id and no code in common.
 *
 * @returns one outcome per arrival, in the order given
 * @throws Problem `databaseUnavailable`
 */
export async function storeTogether(
  db: Kysely<Schema>,
  arrivals: readonly Arrival[],
): Promise<readonly BatchOutcome[]> {
  const [only] = arrivals
  try {
    const created = await insertArrivals(db, arrivals)
    return await whatBecameOf(db, arrivals, created)
  } catch (error) {
    const alone = arrivals.length === 1 && only !== undefined
    if (isOvertaken(error)) {
      if (alone) return whatBecameOf(db, arrivals, new Set())
    } else if (isProblem(error, 'valueNotStorable')) {
      if (alone) return [{ id: only.response.id, problem: error }]
    } else throw error
  }
  const outcomes: BatchOutcome[] = []
  for (const arrival of arrivals) outcomes.push(...(await storeTogether(db, [arrival])))
  return outcomes
}
