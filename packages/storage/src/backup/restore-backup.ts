import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { isProblem, problem } from '@klankbord/model'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { migrateWithin, MIGRATION_NAMES } from '../migrate.ts'
import { withConnection } from './connect.ts'
import { decrypted } from './encryption.ts'
import { END_OF_ROWS, readFacts, readTableOrEnd, type BackupFacts, type Manifest } from './manifest.ts'
import { sameRows } from './row-digest.ts'
import { digestOf, PLAIN_VALUES } from './snapshot.ts'
import { columnList, firstFilledTable, quoted, tablesInOrder, type SavedTable } from './tables-in-order.ts'
import { through } from './through.ts'
import { wholeLines } from './whole-lines.ts'

export interface RestoreRequest {
  readonly file: string
  readonly passphrase: string
  /** The bytes of the file; read from the disk when left out. */
  readonly source?: AsyncIterable<Uint8Array>
}

/** What was restored. */
export interface Restored {
  readonly manifest: Manifest
  /** Migrations that were run on what was loaded, because this program is newer than the one that made it. */
  readonly migrated: readonly string[]
}

/**
 * Loads a backup into a database without rows: first the tables as they were when it was made, then the rows, which are
 * read again and compared, then the migrations that came since. It is one transaction: whatever goes wrong, on whatever
 * side, the database stays as it was.
 *
 * @throws Problem `databaseNotEmpty`, `wrongPassphrase`, `notABackup`, `backupTooNew`, `backupDamaged`,
 *   `restoredOtherwise`, `databaseUnavailable`; the error of the system when the file cannot be read
 */
export function restoreBackup(connectionString: string, request: RestoreRequest): Promise<Restored> {
  return withConnection(connectionString, async (client) => {
    const text = plainText(request)
    // Nothing is touched before the passphrase turned out to be right.
    const first = await text.next()
    if (first.done === true) throw problem('backupDamaged', { file: request.file, reason: 'it is empty' })
    await client.query(`begin; ${PLAIN_VALUES}; set local lock_timeout = '60s'`)
    const facts = readFacts(first.value[0]?.toString('utf8') ?? '', request.file)
    await makeTables(client, facts, request.file)
    const saved = await load(client, startingWith(first.value.slice(1), text), request.file)
    await compare(client, saved, request.file)
    const migrated = await migrateWithin(client)
    await client.query('commit')
    return { manifest: { ...facts, tables: saved.digests }, migrated }
  })
}

/** The lines of the backup. A file that was cut off says so here, and not as an error of the unpacking. */
async function* plainText({ file, passphrase, source }: RestoreRequest): AsyncGenerator<readonly Buffer[]> {
  try {
    yield* wholeLines(through(decrypted(source ?? createReadStream(file), passphrase, file), createGunzip()))
  } catch (error) {
    throw isZlibError(error)
      ? problem('backupDamaged', { file, reason: 'it cannot be unpacked' }, { cause: error })
      : error
  }
}

async function* startingWith(
  lines: readonly Buffer[],
  rest: AsyncIterable<readonly Buffer[]>,
): AsyncGenerator<readonly Buffer[]> {
  yield lines
  yield* rest
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && !isProblem(error) && 'code' in error && String(error.code).startsWith('Z_')
}

/** The tables as they were when the backup was made. Those that a server made at its start, not further, are used. */
async function makeTables(client: pg.Client, { migrations }: BackupFacts, file: string): Promise<void> {
  const unknown = migrations.find((name) => !MIGRATION_NAMES.includes(name))
  if (unknown !== undefined) throw problem('backupTooNew', { file, needs: unknown })
  const tables = (await tablesInOrder(client)).map(({ table }) => table)
  if (tables.length > 0) {
    await client.query(`lock table ${tables.map(quoted).join(', ')}`)
    await refuseRows(client, tables)
    await refuseLaterTables(client, migrations)
    for (const table of FILLED_AT_START.filter((name) => tables.includes(name))) {
      await client.query(`delete from ${quoted(table)}`)
    }
  }
  await migrateWithin(client, migrations.at(-1))
}

/** What the first command in a new installation writes, and the backup brings its own of. */
const FILLED_AT_START: readonly string[] = ['installation_key']

