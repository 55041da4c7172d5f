import { sql, type Kysely, type Selectable } from 'kysely'
import type { Schema } from '../schema.ts'
import type { UnsealedBatch } from './manifest.ts'

/** A backup that was made from this database. */
export interface Backup {
  readonly id: string
  /** ISO date. */
  readonly madeOn: string
  /** Its whole path, on the machine that made it. */
  readonly file: string
  readonly bytes: number
  readonly sha256: string
  /**
   * `kept`: nothing in it that sealing is for. `unsealed`: it holds answers that wait to be sealed, as the database
   * does. `expired`: those answers are sealed by now, and only this file still shows them as they came.
   */
  readonly state: 'kept' | 'unsealed' | 'expired'
}

export interface NewBackup extends Omit<Backup, 'id' | 'state'> {
  readonly unsealed: readonly UnsealedBatch[]
}

/** Whether this database has a list of backups: one that an older program made has none yet. */
export async function hasBackupList(db: Kysely<Schema>): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('backups') is not null as there`.execute(db)
  return rows[0]?.there === true
}

/** Writes down that a backup was made. */
export async function addBackup(db: Kysely<Schema>, backup: NewBackup): Promise<void> {
  await db
    .insertInto('backups')
    .values({
      made_on: backup.madeOn,
      file: backup.file,
      bytes: String(backup.bytes),
      sha256: backup.sha256,
      unsealed: JSON.stringify(backup.unsealed),
    })
    .execute()
}

/** The backups that were not deleted, the newest first. */
export async function listBackups(db: Kysely<Schema>): Promise<readonly Backup[]> {
  const rows = await db
    .selectFrom('backups')
    .selectAll()
    .where('deleted_on', 'is', null)
    .orderBy('id', 'desc')
    .execute()
  const pending = await pendingBatches(db)
  return rows.map((row) => ({
    id: row.id,
    madeOn: row.made_on,
    file: row.file,
    bytes: Number(row.bytes),
    sha256: row.sha256,
    state: stateOf(row, pending),
  }))
}

/** Writes down that the file of a backup is gone. @param today ISO date */
export async function forgetBackup(db: Kysely<Schema>, id: string, today: string): Promise<void> {
  await db.updateTable('backups').set({ deleted_on: today }).where('id', '=', id).execute()
}

/** Batches of answers that no portion has sealed yet. */
async function pendingBatches(db: Kysely<Schema>): Promise<ReadonlySet<string>> {
  const { rows } = await sql<UnsealedBatch>`
    select distinct study_id as "studyId", wave_id as "waveId", batch from pending_responses`.execute(db)
  return new Set(rows.map(nameOf))
}

function stateOf({ unsealed }: Selectable<Schema['backups']>, pending: ReadonlySet<string>): Backup['state'] {
  if (unsealed.length === 0) return 'kept'
  return unsealed.every((batch) => pending.has(nameOf(batch))) ? 'unsealed' : 'expired'
}

function nameOf({ studyId, waveId, batch }: UnsealedBatch): string {
  return `${studyId} ${waveId} ${batch}`
}
