import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isProblem, problem } from '@klankbord/model'
import { lockDataFolder, restoreBackup, type Restored } from '@klankbord/storage'
import { pino } from 'pino'
import { hasKey } from '../keys/installation-key.ts'
import { keysKnownAs, lookedFor } from '../keys/keys-of-database.ts'
import { hasDatabase } from './known-address.ts'
import { passphraseOf } from './passphrase.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'
import { openOwnDatabase } from './workplace.ts'

export interface RestoreOptions {
  readonly data: string
  /** A PostgreSQL to restore into; that of DATABASE_URL, else the one of the data folder when left out. */
  readonly database?: string
  readonly passphraseFile?: string
}

/** Restores a backup into a database without rows, brings it up to date, and says what is still needed. */
export async function restoreDatabase(place: Surroundings, given: string, options: RestoreOptions): Promise<void> {
  const passphrase = await passphraseOf(place, options.passphraseFile)
  const file = resolve(given)
  if (!existsSync(file)) throw problem('fileNotReadable', { file, reason: 'it does not exist' })
  const databaseUrl = options.database ?? place.environment.databaseUrl
  const there: Surroundings = { ...place, environment: { ...place.environment, databaseUrl } }
  // A server that starts meanwhile would write into tables that are being filled.
  const lock = databaseUrl === null ? lockDataFolder(options.data) : null
  const wasEmpty = databaseUrl === null && !hasDatabase(options.data)
  try {
    const { connectionString, close } = await openOwnDatabase(there, options.data, pino({ level: 'silent' }))
    try {
      const restored = await restoreBackup(connectionString, { file, passphrase })
      tell(place, restored)
      tellOfKey(place, options.data, restored.manifest.keyFingerprint)
    } finally {
      await close()
    }
  } catch (error) {
    if (wasEmpty) removeDatabase(options.data)
    throw error
  } finally {
    lock?.release()
  }
}

/** Takes away a database that was made for a backup that could not be restored, or the folder would pass for one in use. */
function removeDatabase(data: string): void {
  for (const name of ['postgres', 'postgres.log']) rmSync(join(data, name), { recursive: true, force: true })
}

function tell({ terminal }: Surroundings, { manifest, migrated }: Restored): void {
  const { madeOn, postgres, tables } = manifest
  for (const [table, { rows }] of Object.entries(tables)) {
    if (rows > 0) terminal.print(say('restoredTable', { table, rows }))
  }
  for (const migration of migrated) terminal.print(say('migrated', { migration }))
  terminal.print(say('restored', { madeOn, postgres }))
}

/** Codes and contacts are stored under a key that no backup holds. None is made here: the right one may be on its way. */
function tellOfKey(place: Surroundings, dataFolder: string, fingerprint: string | null): void {
  const keyPlace = { ...place.environment.key, dataFolder }
  if (fingerprint === null) return
  if (!hasKey(keyPlace)) {
    const { file } = lookedFor(keyPlace)
    return place.terminal.warn(say('restoredWithoutKey', { file: file ?? '', expected: fingerprint }))
  }
  try {
    keysKnownAs(fingerprint, keyPlace, place.randomness)
    place.terminal.print(say('restoredSameKey'))
  } catch (error) {
    if (!isProblem(error)) throw error
    place.terminal.warn(error.message)
  }
}
