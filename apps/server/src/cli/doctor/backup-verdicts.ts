import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { hasBackupList, listBackups, type Backup, type Database } from '@klankbord/storage'
import { todayAt } from '../../clock.ts'
import { brokenOffBackups } from '../broken-off-backups.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { bad, good, look, type Verdict } from './verdict.ts'

const DAY = 86_400_000
const OLDEST_DAYS = 7

/** Whether answers are kept a second time, not for too long, and whether a backup was broken off. */
export async function backupVerdicts({ clock }: Surroundings, db: Database['db']): Promise<readonly Verdict[]> {
  const backups = (await hasBackupList(db)) ? await listBackups(db) : []
  const [newest] = backups
  if (newest === undefined) return [look(say('backupNone'))]
  const now = clock.now()
  const expired = backups.filter((backup) => backup.state === 'expired' && !wasDeleted(backup)).length
  const folders = [...new Set(backups.map(({ file }) => dirname(file)))].filter((folder) => existsSync(folder))
  const broken = folders.flatMap((folder) => brokenOffBackups(folder, now))
  return [
    newestVerdict(newest, todayAt(now).today),
    ...(expired > 0 ? [bad(say('backupsExpired', { count: expired }))] : []),
    ...(broken.length > 0 ? [look(say('backupBrokenOff', { files: broken.join(', ') }))] : []),
  ]
}

function newestVerdict(newest: Backup, today: string): Verdict {
  if (wasDeleted(newest)) return look(say('backupGone', { file: newest.file }))
  const days = Math.max(0, (Date.parse(today) - Date.parse(newest.madeOn)) / DAY)
  return days > OLDEST_DAYS ? look(say('backupOld', { days })) : good(say('backupRecent', { days }))
}

/** Its folder is there and it is not: a restored list still names what was deleted since. A folder may be a disk in a drawer. */
function wasDeleted({ file }: Backup): boolean {
  return existsSync(dirname(file)) && !existsSync(file)
}
