import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely'
import type { PackedRows } from '@klankbord/model'
import { packedFromCopy, type PackedShape } from './packed-from-copy.ts'
import type { Schema } from './schema.ts'
import type { WaveReference } from './waves.ts'

/** Rows that are copied at a time: some megabytes, within a second. */
const PORTION = 20_000

/** The answers of a wave that one version asked. */
export interface PackedPlace extends WaveReference {
  readonly version: number
}

/**
 * Until where answers were read. It is about what was committed, so that nothing is missed of whoever began to store
 * earlier and was ready later. For memory only: it means nothing after a restart, or in another database.
 */
export interface ReadMark {
  readonly snapshot: string
  readonly rows: number
  /** A digest of which rows they were. */
  readonly ids: string
}

/** Takes what is read. */
export interface PackedSink {
  /** What was taken before counts no more: rows were withdrawn, deleted or changed since. So many follow: all. */
  restart(rows: number): void
  add(rows: PackedRows): void
}

/**
 * Copies packed answers out, some thousands at a time, as they were at one moment: all of them, or those that were
 * committed since an earlier time. In the order of their random ids, which says nothing about who came first.
 *
 * New is what the snapshot of the earlier time does not show (`xmin` of the row), so ids and the order in which people
 * began to store play no part. What had been read must still be there as it was; else all is read anew.
 *
 * @param shape of the codebook
 * @param since what an earlier call gave; null to read all
 * @returns until where was read
 * @throws Problem `packedAnswersMismatch` when a row is of another shape
 */
export async function copyPacked(
  db: Kysely<Schema>,
  place: PackedPlace,
  shape: PackedShape,
  since: ReadMark | null,
  into: PackedSink,
): Promise<ReadMark> {
  const trx = await db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute()
  try {
    const now = await markOf(trx, place)
    const stands = since !== null && (await stillThere(trx, place, since))
    if (!stands) into.restart(now.rows)
    const which = stands ? sql`${ofPlace(place)} and not ${shownTo(since)}` : ofPlace(place)
    await copyPortions(trx, which, shape, into)
    return now
  } finally {
    // Only read: ending it either way is the same, and a rollback also ends it after an error.
    await trx.rollback().execute()
  }
}

/** Asks for the next portion while one is taken. */
async function copyPortions(
  trx: Transaction<Schema>,
  which: RawBuilder<unknown>,
  shape: PackedShape,
  into: PackedSink,
): Promise<void> {
  let copying: Promise<Buffer> | null = copyPortion(trx, which)
  while (copying !== null) {
    const { rows, lastId } = packedFromCopy(await copying, shape)
    copying = lastId !== null && rows.rows === PORTION ? copyPortion(trx, which, lastId) : null
    // When taking fails, nobody waits for the next portion any more.
    copying?.catch(() => undefined)
    into.add(rows)
  }
}

/** Values stand in the statement itself: COPY takes no parameters. */
async function copyPortion(trx: Transaction<Schema>, which: RawBuilder<unknown>, after?: string): Promise<Buffer> {
  const from = after === undefined ? sql`` : sql`and id > ${sql.lit(after)}::uuid`
  const { rows } = await sql<{ copied: Buffer }>`copy (
    select id, codes, numbers from responses where ${which} ${from} order by id limit ${sql.lit(PORTION)}
  ) to stdout (format binary)`.execute(trx)
  return rows[0]?.copied ?? Buffer.alloc(0)
}

function ofPlace({ studyId, waveId, version }: PackedPlace): RawBuilder<unknown> {
  return sql`study_id = ${sql.lit(studyId)}::uuid and wave_id = ${sql.lit(waveId)}::uuid and version = ${sql.lit(version)}`
}

async function markOf(trx: Transaction<Schema>, place: PackedPlace): Promise<ReadMark> {
  const { rows } = await sql<{ snapshot: string }>`select pg_current_snapshot()::text as snapshot`.execute(trx)
  const [now] = rows
  if (now === undefined) throw new Error('a moment without a snapshot')
  return { snapshot: now.snapshot, ...(await whichRows(trx, ofPlace(place))) }
}

async function stillThere(trx: Transaction<Schema>, place: PackedPlace, since: ReadMark): Promise<boolean> {
  const found = await whichRows(trx, sql`${ofPlace(place)} and ${shownTo(since)}`)
  return found.rows === since.rows && found.ids === since.ids
}

/** Rows that are counted in one statement: within seconds, too, where millions are. */
const COUNTED = 200_000

/** How many rows there are, and an exclusive or over hashes of their ids. */
async function whichRows(
  trx: Transaction<Schema>,
  which: RawBuilder<unknown>,
): Promise<Pick<ReadMark, 'rows' | 'ids'>> {
  let [rows, ids] = [0, 0n]
  let from = sql``
  for (;;) {
    const counted = await sql<{ rows: string; ids: string; last: string | null }>`
      select count(*)::text as rows, coalesce(bit_xor(uuid_hash_extended(id, 0)), 0)::text as ids,
        max(id::text collate "C") as last
      from (select id from responses where ${which} ${from} order by id limit ${COUNTED}) as portion`.execute(trx)
    const [portion] = counted.rows
    rows += Number(portion?.rows ?? 0)
    ids ^= BigInt(portion?.ids ?? 0)
    if (Number(portion?.rows) < COUNTED || !portion?.last) return { rows, ids: String(ids) }
    from = sql`and id > ${portion.last}::uuid`
  }
}

/**
 * Whether a snapshot shows a row. `xmin` has 32 bits of the number of a transaction: it is the last such number before the
 * end of the snapshot of now. Of a row from more than four thousand million transactions ago that is another number;
 * then not all rows that were read are found again, and all is read anew.
 */
function shownTo({ snapshot }: ReadMark): RawBuilder<unknown> {
  const end = sql`(select pg_snapshot_xmax(pg_current_snapshot())::text::bigint)`
  const number = sql`((${end} - 1) - (((${end} - 1) - xmin::text::bigint) & 4294967295))`
  return sql`pg_visible_in_snapshot(${number}::text::xid8, ${sql.lit(snapshot)}::pg_snapshot)`
}
