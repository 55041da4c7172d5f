import { migrate, openDatabase, restoreBackup, writeBackup, type Database } from '@klankbord/storage'
import type { TestDatabase } from '@klankbord/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aShelf, contentsOf, createBareDatabase, fill, type Shelf } from './filled-database.ts'
import { OLDER_MAJOR, startOlderPostgres, type OlderPostgres } from './older-postgres.ts'
import { PASSPHRASE, REQUEST } from './request.ts'

/** A reason in the title is all that a test that is left out can say. */
const LEFT_OUT = OLDER_MAJOR === null ? ' (left out: no PostgreSQL 15, 16 or 17 of Debian in /usr/lib/postgresql)' : ''

describe.skipIf(OLDER_MAJOR === null)(`somebody whose PostgreSQL is of an older major version${LEFT_OUT}`, () => {
  let older: OlderPostgres
  let shelf: Shelf
  let source: Database
  let target: TestDatabase

  beforeAll(async () => {
    older = await startOlderPostgres(OLDER_MAJOR ?? '')
    shelf = aShelf()
    source = openDatabase(older.connectionString)
    await migrate(source.db)
    await fill(source.db, 300)
    target = await createBareDatabase()
  })

  afterAll(async () => {
    await target.drop()
    await source.close()
    await older.stop()
    shelf.clear()
  })

  it('restores a backup of it into the one that comes along, every row as it was', async () => {
    const before = await contentsOf(source.db)
    const written = await writeBackup(older.connectionString, { ...REQUEST, names: [shelf.file] })
    expect(written?.manifest.postgres).toMatch(new RegExp(`^${OLDER_MAJOR}\\.`))
    await restoreBackup(target.connectionString, { file: shelf.file, passphrase: PASSPHRASE })
    expect(await contentsOf(target.db)).toEqual(before)
  })

  it('can go back too, into an empty database of the older version', async () => {
    const written = await writeBackup(target.connectionString, { ...REQUEST, names: [`${shelf.file}-2`] })
    expect(Number.parseInt(written?.manifest.postgres ?? '', 10)).toBeGreaterThan(Number(OLDER_MAJOR))
    await sql.raw('create database emptied').execute(source.db)
    const connectionString = older.connectionString.replace('@/postgres?', '@/emptied?')
    await restoreBackup(connectionString, { file: `${shelf.file}-2`, passphrase: PASSPHRASE })
    const emptied = openDatabase(connectionString)
    expect(await contentsOf(emptied.db)).toEqual(await contentsOf(target.db))
    await emptied.close()
  })
})
