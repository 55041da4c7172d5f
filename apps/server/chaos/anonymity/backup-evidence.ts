import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { addBackup, listBackups, writeBackup } from '@klankbord/storage'
import type { Fieldwork } from '../fieldwork.ts'
import type { Tie } from './disk-evidence.ts'
import { openedBackup, type SavedRows } from './opened-backup.ts'

const PASSPHRASE = 'vier woorden van de beheerder'

/** Who waits. */
export interface Waiting {
  readonly waiting: readonly { readonly id: string }[]
  readonly waitingCodes: readonly { readonly codeHash: string }[]
}

/** What of a backup says who answered what: who waits, in the order of its rows. */
export interface BackupDump extends Waiting {
  readonly file: string
  /** Everything that stands beside a waiting answer. */
  readonly columns: readonly string[]
}

/** Makes a backup as `klankbord backup` does and writes it down, and opens it with the passphrase. */
export async function backedUp({ database, connectionString, wave }: Fieldwork, folder: string): Promise<BackupDump> {
  mkdirSync(folder, { recursive: true })
  const names = Array.from({ length: 1000 }, (_, n) => join(folder, `klankbord-${n}.backup`))
  const written = await writeBackup(connectionString, { names, passphrase: PASSPHRASE, madeOn: TODAY })
  if (written === null) throw new Error('no name is left for a backup')
  await addBackup(database.db, { ...written, madeOn: TODAY })
  const tables = openedBackup(written.file, PASSPHRASE)
  const rowsOf = (table: string): SavedRows => (tables.get(table) ?? []).filter((row) => row['wave_id'] === wave.id)
  const waiting = rowsOf('pending_responses')
  return {
    file: written.file,
    columns: Object.keys(waiting[0] ?? {}),
    waiting: waiting.map((row) => ({ id: row['id'] ?? '' })),
    waitingCodes: rowsOf('pending_codes').map((row) => ({ codeHash: row['code_hash'] ?? '' })),
  }
}

/** The files that whoever follows the list of backups has thrown away by now. */
export async function expiredFiles({ database }: Fieldwork): Promise<ReadonlySet<string>> {
  const backups = await listBackups(database.db)
  return new Set(backups.filter(({ state }) => state === 'expired').map(({ file }) => file))
}

/** What came between two looks, of which the later may be a backup: one new code and one new answer belong together. */
export function tiesBetween(looks: readonly Waiting[]): readonly Tie[] {
  return looks.slice(1).flatMap((look, at) => {
    const ids = missingIn(looks[at]?.waiting ?? [], look.waiting, ({ id }) => id)
    const codes = missingIn(looks[at]?.waitingCodes ?? [], look.waitingCodes, ({ codeHash }) => codeHash)
    const [id, codeHash] = [ids[0], codes[0]]
    return ids.length === 1 && codes.length === 1 && id !== undefined && codeHash !== undefined
      ? [{ codeHash, id }]
      : []
  })
}

/** Codes and answers in the order in which they stand in one backup. */
export function tiesByPlace({ waiting, waitingCodes }: BackupDump): ReadonlyMap<string, string> {
  return new Map(
    waitingCodes.flatMap(({ codeHash }, at) => {
      const id = waiting[at]?.id
      return id === undefined ? [] : [[codeHash, id] as const]
    }),
  )
}

function missingIn<Row>(
  before: readonly Row[],
  after: readonly Row[],
  nameOf: (row: Row) => string,
): readonly string[] {
  const known = new Set(before.map(nameOf))
  return after.map(nameOf).filter((name) => !known.has(name))
}

const TODAY = '2026-11-22'
