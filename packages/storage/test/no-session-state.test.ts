import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { clearDeadRows, removeLog } from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { livesThrough } from './sharding/every-function.ts'
import { recordStorage, type RecordedStorage } from './sharding/recorded-storage.ts'

/**
 * What belongs to a connection, and not to a transaction. PgBouncer in transaction mode gives the connection to somebody
 * else after the transaction: they get the setting or the lock, and whoever comes back finds neither.
 */
const OF_A_SESSION: Readonly<Record<string, RegExp>> = {
  'a setting': /\bset\s+(?:session\s+)?(?!local\b|transaction\b)[a-z_.]+\s*(?:=|\bto\b)/,
  'a role': /\bset\s+(?:session\s+authorization|role)\b/,
  'a setting by function': /\bset_config\s*\((?![^)]*,\s*true\s*\))/,
  'a setting that is put back': /^\s*(?:reset|discard)\b|\breset\s+(?:all|[a-z]+_timeout)\b/,
  'a lock': /\bpg_(?:try_)?advisory_(?:un)?lock(?:_shared)?\s*\(|\bpg_advisory_unlock_all\b/,
  'a temporary table': /\bcreate\s+(?:global\s+|local\s+)?temp(?:orary)?\b(?![\s\S]*on commit drop)/,
  'a prepared statement': /^\s*(?:prepare\s+(?!transaction\b)|deallocate\b|execute\s+[a-z])/,
  'a cursor': /\bdeclare\s+\w+[\s\S]*\bwith\s+hold\b/,
  'an ear': /^\s*(?:un)?listen\b/,
  'a library': /^\s*load\s+'/,
}

/** In an update, `set` names columns; the settings of a function are its own and end with it. */
const HARMLESS =
  /\bupdate\b[\s\S]*\bset\b[\s\S]*|\bdo\s+update\s+set\b[\s\S]*|\bcreate (?:or replace )?function\b[\s\S]*/g

function sessionStateIn(statement: string): readonly string[] {
  const text = statement.toLowerCase().replaceAll(/'[^']*'/g, "''")
  const asked = text.replaceAll(HARMLESS, '')
  return Object.entries(OF_A_SESSION).flatMap(([what, form]) => (form.test(asked) ? [what] : []))
}

const SOURCES = ['../src/', '../../../apps/server/src/'].map((folder) =>
  fileURLToPath(new URL(folder, import.meta.url)),
)

/** Every piece of SQL that stands in our sources, run by a test or not. */
function writtenStatements(): readonly string[] {
  return SOURCES.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => {
        const source = readFileSync(join(folder, name), 'utf8')
        const templates = [...source.matchAll(/\bsql(?:<[^`]*?>)?`([^`]*)`/g)].map(([, text]) => text ?? '')
        const strings = [...source.matchAll(/(?:query|raw)\(\s*['"`]([^'"`]*)['"`]/g)].map(([, text]) => text ?? '')
        const listed = [...source.matchAll(/^ {2}['`]((?:set|reset|listen|create|declare|load)\b[^`']*)['`]/gm)]
        return [...templates, ...strings, ...listed.map(([, text]) => text ?? '')]
      }),
  )
}

let database: TestDatabase
let recorded: RecordedStorage

beforeAll(async () => {
  database = await createTestDatabase()
  recorded = recordStorage()
})
afterAll(async () => {
  recorded.stop()
  await database.drop()
})

describe('behind PgBouncer in transaction mode', () => {
  it('nothing that is sent leaves anything at the connection for whoever gets it next', async () => {
    await livesThrough(recorded.storage, database.db)
    await clearDeadRows(database.db, ['drafts', 'contact.people'])
    await removeLog(database.db)
    expect(recorded.sent.length).toBeGreaterThan(200)
    expect(recorded.sent.filter(({ text }) => sessionStateIn(text).length > 0)).toEqual([])
  })

  it('nor does any statement that stands in the sources', () => {
    const written = writtenStatements()
    expect(written.length).toBeGreaterThan(100)
    expect(written.some((text) => text.startsWith('set local lock_timeout'))).toBe(true)
    expect(written.filter((text) => sessionStateIn(text).length > 0)).toEqual([])
  })

  it('no statement has a name', async () => {
    const { rows } = await database.db
      .selectFrom('pg_prepared_statements' as never)
      .selectAll()
      .execute()
      .then((found) => ({ rows: found }))
    expect(rows).toEqual([])
  })
})

describe('the search for what belongs to a connection', () => {
  it.each([
    ["set lock_timeout = '2s'"],
    ["select set_config('lock_timeout', $1, false)"],
    ["SET SESSION statement_timeout TO '3s'"],
    ['reset lock_timeout'],
    ['select pg_advisory_lock(1)'],
    ['select pg_try_advisory_lock($1)'],
    ['create temporary table kept as select 1'],
    ['prepare one as select 1'],
    ['declare many cursor with hold for select 1'],
    ['listen arrivals'],
    ["load 'auto_explain'"],
    ['discard all'],
    ['set role klankbord'],
  ])('finds it in: %s', (statement) => {
    expect(sessionStateIn(statement)).not.toEqual([])
  })

  it.each([
    ["set local lock_timeout = '2s'"],
    ["select set_config('lock_timeout', $1, true)"],
    ['select pg_advisory_xact_lock($1)'],
    ['create temporary table kept on commit drop as select 1'],
    ["update waves set state = 'sealed' where true"],
    ['insert into margins values (1) on conflict (a) do update set responses = 2'],
    ['begin isolation level repeatable read read only'],
  ])('finds nothing in: %s', (statement) => {
    expect(sessionStateIn(statement)).toEqual([])
  })
})
