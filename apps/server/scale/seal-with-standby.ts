import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Database } from '@klankbord/storage'
import { sql } from 'kysely'
import { answersOf, fieldworkOn } from '../chaos/fieldwork.ts'
import { senderOf } from '../chaos/sender.ts'
import { underLoad } from '../chaos/under-load.ts'
import type { DebianPostgres } from './debian-postgres.ts'
import { foundInLog, logFiles } from './log-evidence.ts'

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const PEOPLE = 60

export interface SealingPlace {
  readonly folder: string
  readonly primary: DebianPostgres
  readonly standby: DebianPostgres
  readonly environment: Readonly<Record<string, string>>
  /** Of the proxy. */
  readonly port: number
  readonly database: Database
}

/** What was in the write-ahead logs of both servers before and after sealing. */
export interface SealingFigures {
  readonly sealed: number
  /** Hashes of codes as they came with answers, in the log of the standby. */
  readonly inLogBefore: number
  /** In the logs of both. */
  readonly inLogAfter: number
  /** Log files of before that are still there, on both. */
  readonly filesLeft: number
}

/** People answer with a code; the wave is sealed for good; then nobody finds in a log how they came. */
export async function sealWithStandby(place: SealingPlace): Promise<SealingFigures> {
  const { folder, primary, standby, environment, port, database } = place
  const fieldwork = await fieldworkOn(database, PEOPLE * 2)
  const codes = await fieldwork.handOut(PEOPLE)
  const senders = codes.map((code, n) => senderOf({ name: `sealed/${n}`, answers: answersOf(n), code }))
  await underLoad({ port, wave: fieldwork.wave.address, senders, together: 8 }, () => Promise.resolve())
  const { rows } = await sql<{ hash: string }>`
    select code_hash as hash from pending_codes where wave_id = ${fieldwork.wave.id}`.execute(database.db)
  const hashes = rows.map(({ hash }) => hash)
  const servers = [primary, standby]
  const inLogBefore = foundInLog(standby, hashes)
  const before = servers.map((server) => logFiles(server.folder))
  await promisify(execFile)(
    process.execPath,
    [CLI, 'seal', '--wave', fieldwork.wave.address, '--final', '--now', '--data', join(folder, 'left')],
    { env: { ...process.env, ...environment }, timeout: 60_000 },
  )
  const left = servers.map((server, at) => logFiles(server.folder).filter((name) => before[at]?.includes(name)))
  return {
    sealed: hashes.length,
    inLogBefore,
    inLogAfter: foundInLog(primary, hashes) + foundInLog(standby, hashes),
    filesLeft: left.flat().length,
  }
}
