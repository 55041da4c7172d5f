import { rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { isProblem, problem } from '@klankbord/model'
import { addBackup, hasBackupList, writeBackup, type WrittenBackup } from '@klankbord/storage'
import { pino } from 'pino'
import { todayAt } from '../clock.ts'
import { brokenOffBackups } from './broken-off-backups.ts'
import type { ExitCode } from './exit-code.ts'
import { newPassphraseOf } from './passphrase.ts'
import { pruneBackups } from './prune-backups.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'
import { systemReason } from './system-error.ts'
import { backupReadsBack } from './try-backup.ts'
import { needDatabase, openOwnDatabase, type OwnDatabase } from './workplace.ts'

export interface BackupOptions {
  readonly data: string
  /** A folder that is there, or a file that is not. */
  readonly to: string
  readonly passphraseFile?: string
  /** Restores it somewhere else and compares. */
  readonly verify?: boolean
  /** How many backups to leave in the folder. */
  readonly keep?: number
}

/**
 * Writes a backup, tries it where that was asked for, writes it down, and throws older ones away. The database is not
 * brought up to date first: a backup comes before an upgrade.
 *
 * @returns 1 when the backup does not read back; older ones are kept then
 */
export async function backUpDatabase(place: Surroundings, options: BackupOptions): Promise<ExitCode> {
  const passphrase = await newPassphraseOf(place, options.passphraseFile)
  const to = resolve(options.to)
  const inFolder = statSync(to, { throwIfNoEntry: false })?.isDirectory() === true
  if (options.keep !== undefined && !inFolder) throw problem('keepNeedsFolder', { file: to })
  return inDatabase(place, options.data, async (own) => {
    if (inFolder) clearBrokenOff(place, to)
    const today = todayAt(place.clock.now()).today
    const written = await write(own, { names: inFolder ? namesIn(to, today) : [to], passphrase, madeOn: today })
    tell(place, written)
    if (options.verify === true) {
      const good = await backupReadsBack(options.data, written, passphrase)
      place.terminal.print(say(good ? 'backupReadsBack' : 'backupDoesNotReadBack'))
      if (!good) return 1
    }
    if (await hasBackupList(own.database.db)) {
      await addBackup(own.database.db, { ...written, madeOn: today })
      if (options.keep !== undefined) await pruneBackups(place, own.database.db, to, options.keep)
    }
    return 0
  })
}

/** Works in a database as it is, without bringing it up to date. @throws Problem `noDatabaseHere` */
export async function inDatabase<T>(
  place: Surroundings,
  data: string,
  work: (own: OwnDatabase) => Promise<T>,
): Promise<T> {
  needDatabase(place, data)
  const own = await openOwnDatabase(place, data, pino({ level: 'silent' }))
  try {
    return await work(own)
  } finally {
    await own.close()
  }
}

function clearBrokenOff({ terminal, clock }: Surroundings, folder: string): void {
  for (const file of brokenOffBackups(folder, clock.now())) {
    rmSync(file, { force: true })
    terminal.print(say('backupPartDeleted', { file }))
  }
}

const MOST_A_DAY = 100

function namesIn(folder: string, day: string): readonly string[] {
  const name = join(folder, `klankbord-${day}`)
  return Array.from({ length: MOST_A_DAY }, (_, place) => `${name}${place === 0 ? '' : `-${place + 1}`}.backup`)
}

async function write(own: OwnDatabase, request: Parameters<typeof writeBackup>[1]): Promise<WrittenBackup> {
  const [first = ''] = request.names
  try {
    const written = await writeBackup(own.connectionString, request)
    if (written === null) throw problem('fileExists', { file: first })
    return written
  } catch (error) {
    if (isProblem(error)) throw error
    throw problem('fileNotWritable', { file: dirname(first), reason: systemReason(error) }, { cause: error })
  }
}

function tell({ terminal }: Surroundings, { file, bytes, manifest, unsealed }: WrittenBackup): void {
  const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0)
  terminal.print(say('backupMade', { file, kilobytes: Math.ceil(bytes / 1_000), rows }))
  if (unsealed.length > 0) terminal.print(say('backupUnsealed'))
}
