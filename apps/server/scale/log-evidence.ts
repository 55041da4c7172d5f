import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DebianPostgres } from './debian-postgres.ts'

/** How many of these texts stand anywhere in the write-ahead log of a server. */
export function foundInLog({ folder }: DebianPostgres, texts: readonly string[]): number {
  const log = Buffer.concat(logFiles(folder).map((name) => readFileSync(join(folder, 'pg_wal', name))))
  return texts.filter((text) => log.includes(text)).length
}

/** Names of its files, oldest first. */
export function logFiles(folder: string): readonly string[] {
  return readdirSync(join(folder, 'pg_wal'))
    .filter((name) => /^[0-9A-F]{24}$/.test(name))
    .toSorted()
}
