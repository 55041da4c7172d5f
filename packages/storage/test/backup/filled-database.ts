import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addTextReleases, storeResponses } from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { sql } from 'kysely'
import { anArrival, anOpenWave, aResponse, type OpenWave } from '../fieldwork.ts'

/** A study with a wave, this many answers, and texts that are hard to write down. */
export async function fill(db: TestDatabase['db'], answers: number): Promise<OpenWave> {
  const wave = await anOpenWave(db)
  await storeResponses(
    db,
    Array.from({ length: answers }, (_, place) => anArrival(wave.place, aResponse(place + 1))),
  )
  await sql`insert into users (id, name) values (gen_random_uuid(), ${HARD_TEXT})`.execute(db)
  await sql`insert into contact.study_keys values (${wave.place.studyId}, '\\x00ff0a5c'::bytea, 'a')`.execute(db)
  await sql`insert into contact.people values
    (${wave.place.studyId}, gen_random_uuid(), 'again', '\\x0a5c2e0a'::bytea)`.execute(db)
  await addTextReleases(db, ['een', 'twee'].map(aRelease))
  return wave
}

/** Tabs, line feeds, backslashes, the end of rows itself, an emoji and the least and most of numbers. */
const HARD_TEXT = 'a\tb\nc\r\n\\.\n\\N \\\\. 🐢 \u0001 \u2028 é e\u0301'

const aRelease = (key: string) =>
  ({ language: 'pl', key, sourceHash: 'a', textHash: 'b', by: 'Ola', on: '2026-11-01', takenBack: false }) as const

/** An empty database in which no table was made yet. */
export async function createBareDatabase(): Promise<TestDatabase> {
  const test = await createTestDatabase()
  await sql.raw('drop schema contact cascade; drop schema public cascade; create schema public').execute(test.db)
  return test
}

/** Every row of every table, as text, sorted: what a database holds. */
export async function contentsOf(db: TestDatabase['db']): Promise<Readonly<Record<string, readonly string[]>>> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_schema || '"."' || table_name as name from information_schema.tables
    where table_schema in ('public', 'contact') and table_type = 'BASE TABLE' and table_name <> 'kysely_migration_lock'
    order by 1`.execute(db)
  const contents: Record<string, readonly string[]> = {}
  for (const { name } of tables) {
    // When a migration was run is not data.
    const row = name.endsWith('kysely_migration') ? 'name' : 't::text'
    const { rows } = await sql.raw<{ row: string }>(`select ${row} as row from "${name}" t order by 1`).execute(db)
    contents[name] = rows.map(({ row: text }) => text)
  }
  return contents
}

export interface Shelf {
  readonly folder: string
  readonly file: string
  clear(): void
}

/** A folder for backups. */
export function aShelf(): Shelf {
  const folder = mkdtempSync(join(tmpdir(), 'kb-backup-'))
  return { folder, file: join(folder, 'a.backup'), clear: () => rmSync(folder, { recursive: true, force: true }) }
}
