import { problem } from '@klankbord/model'
import type { TableDigest } from './row-digest.ts'
import type { SavedTable } from './tables-in-order.ts'

/** Answers of an anonymous wave that no portion had sealed yet when a backup was made. */
export interface UnsealedBatch {
  readonly studyId: string
  readonly waveId: string
  readonly batch: number
}

/** What stands at the beginning of a backup, before any row. */
export interface BackupFacts {
  /** ISO date. No time: it could be held against the time at which somebody answered. */
  readonly madeOn: string
  /** Version of the PostgreSQL that it was made from, as in "18.4". */
  readonly postgres: string
  /** What had been run, in order. */
  readonly migrations: readonly string[]
  /** Which key codes and contacts are stored under; null when none was used. The key itself is in no backup. */
  readonly keyFingerprint: string | null
}

/** What a backup holds: what stands at its beginning, and of each table, at its end, what was written. */
export interface Manifest extends BackupFacts {
  readonly tables: Readonly<Record<string, TableDigest>>
}

/** The end of the rows of a table. Rows never look like this: in them a backslash is doubled. */
export const END_OF_ROWS = '\\.\n'

const LAYOUT = 1

export function beginningLine(facts: BackupFacts): string {
  return lineOf({ klankbord: 'backup', layout: LAYOUT, ...facts })
}

export function tableLine({ table, columns }: SavedTable): string {
  return lineOf({ table, columns })
}

export function endLine(tables: Manifest['tables']): string {
  return lineOf({ end: true, tables })
}

/**
 * Reads a line that is no row. Whoever has the passphrase wrote it, so its shape is only looked at as far as a newer
 * version could have changed it.
 *
 * @throws Problem `backupDamaged`, `backupTooNew`
 */
export function readFacts(line: string, file: string): BackupFacts {
  const { klankbord, layout, ...facts } = jsonIn(line, file)
  if (klankbord !== 'backup' || typeof layout !== 'number') throw malformed(file)
  if (layout > LAYOUT) throw problem('backupTooNew', { file, needs: `layout ${layout}` })
  return facts as unknown as BackupFacts
}

/** The table that begins, or what all tables were, at the end. @throws Problem `backupDamaged` */
export function readTableOrEnd(line: string, file: string): SavedTable | { readonly tables: Manifest['tables'] } {
  const read = jsonIn(line, file)
  if (typeof read['table'] === 'string' && Array.isArray(read['columns'])) return read as unknown as SavedTable
  if (read['end'] === true) return read as unknown as { readonly tables: Manifest['tables'] }
  throw malformed(file)
}

function lineOf(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}

function jsonIn(line: string, file: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(line) as Readonly<Record<string, unknown>>
  } catch (cause) {
    throw malformed(file, cause)
  }
}

function malformed(file: string, cause?: unknown): Error {
  return problem('backupDamaged', { file, reason: 'it is not in the form of a backup' }, { cause })
}