async function refuseRows(client: pg.Client, tables: readonly string[]): Promise<void> {
  const filled = await firstFilledTable(
    client,
    tables.filter((table) => !FILLED_AT_START.includes(table)),
  )
  if (filled !== null) throw problem('databaseNotEmpty', { table: filled })
}

async function refuseLaterTables(client: pg.Client, migrations: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ readonly name: string }>('select name from kysely_migration order by name')
  const later = rows.find(({ name }, place) => name !== migrations[place])
  if (later !== undefined) throw problem('databaseAhead', { migration: later.name })
}

interface Loaded {
  readonly tables: readonly SavedTable[]
  readonly digests: Manifest['tables']
}

/** Loads table after table as they come. */
async function load(client: pg.Client, text: AsyncIterable<readonly Buffer[]>, file: string): Promise<Loaded> {
  const tables: SavedTable[] = []
  const rows = rowsByTable(text, file)
  for await (const part of rows) {
    if ('digests' in part) return { tables, digests: part.digests }
    tables.push(part.table)
    const into = `copy ${quoted(part.table.table)} (${columnList(part.table.columns)}) from stdin`
    await pipeline(Readable.from(part.rows, { objectMode: false }), client.query(copyFrom(into)))
    await continueCounting(client, part.table)
  }
  throw problem('backupDamaged', { file, reason: 'its last line is missing' })
}

type Part =
  { readonly table: SavedTable; readonly rows: AsyncIterable<Buffer> } | { readonly digests: Manifest['tables'] }

/** Takes the lines apart. The rows of a table are read before the next table is asked for. */
async function* rowsByTable(text: AsyncIterable<readonly Buffer[]>, file: string): AsyncGenerator<Part> {
  const batches = text[Symbol.asyncIterator]()
  let lines: readonly Buffer[] = []
  const more = async (): Promise<boolean> => {
    while (lines.length === 0) {
      const next = await batches.next()
      if (next.done === true) return false
      lines = next.value
    }
    return true
  }
  const rows = async function* (): AsyncGenerator<Buffer> {
    while (await more()) {
      const end = lines.findIndex(
        (line) => line.length === END_OF_ROWS.length && line.toString('latin1') === END_OF_ROWS,
      )
      const here = end < 0 ? lines : lines.slice(0, end)
      lines = end < 0 ? [] : lines.slice(end + 1)
      if (here.length > 0) yield Buffer.concat(here)
      if (end >= 0) return
    }
    throw problem('backupDamaged', { file, reason: 'the end of a table is missing' })
  }
  while (await more()) {
    const read = readTableOrEnd(lines[0]?.toString('utf8') ?? '', file)
    lines = lines.slice(1)
    if ('tables' in read) {
      // The last byte of the file has to be right before anything is kept.
      if (await more()) throw problem('backupDamaged', { file, reason: 'something stands behind its end' })
      yield { digests: read.tables }
    } else {
      yield { table: read, rows: rows() }
    }
  }
}

/** Columns that the database numbers go on after the highest number that was loaded. */
async function continueCounting(client: pg.Client, { table, columns }: SavedTable): Promise<void> {
  const { rows } = await client.query<{ readonly column: string; readonly sequence: string }>(
    `select a.attname::text as column, pg_get_serial_sequence(a.attrelid::regclass::text, a.attname) as sequence
      from pg_attribute a where a.attrelid = $1::regclass and a.attidentity <> '' and a.attname = any ($2)`,
    [quoted(table), columns],
  )
  for (const { column, sequence } of rows) {
    const highest = `(select max(${pg.escapeIdentifier(column)}) from ${quoted(table)})`
    await client.query(`select setval($1::regclass, coalesce(${highest}, 1), ${highest} is not null)`, [sequence])
  }
}

async function compare(client: pg.Client, { tables, digests }: Loaded, file: string): Promise<void> {
  const missing = Object.keys(digests).find((name) => !tables.some(({ table }) => table === name))
  if (missing !== undefined) throw problem('backupDamaged', { file, reason: `table ${missing} is missing` })
  for (const table of tables) {
    const loaded = await digestOf(client, table)
    if (!sameRows(loaded, digests[table.table])) throw problem('restoredOtherwise', { table: table.table })
  }
}
