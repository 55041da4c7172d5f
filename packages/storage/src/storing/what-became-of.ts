import { problem, type Problem } from '@klankbord/model'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Arrival, BatchOutcome } from './arrival.ts'

/** What is stored under an id: which wave it belongs to and what was answered, or that it was withdrawn. */
interface Known {
  readonly id: string
  readonly waveId: string | null
  readonly contentHash: string | null
}

/** A wave as far as it decides who may come in. */
interface Entrance {
  readonly waveId: string
  readonly state: string
  readonly mode: string
  /** ISO date; null while people may begin. */
  readonly lastDay: string | null
}

/**
 * The outcome of each arrival after its statement: those that were stored, those whose id was known before, and why the
 * rest was left out.
 *
 * @param created the ids that were stored just now, in small letters
 */
export async function whatBecameOf(
  db: Kysely<Schema>,
  arrivals: readonly Arrival[],
  created: ReadonlySet<string>,
): Promise<readonly BatchOutcome[]> {
  const rest = arrivals.filter(({ response }) => !created.has(response.id.toLowerCase()))
  const known = rest.length === 0 ? NOTHING : await knownIds(db, rest)
  const left = rest.filter(({ response }) => !known.has(response.id.toLowerCase()))
  const entrances = left.length === 0 ? NOWHERE : await entrancesOf(db, left)
  return arrivals.map((arrival): BatchOutcome => {
    const { id, contentHash } = arrival.response
    if (created.has(id.toLowerCase())) return { id, outcome: 'created' }
    const stored = known.get(id.toLowerCase())
    if (stored === undefined) return { id, problem: refusalOf(arrival, entrances.get(arrival.place.waveId)) }
    if (stored.waveId === null) return { id, outcome: 'withdrawn' }
    // The same id in another wave is never the same response.
    const same = stored.waveId === arrival.place.waveId && stored.contentHash === contentHash
    return { id, outcome: same ? 'same' : 'conflict' }
  })
}

const NOTHING: ReadonlyMap<string, Known> = new Map()
const NOWHERE: ReadonlyMap<string, Entrance> = new Map()

async function knownIds(db: Kysely<Schema>, arrivals: readonly Arrival[]): Promise<ReadonlyMap<string, Known>> {
  const studyId = arrivals[0]?.place.studyId ?? ''
  const ids = arrivals.map(({ response }) => response.id)
  const { rows } = await sql<Known>`
    select id, wave_id as "waveId", content_hash as "contentHash" from responses
    where study_id = ${studyId} and id = any(${ids}::uuid[])
    union all
    select id, wave_id, content_hash from pending_responses where study_id = ${studyId} and id = any(${ids}::uuid[])
    union all
    select id, null, null from withdrawn_responses where study_id = ${studyId} and id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

async function entrancesOf(db: Kysely<Schema>, arrivals: readonly Arrival[]): Promise<ReadonlyMap<string, Entrance>> {
  const studyId = arrivals[0]?.place.studyId ?? ''
  const rows = await db
    .selectFrom('waves')
    .select(['id as waveId', 'state', 'mode', sql<string | null>`closed_on + grace_days`.as('lastDay')])
    .where('study_id', '=', studyId)
    .where('id', 'in', [...new Set(arrivals.map(({ place }) => place.waveId))])
    .execute()
  return new Map(rows.map((row) => [row.waveId, row]))
}

/** Wave first, then code: that is the order in which somebody can do something about it. */
function refusalOf({ place, byStaff, today }: Arrival, wave: Entrance | undefined): Problem {
  if (wave === undefined) return problem('unknownWave', { wave: place.waveId })
  if (!byStaff && wave.state === 'sealed') return problem('waveSealed', { wave: place.waveId })
  if (!byStaff && wave.state === 'closed' && today > (wave.lastDay ?? ''))
    return problem('waveSealed', { wave: place.waveId })
  if (!byStaff && wave.mode !== 'open') return problem('accessCodeRefused', {})
  return problem('unknownVersion', { version: place.version })
}
