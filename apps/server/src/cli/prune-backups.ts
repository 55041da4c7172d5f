import { existsSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { forgetBackup, listBackups, type Backup, type Database } from '@klankbord/storage'
import { todayAt } from '../clock.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'

/** Throws away all backups of this database in a folder but the newest ones. Other files are left alone. */
export async function pruneBackups(
  place: Surroundings,
  db: Database['db'],
  folder: string,
  keep: number,
): Promise<void> {
  const here = (await listBackups(db)).filter(({ file }) => dirname(file) === folder && existsSync(file))
  for (const backup of here.slice(keep)) await deleteBackup(place, db, backup)
}

/**
 * Deletes the file of a backup and writes that down. A file that is gone from a folder that is there was deleted by
 * hand; a folder that is not there may be a disk in a drawer.
 *
 * @returns whether the file is gone
 */
export async function deleteBackup(place: Surroundings, db: Database['db'], backup: Backup): Promise<boolean> {
  const { id, file, madeOn } = backup
  if (!existsSync(dirname(file))) {
    place.terminal.warn(say('backupOutOfReach', { file, madeOn }))
    return false
  }
  rmSync(file, { force: true })
  await forgetBackup(db, id, todayAt(place.clock.now()).today)
  place.terminal.print(say('backupDeleted', { file, madeOn }))
  return true
}
