import { appendFileSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openDatabase, startEmbeddedPostgres, type Database, type EmbeddedPostgres } from '@klankbord/storage'

// A real server with real syncing: slow where others use the disk too.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const SECRET = 'mijn-buurvrouw-Truus'

/** What somebody may have left in the cluster while looking for a fault. */
const TALKATIVE = {
  log_statement: 'all',
  log_duration: 'on',
  log_min_duration_statement: '0',
  log_min_messages: 'debug1',
  log_min_error_statement: 'debug1',
  log_error_verbosity: 'verbose',
  log_parameter_max_length: '-1',
  log_parameter_max_length_on_error: '-1',
  debug_print_parse: 'on',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_recycle: 'on',
  track_commit_timestamp: 'on',
}

let folder = ''
let postgres: EmbeddedPostgres
let database: Database

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kb-'))
  postgres = await startEmbeddedPostgres({ dataFolder: folder })
  await postgres.stop()
  const lines = Object.entries(TALKATIVE).map(([name, value]) => `${name} = '${value}'\n`)
  appendFileSync(join(folder, 'postgres', 'postgresql.conf'), lines.join(''))
  postgres = await startEmbeddedPostgres({ dataFolder: folder })
  database = openDatabase(postgres.connectionString)
})

afterAll(async () => {
  await database.close()
  await postgres.stop()
  await rm(folder, { recursive: true })
})

describe('the database of an installation in which somebody turned logging on and durability off', () => {
  it('still guards what is committed, and keeps neither moments nor used parts of its log', async () => {
    const { rows } = await sql<{ name: string; setting: string }>`
      select name, setting from pg_settings where name in (${sql.join(Object.keys(TALKATIVE))})`.execute(database.db)
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      log_statement: 'none',
      log_duration: 'off',
      log_min_duration_statement: '-1',
      log_min_messages: 'log',
      log_min_error_statement: 'panic',
      log_error_verbosity: 'terse',
      log_parameter_max_length: '0',
      log_parameter_max_length_on_error: '0',
      debug_print_parse: 'off',
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      wal_recycle: 'off',
      track_commit_timestamp: 'off',
    })
  })

  it('writes down that it started, and nothing of any statement', async () => {
    const { db } = database
    await sql`create table said (words text primary key check (words <> 'never'), story jsonb)`.execute(db)
    await sql`insert into said values (${SECRET}, null)`.execute(db)
    const failing = [
      [sql`insert into said values (${SECRET}, null)`, 'duplicate key'],
      [sql`insert into said values ('other', ${`{"${SECRET}`}::jsonb)`, 'SQLSTATE 22P02'],
      [sql`select ${SECRET}::int`, 'SQLSTATE 22P02'],
      [sql.raw(`select '${SECRET}' from nowhere`), 'does not exist'],
      [sql.raw(`do $$ begin raise warning '${SECRET}'; raise exception '${SECRET}'; end $$`), SECRET],
    ] as const
    for (const [statement, said] of failing) await expect(statement.execute(db)).rejects.toThrow(said)
    const log = readFileSync(join(folder, 'postgres.log'), 'utf8')
    expect(log).toContain('ready to accept connections')
    expect(log).not.toContain(SECRET)
    expect(log).not.toContain('insert into')
  })
})
