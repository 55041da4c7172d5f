import { openDatabase, type Database, type ResponsePlace } from '@klankbord/storage'
import { sql } from 'kysely'

/** Sealing empties the waiting room again and again: however many answered, so many wait at the most. */
const WAITING = 10_000

/**
 * Fills an anonymous wave as if so many had answered: answers that are sealed with their used codes, and beside them a
 * waiting room with as many answers, and their codes, as ever wait. All of it is in memory afterwards, as far as it fits, as
 * on a server that has run for a while.
 */
export async function fillWave(connectionString: string, place: ResponsePlace, responses: number): Promise<void> {
  const { db, close } = openDatabase(connectionString, { connections: 1, statementTimeout: LONGEST })
  try {
    await db.transaction().execute((trx) => fillWithin(trx, place, responses))
    await sql`vacuum analyze`.execute(db)
    await db.transaction().execute(readEverything)
  } finally {
    await close()
  }
}

/** Longer than any statement of the program may take, in milliseconds. */
const LONGEST = 3_600_000

async function fillWithin(trx: Database['db'], place: ResponsePlace, responses: number): Promise<void> {
  await sql`set local maintenance_work_mem = '512MB'`.execute(trx)
  for (const table of ['responses', 'access_codes', 'pending_responses', 'pending_codes']) {
    const restoreIndexes = await withoutIndexes(trx, table)
    for (const statement of fillingOf(table, place, responses)) await statement.execute(trx)
    await restoreIndexes()
  }
}

/** Reads rows and indexes from front to back. */
async function readEverything(trx: Database['db']): Promise<void> {
  await sql`set local enable_seqscan = off`.execute(trx)
  await sql`set local enable_sort = off`.execute(trx)
  await sql`set local max_parallel_workers_per_gather = 0`.execute(trx)
  for (const [table, key, inRow] of READ) {
    for (const what of [key, inRow]) {
      await sql`select count(*) from (select ${sql.raw(what)} from ${sql.table(table)} order by ${sql.raw(key)}) as each_row`.execute(
        trx,
      )
    }
  }
}

/** Each index by its columns, and a column that stands in the row only. */
const READ = [
  ['access_codes', 'study_id, wave_id, code_hash', 'state'],
  ['responses', 'study_id, wave_id, version, id', 'study_id'],
  ['responses', 'study_id, id', 'study_id'],
] as const

function fillingOf(
  table: string,
  { studyId, waveId, version }: ResponsePlace,
  sealed: number,
): readonly ReturnType<typeof sql>[] {
  const rest = sql`${version}::int, jsonb_build_object('q1', n % 5 + 1, 'q3', 'antwoord ' || n), '{"q2": "skipped"}',
    array[n % 5 + 1, -2, 1]::smallint[], array[n / 3.0]::float8[], 'nl', 'web', '2026-W18', md5(n::text) || md5(n::text)`
  const columns = sql`version, answers, empties, codes, numbers, language, channel, week, content_hash`
  const codeHash = sql`md5(n::text) || md5((-n)::text)`
  const series = (from: number, to: number): ReturnType<typeof sql> => sql`generate_series(${from}::int, ${to}::int) n`
  const here = sql`${studyId}::uuid, ${waveId}::uuid`
  switch (table) {
    case 'responses':
      return [
        sql`insert into responses (study_id, wave_id, id, ${columns})
          select ${here}, md5(n::text)::uuid, ${rest} from ${series(1, sealed)}`,
      ]
    case 'access_codes':
      return [
        sql`insert into access_codes (study_id, wave_id, code_hash, state)
          select ${here}, ${codeHash}, 'used' from ${series(1, sealed)}`,
        sql`insert into access_codes (study_id, wave_id, code_hash)
          select ${here}, ${codeHash} from ${series(sealed + 1, sealed + WAITING)}`,
      ]
    case 'pending_responses':
      return [
        sql`insert into pending_responses (study_id, wave_id, id, batch, ${columns})
          select ${here}, md5(n::text)::uuid, 1, ${rest} from ${series(sealed + 1, sealed + WAITING)}`,
      ]
    default:
      return [
        sql`insert into pending_codes (study_id, wave_id, code_hash, batch)
          select ${here}, ${codeHash}, 1 from ${series(sealed + 1, sealed + WAITING)}`,
      ]
  }
}

/** Filling is many times faster without indexes; they are made anew afterwards, each as it was. */
async function withoutIndexes(trx: Database['db'], table: string): Promise<() => Promise<void>> {
  const keys = await sql<{ name: string; definition: string }>`
    select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
    where conrelid = ${table}::regclass and contype = 'p'`.execute(trx)
  const indexes = await sql<{ name: string; definition: string }>`
    select indexname as name, indexdef as definition from pg_indexes
    where tablename = ${table} and indexname not in (select conname from pg_constraint)`.execute(trx)
  for (const { name } of keys.rows)
    await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(trx)
  for (const { name } of indexes.rows) await sql`drop index ${sql.ref(name)}`.execute(trx)
  return async () => {
    for (const { name, definition } of keys.rows) {
      await sql`alter table ${sql.table(table)} add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(trx)
    }
    for (const { definition } of indexes.rows) await sql.raw(definition).execute(trx)
  }
}
