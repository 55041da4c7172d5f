import { sql, type Kysely } from 'kysely'
import { MIGRATION_NAMES } from '../migrate.ts'
import type { Schema } from '../schema.ts'

/** What a database server says of itself. */
export interface ServerFacts {
  /** As in "18.4". */
  readonly version: string
  readonly major: number
  /** The server's clock. */
  readonly now: Date
  /** Where its files are, when this user may know. */
  readonly folder: string | null
  /** Whether a page on the disk that was changed by anything but PostgreSQL is noticed. */
  readonly checksums: boolean
  /** Replication slots, by name: each keeps the log until somebody fetched it. */
  readonly slots: readonly string[]
  /** How many servers follow this one at the moment. */
  readonly followers: number
  /** By name; without those that this version does not have. */
  readonly settings: Readonly<Record<string, string>>
}

/** Settings that answers can be lost by, or that could tell who came when. */
const SETTINGS = [
  'fsync',
  'full_page_writes',
  'synchronous_commit',
  'track_commit_timestamp',
  'wal_recycle',
  'archive_mode',
  'wal_keep_size',
  'log_statement',
  'log_duration',
  'log_min_duration_statement',
  'log_min_duration_sample',
  'log_transaction_sample_rate',
  'log_min_messages',
  'log_error_verbosity',
  'log_min_error_statement',
  'log_parameter_max_length_on_error',
  'auto_explain.log_min_duration',
]

/** Asks the server. Changes nothing. @throws Problem `databaseUnavailable` */
export async function serverFacts(db: Kysely<Schema>): Promise<ServerFacts> {
  const { rows } = await sql<{
    version: string
    number: string
    now: Date
    folder: string | null
    slots: readonly string[]
    followers: number
    settings: Record<string, string>
  }>`
    select split_part(current_setting('server_version'), ' ', 1) as version,
      current_setting('server_version_num') as number,
      clock_timestamp() as now,
      (select setting from pg_settings where name = 'data_directory') as folder,
      array(select slot_name::text from pg_replication_slots order by 1) as slots,
      (select count(*)::integer from pg_stat_replication) as followers,
      (select json_object_agg(name, setting) from pg_settings where name = any (${[...SETTINGS, 'data_checksums']})) as settings
  `.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('a server without a version')
  const { data_checksums: checksums, ...settings } = row.settings
  return {
    version: row.version,
    major: Math.floor(Number(row.number) / 10_000),
    now: row.now,
    folder: row.folder,
    checksums: checksums === 'on',
    slots: row.slots,
    followers: row.followers,
    settings,
  }
}

/** How far the tables of a database are from those of this program. */
export interface MigrationState {
  /** What this program has and the database has not. */
  readonly missing: readonly string[]
  /** What a newer program did. */
  readonly unknown: readonly string[]
}

/** Compares what was run with what this program brings. Changes nothing. */
export async function migrationState(db: Kysely<Schema>): Promise<MigrationState> {
  const there = await sql<{ there: boolean }>`select to_regclass('kysely_migration') is not null as there`.execute(db)
  const { rows } = there.rows[0]?.there
    ? await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
    : { rows: [] }
  const run = rows.map(({ name }) => name)
  return {
    missing: MIGRATION_NAMES.filter((name) => !run.includes(name)),
    unknown: run.filter((name) => !MIGRATION_NAMES.includes(name)),
  }
}
