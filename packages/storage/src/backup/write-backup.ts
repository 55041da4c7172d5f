import { randomBytes } from 'node:crypto'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { withConnection } from './connect.ts'
import { encrypted, SALT_BYTES } from './encryption.ts'
import { finishedFile, type FinishedFile } from './finished-file.ts'
import type { Manifest, UnsealedBatch } from './manifest.ts'
import { holdStill, snapshotText } from './snapshot.ts'
import { through } from './through.ts'

export interface BackupRequest {
  /** Names for the file, tried in order until one is free. */
  readonly names: Iterable<string>
  readonly passphrase: string
  /** ISO date. */
  readonly madeOn: string
  /** Which key this installation uses, not the key. */
  readonly keyFingerprint: string | null
}

/** A backup that is whole and on the disk. */
export interface WrittenBackup extends FinishedFile {
  readonly manifest: Manifest
  /** What of it sealing has not been over yet; empty when it may be kept for as long as anybody likes. */
  readonly unsealed: readonly UnsealedBatch[]
}

/**
 * Writes the whole database, as it is at one moment, to an encrypted file, while others go on reading and writing. What
 * is held in memory does not grow with the database.
 *
 * @returns null when no name is free
 * @throws Problem `databaseUnavailable`; the error of the system when the file cannot be written. Then there is no file.
 */
export function writeBackup(connectionString: string, request: BackupRequest): Promise<WrittenBackup | null> {
  return withConnection(connectionString, async (client) => {
    const tables = await holdStill(client)
    const { rows } = await client.query<{ readonly postgres: string; readonly migrations: string[] }>(STATE)
    const unsealed = await unsealedBatches(client)
    const facts = { madeOn: request.madeOn, keyFingerprint: request.keyFingerprint, ...(rows[0] ?? NOTHING) }
    let manifest: Manifest = { ...facts, tables: {} }
    const text = snapshotText(client, tables, facts, (told) => (manifest = told))
    const packed = through(text, createGzip())
    const file = await finishedFile(request.names, encrypted(packed, request.passphrase, randomBytes(SALT_BYTES)))
    return file === null ? null : { ...file, manifest, unsealed }
  })
}

const NOTHING = { postgres: '', migrations: [] }

const STATE = `select split_part(current_setting('server_version'), ' ', 1) as postgres,
  array(select name::text from kysely_migration order by name) as migrations`

async function unsealedBatches(client: pg.Client): Promise<readonly UnsealedBatch[]> {
  const { rows } = await client.query<UnsealedBatch>(
    `select distinct study_id as "studyId", wave_id as "waveId", batch from pending_responses order by 1, 2, 3`,
  )
  return rows
}
