import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { isProblem } from '@klankbord/model'
import {
  lockDataFolder,
  restoreBackup,
  sameRows,
  startEmbeddedPostgres,
  type Manifest,
  type WrittenBackup,
} from '@klankbord/storage'

/**
 * Restores a backup into a database that is thrown away afterwards, in a folder within the data folder: what is in it
 * may lie where the data may lie, and nowhere else.
 *
 * @returns whether every table has the rows that were saved
 * @throws Problem `dataFolderInUse` when another backup is being tried; those of the embedded database
 */
export async function backupReadsBack(data: string, written: WrittenBackup, passphrase: string): Promise<boolean> {
  const folder = join(data, 'backup-check')
  const lock = lockDataFolder(folder)
  try {
    // Of one that was killed while it tried.
    rmSync(join(folder, 'postgres'), { recursive: true, force: true })
    const postgres = await startEmbeddedPostgres({ dataFolder: folder, settings: NOT_FOR_LONG })
    try {
      const { manifest } = await restoreBackup(postgres.connectionString, { file: written.file, passphrase })
      return sameTables(manifest.tables, written.manifest.tables)
    } catch (error) {
      if (isProblem(error) && SAYS_BAD.has(error.code)) return false
      throw error
    } finally {
      await postgres.stop()
    }
  } finally {
    lock.release()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** It does not have to outlive a power cut. */
const NOT_FOR_LONG = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

const SAYS_BAD: ReadonlySet<string> = new Set(['notABackup', 'wrongPassphrase', 'backupDamaged', 'restoredOtherwise'])

function sameTables(one: Manifest['tables'], other: Manifest['tables']): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => sameRows(one[name], other[name]))
}
