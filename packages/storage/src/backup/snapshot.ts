import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { WAITING_ROOM } from '../sealing/waiting-room.ts'
import { beginningLine, endLine, END_OF_ROWS, tableLine, type BackupFacts, type Manifest } from './manifest.ts'
import { rowDigest, type TableDigest } from './row-digest.ts'
import { columnList, quoted, tablesInOrder, type SavedTable } from './tables-in-order.ts'
import { wholeLines } from './whole-lines.ts'

/** Values are written in one way, whatever the server or its database prefers. */
export const PLAIN_VALUES: string = [
  `set local client_encoding = 'UTF8'`,
  `set local timezone = 'UTC'`,
  `set local datestyle = 'ISO, YMD'`,
  `set local intervalstyle = 'iso_8601'`,
  `set local bytea_output = 'hex'`,
  `set local extra_float_digits = 1`,
  `set local statement_timeout = 0`,
  `set local idle_in_transaction_session_timeout = 0`,
].join('; ')

/**
 * Begins a transaction that sees the database as it is at one moment, and keeps it from being rebuilt meanwhile. The
 * locks come before the first look: a table that is emptied with `truncate` between the two would seem empty.
 */
export async function holdStill(client: pg.Client): Promise<readonly SavedTable[]> {
  const before = await tablesInOrder(client)
  await client.query(`begin isolation level repeatable read read only; ${PLAIN_VALUES}; set local lock_timeout = '60s'`)
  const names = inLockOrder(before.map(({ table }) => table)).map(quoted)
  if (names.length > 0) await client.query(`lock table ${names.join(', ')} in access share mode`)
  return tablesInOrder(client)
}

/** As sealing locks them, so that the two never wait for each other. */
function inLockOrder(tables: readonly string[]): readonly string[] {
  const first: readonly string[] = WAITING_ROOM
  return [...first.filter((table) => tables.includes(table)), ...tables.filter((table) => !first.includes(table))]
}

/**
 * The whole database as text: a line about the backup, then of each table a line with its name and columns and its
 * rows as `copy` writes them, then a line with how many rows each table had and their digest. Rows come in random
 * order, and without anything that the server knows of them (ctid, xmin), so that who came when cannot be read here.
 *
 * @param told hears the manifest when the last row is out
 */
export async function* snapshotText(
  client: pg.Client,
  tables: readonly SavedTable[],
  facts: BackupFacts,
  told: (manifest: Manifest) => void,
): AsyncGenerator<Buffer> {
  yield Buffer.from(beginningLine(facts))
  const digests: Record<string, TableDigest> = {}
  for (const table of tables) {
    yield Buffer.from(tableLine(table))
    const digest = rowDigest()
    for await (const rows of wholeLines(rowsOf(client, table))) {
      for (const row of rows) digest.add(row)
      yield Buffer.concat(rows)
    }
    yield Buffer.from(END_OF_ROWS)
    digests[table.table] = digest.result()
  }
  yield Buffer.from(endLine(digests))
  told({ ...facts, tables: digests })
}

/** The digest of a table as it is now. */
export async function digestOf(client: pg.Client, table: SavedTable): Promise<TableDigest> {
  const digest = rowDigest()
  const statement = `copy ${quoted(table.table)} (${columnList(table.columns)}) to stdout`
  for await (const rows of wholeLines(client.query(copyTo(statement)))) for (const row of rows) digest.add(row)
  return digest.result()
}

/** A random UUID per row is drawn from the system's randomness, unlike `random()`. */
function rowsOf(client: pg.Client, { table, columns }: SavedTable): AsyncIterable<Uint8Array> {
  const values = columns.map((column) => valueOf(table, column)).join(', ')
  return client.query(copyTo(`copy (select ${values} from ${quoted(table)} t order by gen_random_uuid()) to stdout`))
}

/**
 * Codes and answers that wait to be sealed share the number of their batch. In a backup all that wait in a wave are in
 * the batch that arrives now: a number of its own would say who came before whom.
 */
function valueOf(table: string, column: string): string {
  const waits = table === 'pending_responses' || table === 'pending_codes'
  if (!waits || column !== 'batch') return `t.${pg.escapeIdentifier(column)}`
  return 'coalesce((select w.arriving from waves w where w.study_id = t.study_id and w.id = t.wave_id), t.batch)'
}
