import { isProblem } from '@klankbord/model'
import { Kysely, sql, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { copyOut, isCopyOut } from './copy-out.ts'
import { databaseProblem } from './database-problem.ts'
import { PooledPostgresDialect } from './postgres-dialect.ts'
import type { Schema } from './schema.ts'

/** An open database: a pool of connections behind Kysely. */
export interface Database {
  readonly db: Kysely<Schema>
  /** Asks the server one question. @throws Problem `databaseUnavailable` */
  ping(): Promise<void>
  /** How many connections there are, how many of them nobody uses, and how many statements wait for one. */
  connections(): { readonly open: number; readonly idle: number; readonly waiting: number }
  /** Waits for running statements and closes all connections. */
  close(): Promise<void>
}

/** All times in milliseconds. */
export interface DatabaseOptions {
  /** Most connections at once; 10. */
  readonly connections?: number
  /** How long to wait for a connection; 5000. */
  readonly connectTimeout?: number
  /** How long one statement may take; 30000. */
  readonly statementTimeout?: number
}

/**
 * Opens a database. Nothing is connected until the first statement, and nothing stays broken: after an
 * outage the next statement makes a fresh connection. While the server is away every statement throws the
 * problem `databaseUnavailable`, within `connectTimeout`.
 *
 * Statements carry no names, so PgBouncer may pool transactions; there,
 * `ignore_startup_parameters` must list `statement_timeout,lock_timeout,idle_in_transaction_session_timeout`.
 *
 * @param connectionString "postgresql://user:password@host/database", or one of `startEmbeddedPostgres`
 * @example
 * const database = openDatabase('postgresql://klankbord@localhost/klankbord')
 * await migrate(database.db)
 * await database.close()
 */
export function openDatabase(connectionString: string, options: DatabaseOptions = {}): Database {
  const statementTimeout = options.statementTimeout ?? 30_000
  const pool = new pg.Pool({
    connectionString,
    application_name: 'klankbord',
    max: options.connections ?? 10,
    connectionTimeoutMillis: options.connectTimeout ?? 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: statementTimeout,
    lock_timeout: statementTimeout,
    idle_in_transaction_session_timeout: 2 * statementTimeout,
    // A server that vanished without a word never answers; the server's own timeout comes first.
    query_timeout: statementTimeout + 5_000,
    types: { getTypeParser },
  })
  // A broken connection leaves the pool by itself and whoever waits on it gets the error; without these
  // listeners Node would also end the process.
  pool.on('error', ignore)
  pool.on('connect', (client) => client.on('error', ignore))
  const db = new Kysely<Schema>({ dialect: new PooledPostgresDialect({ pool: withProblems(pool) }) })
  return {
    db,
    ping: async () => {
      await sql`select 1`.execute(db)
    },
    connections: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: async () => {
      await db.destroy()
      if (!pool.ended && !pool.ending) await pool.end()
    },
  }
}

const ignore = (): void => undefined

const SMALLINT_ARRAY = 1005
const FLOAT8_ARRAY = 1022
const DATE = 1082

/**
 * Arrays of numbers are read as JSON, several times as fast as the driver's parser for any array; a date stays the ISO
 * date that it is, not midnight in some time zone.
 */
const getTypeParser: typeof pg.types.getTypeParser = ((oid: number, format: 'text' | 'binary') => {
  if (format === 'binary') return pg.types.getTypeParser(oid, format)
  if (oid === DATE) return String
  return oid === SMALLINT_ARRAY || oid === FLOAT8_ARRAY ? numbersOf : pg.types.getTypeParser(oid, format)
}) as typeof pg.types.getTypeParser

function numbersOf(text: string): readonly number[] {
  return JSON.parse(`[${text.slice(1, -1)}]`) as readonly number[]
}

/** The pool as Kysely sees it, with errors that are coded problems. */
function withProblems(pool: pg.Pool): PostgresPool {
  const guarded = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    connect: async () => {
      const client = await pool.connect().catch((error: unknown) => {
        throw databaseProblem(error)
      })
      const known = guarded.get(client) ?? guard(client)
      guarded.set(client, known)
      return known
    },
    end: () => pool.end(),
  }
}

function guard(client: pg.PoolClient): PostgresPoolClient {
  let broken = false
  const query = async (text: string, parameters: readonly unknown[]): Promise<unknown> => {
    try {
      if (isCopyOut(text)) return { command: 'COPY', rowCount: 1, rows: [{ copied: await copyOut(client, text) }] }
      return await client.query(text, [...parameters])
    } catch (error) {
      const coded = databaseProblem(error)
      if (isProblem(coded, 'databaseUnavailable')) {
        broken = true
        // The server rolls back by itself when a connection breaks; throwing would hide why it broke.
        if (text === 'rollback') return ROLLED_BACK
      }
      throw coded
    }
  }
  return { query: query as PostgresPoolClient['query'], release: () => client.release(broken) }
}

const ROLLED_BACK = { command: 'ROLLBACK', rowCount: 0, rows: [] } as const
