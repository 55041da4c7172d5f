import { existsSync } from 'node:fs'
import { hasBackupList, listBackups, type Backup } from '@klankbord/storage'
import { inDatabase } from './backup-database.ts'
import type { ExitCode } from './exit-code.ts'
import { deleteBackup } from './prune-backups.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'

/** Prints the backups that were made from this database, the newest first, and which of them should be deleted. */
export async function printBackups(place: Surroundings, { data }: { readonly data: string }): Promise<void> {
  await inDatabase(place, data, async ({ database: { db } }) => {
    const backups = (await hasBackupList(db)) ? await listBackups(db) : []
    if (backups.length === 0) place.terminal.print(say('noBackups'))
    for (const backup of backups) place.terminal.print(lineOf(backup))
  })
}

/**
 * Deletes the files of backups that hold answers from before sealing. The newest backup stays, also when it is one of
 * those, until there is a newer one: losing all answers is worse.
 *
 * @returns 2 when a file stays that should go
 */
export async function expireBackups(place: Surroundings, { data }: { readonly data: string }): Promise<ExitCode> {
  return inDatabase(place, data, async ({ database: { db } }) => {
    const backups = (await hasBackupList(db)) ? await listBackups(db) : []
    const newest = backups.find(({ file }) => existsSync(file))
    const expired = backups.filter(({ state }) => state === 'expired')
    if (expired.length === 0) place.terminal.print(say('noneExpired'))
    let code: ExitCode = 0
    for (const backup of expired) {
      if (backup === newest) place.terminal.warn(say('backupNewestStays', { file: backup.file }))
      if (backup === newest || !(await deleteBackup(place, db, backup))) code = 2
    }
    return code
  })
}

function lineOf({ madeOn, file, bytes, state }: Backup): string {
  const kilobytes = Math.ceil(bytes / 1_000)
  return say(`backup.${state}`, { madeOn, file, kilobytes, there: existsSync(file) ? 'yes' : 'no' })
}
