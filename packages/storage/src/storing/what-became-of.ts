import { problem, type Problem } from '@klankbord/model'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import { LAST_REVISION } from '../drafts.ts'
import { LAST_DAY } from '../last-day.ts'
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
  /** ISO date; null where none was set. */
  readonly opensOn: string | null
  readonly limited: boolean
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
  const isAfterCode = ({ place, draftKnown = null }: Arrival): boolean =>
    draftKnown !== null || entrances.get(place.waveId)?.limited === true
  const unused = left.some(isAfterCode) ? await unusedCodes(db, left) : NO_CODES
  const newer = left.some(({ draftKnown = null }) => draftKnown !== null) ? await draftsOf(db, left) : NO_DRAFTS
  return arrivals.map((arrival): BatchOutcome => {
    const { id, contentHash } = arrival.response
    if (created.has(id.toLowerCase())) return { id, outcome: 'created' }
    const stored = known.get(id.toLowerCase())
    if (stored === undefined) {
      const entrance = entrances.get(arrival.place.waveId)
      return { id, problem: refusalOf(arrival, entrance, { unused, draft: newer.get(id.toLowerCase()) ?? 0 }) }
    }
    if (stored.waveId === null) return { id, outcome: 'withdrawn' }
    // The same id in another wave is never the same response.
    const same = stored.waveId === arrival.place.waveId && stored.contentHash === contentHash
    return { id, outcome: same ? 'same' : 'conflict' }
  })
}

const NOTHING: ReadonlyMap<string, Known> = new Map()
const NOWHERE: ReadonlyMap<string, Entrance> = new Map()
const NO_CODES: ReadonlySet<string> = new Set()
const NO_DRAFTS: ReadonlyMap<string, number> = new Map()

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
    .select(['id as waveId', 'state', 'mode', 'opens_on as opensOn'])
    .select(LAST_DAY.as('lastDay'))
    .select(sql<boolean>`quotas is not null`.as('limited'))
    .where('study_id', '=', studyId)
    .where('id', 'in', [...new Set(arrivals.map(({ place }) => place.waveId))])
    .execute()
  return new Map(rows.map((row) => [row.waveId, row]))
}

/** Codes among those of the arrivals that were good: where one was, something else is why nothing was stored. */
async function unusedCodes(db: Kysely<Schema>, arrivals: readonly Arrival[]): Promise<ReadonlySet<string>> {
  const studyId = arrivals[0]?.place.studyId ?? ''
  const hashes = arrivals.flatMap(({ codeHash }) => (codeHash === null ? [] : [codeHash]))
  const { rows } = await sql<{ key: string }>`
    select known.wave_id || ' ' || known.code_hash as key
    from access_codes known left join pending_codes waiting using (study_id, wave_id, code_hash)
    where known.study_id = ${studyId} and known.code_hash = any(${hashes}) and known.state = 'unused'
      and waiting.code_hash is null`.execute(db)
  return new Set(rows.map(({ key }) => key))
}

/** The revisions of the drafts that are kept under these ids. */
async function draftsOf(db: Kysely<Schema>, arrivals: readonly Arrival[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('drafts')
    .select(['id', 'revision'])
    .where('study_id', '=', arrivals[0]?.place.studyId ?? '')
    .where(
      'id',
      'in',
      arrivals.map(({ response }) => response.id),
    )
    .execute()
  return new Map(rows.map(({ id, revision }) => [id, revision]))
}

/** Wave first, then code, then the draft, then places: that is the order in which somebody can do something about it. */
function refusalOf(
  { place, byStaff, today, codeHash, draftKnown = null }: Arrival,
  wave: Entrance | undefined,
  { unused, draft }: { readonly unused: ReadonlySet<string>; readonly draft: number },
): Problem {
  const { waveId: id } = place
  if (wave === undefined) return problem('unknownWave', { wave: id })
  if (byStaff) return problem('unknownVersion', { version: place.version })
  if (wave.state === 'sealed' || today > (wave.lastDay ?? (wave.state === 'open' ? today : '')))
    return problem('waveSealed', { wave: id })
  if (wave.opensOn !== null && today < wave.opensOn)
    return problem('waveNotOpenYet', { wave: id, opensOn: wave.opensOn })
  if (wave.mode !== 'open' && !unused.has(`${id} ${codeHash}`)) return problem('accessCodeRefused', {})
  if (draftKnown !== null && draft > draftKnown)
    return problem('staleDraft', draft === LAST_REVISION ? {} : { revision: draft })
  return wave.limited
    ? problem('quotaFull', { wave: id, group: false })
    : problem('unknownVersion', { version: place.version })
}
