import { randomBytes } from 'node:crypto'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { withConnection } from './connect.ts'
import { encrypted, SALT_BYTES } from './encryption.ts'
import { finishedFile, type FinishedFile } from './finished-file.ts'
import type { BackupFacts, Manifest, UnsealedBatch } from './manifest.ts'
import { holdStill, snapshotText } from './snapshot.ts'
import { through } from './through.ts'

export interface BackupRequest {
  /** Names for the file, tried in order until one is free. */
  readonly names: readonly string[]
  readonly passphrase: string
  /** ISO date. */
  readonly madeOn: string
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
    const names = tables.map(({ table }) => table)
    const facts: BackupFacts = { madeOn: request.madeOn, ...(await stateOf(client, names)) }
    const unsealed = names.includes('pending_responses') ? await unsealedBatches(client) : []
    let manifest: Manifest = { ...facts, tables: {} }
    const text = snapshotText(client, tables, facts, (told) => (manifest = told))
    const packed = through(text, createGzip())
    const file = await finishedFile(request.names, encrypted(packed, request.passphrase, randomBytes(SALT_BYTES)))
    return file === null ? null : { ...file, manifest, unsealed }
  })
}

/** An older program may have made the tables: a backup comes before an upgrade. */
async function stateOf(client: pg.Client, tables: readonly string[]): Promise<Omit<BackupFacts, 'madeOn'>> {
  const { rows } = await client.query<Omit<BackupFacts, 'madeOn'>>(
    `select ${tables.includes('installation_key') ? '(select fingerprint from installation_key)' : 'null'} as "keyFingerprint",
      split_part(current_setting('server_version'), ' ', 1) as postgres,
      array(select name::text from kysely_migration order by name) as migrations`,
  )
  const [state] = rows
  if (state === undefined) throw new Error('a database without a state')
  return state
}

async function unsealedBatches(client: pg.Client): Promise<readonly UnsealedBatch[]> {
  const { rows } = await client.query<UnsealedBatch>(
    `select distinct study_id as "studyId", wave_id as "waveId", batch from pending_responses order by 1, 2, 3`,
  )
  return rows
}
