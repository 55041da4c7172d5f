import { readFileSync } from 'node:fs'
import { openDatabase, type Database } from '@klankbord/storage'
import { sql } from 'kysely'
import { describe, expect, it, vi } from 'vitest'
import { OLDER_MAJOR, startOlderPostgres } from '../backup/older-postgres.ts'

const SECRET = 'mijn-buurvrouw-Truus'
const PAGE = new URL('../../../../docs/operations/more-than-one-machine.md', import.meta.url)
/** A reason in the title is all that a test that is left out can say. */
const LEFT_OUT = OLDER_MAJOR === null ? ' (left out: no PostgreSQL 15, 16 or 17 of Debian in /usr/lib/postgresql)' : ''

/** The lines that whoever has a PostgreSQL of their own is told to put in `postgresql.conf`. */
function documentedSettings(): Readonly<Record<string, string>> {
  const [, block = ''] = /In `postgresql\.conf`[^`]*```\n([^`]*)```/.exec(readFileSync(PAGE, 'utf8')) ?? []
  const lines = [...block.matchAll(/^(\w+) = ([^\s#]+)/gm)]
  return Object.fromEntries(lines.map(([, name, value]) => [name ?? '', value ?? '']))
}

/** What goes wrong now and then: rows that are there already, that a constraint refuses, or that are no JSON. */
async function failInManyWays({ db }: Database): Promise<void> {
  await sql`create table said (words text primary key check (words <> 'never'), story jsonb)`.execute(db)
  await sql`insert into said values (${SECRET}, null)`.execute(db)
  const failing = [
    sql`insert into said values (${SECRET}, null)`,
    sql`insert into said values ('never', ${`{"said": "${SECRET}"}`}::jsonb)`,
    sql`insert into said values ('other', ${`{"${SECRET}`}::jsonb)`,
    sql`select ${SECRET}::int`,
    sql.raw(`select '${SECRET}' from nowhere`),
    sql.raw(`do $$ begin raise warning '${SECRET}'; perform '${SECRET}'::int; end $$`),
  ]
  for (const statement of failing) await expect(statement.execute(db)).rejects.toThrow()
}

/** What such a server wrote down, from its start to its end. */
async function logWith(settings: Readonly<Record<string, string>>): Promise<string> {
  const postgres = await startOlderPostgres(OLDER_MAJOR ?? '', settings)
  const database = openDatabase(postgres.connectionString)
  await failInManyWays(database)
  await database.close()
  await postgres.stop()
  await vi.waitFor(() => expect(postgres.log()).toContain('database system is shut down'))
  return postgres.log()
}

describe.skipIf(OLDER_MAJOR === null)(`the log of a PostgreSQL of one's own${LEFT_OUT}`, () => {
  it('quotes rows and values that were refused, with the settings that it comes with', async () => {
    const log = await logWith({})
    expect(log).toContain(`DETAIL:  Key (words)=(${SECRET}) already exists.`)
    expect(log).toMatch(new RegExp(`DETAIL: {2}Failing row contains .*${SECRET}`))
  })

  it('says nothing of them with those that are documented', async () => {
    const log = await logWith(documentedSettings())
    expect(log).toContain('ready to accept connections')
    expect(log).not.toContain(SECRET)
    expect(log).not.toContain('insert into')
  })
})
