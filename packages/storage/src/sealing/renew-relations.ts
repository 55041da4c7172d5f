import { sql, type Transaction } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Portion } from './move-portion.ts'
import type { SealingWay } from './sealing-step.ts'

/**
 * Empties the waiting room of a portion. What others wait for goes on in new files, in a random order; with the old files
 * everything is gone that was deleted in them, of which a deleted row would still tell which transaction wrote it.
 */
export async function renewWaitingRoom(trx: Transaction<Schema>, portion: Portion, way: SealingWay): Promise<void> {
  const { studyId, waveId, upTo } = portion
  const sealed = sql`study_id = ${studyId} and wave_id = ${waveId} and batch <= ${upTo}`
  for (const table of ['pending_responses', 'pending_codes']) {
    if (way.does('waitingRoom')) await renew(trx, table, sql`not (${sealed})`)
    else await sql`delete from ${sql.table(table)} where ${sealed}`.execute(trx)
  }
}

/**
 * Lets drafts and typed paper forms go on in new files: the row of one that was sent or that matched is deleted, but still
 * names the transaction that deleted it, which is the one that stored the answers.
 */
export async function renewDrafts(trx: Transaction<Schema>, way: SealingWay): Promise<void> {
  if (!way.does('drafts')) return
  for (const table of ['paper_entries', 'drafts']) await renew(trx, table, sql`true`)
}

/** Temporary tables are in no write-ahead log, and gone with the transaction. */
async function renew(trx: Transaction<Schema>, table: string, kept: ReturnType<typeof sql>): Promise<void> {
  const copy = sql.table(`kept_${table}`)
  await sql`create temporary table ${copy} on commit drop as select * from ${sql.table(table)} where ${kept}`.execute(
    trx,
  )
  await sql`truncate ${sql.table(table)}`.execute(trx)
  await sql`insert into ${sql.table(table)} select * from ${copy} order by gen_random_uuid()`.execute(trx)
}
