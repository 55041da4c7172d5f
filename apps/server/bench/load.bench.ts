import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Dataset, Questionnaire } from '@klankbord/model'
import { codebook, compile, datasetBuilder } from '@klankbord/questionnaire'
import {
  createStudy,
  migrate,
  openDatabase,
  openWave,
  publishVersion,
  startEmbeddedPostgres,
  type Database,
  type Wave,
} from '@klankbord/storage'
import { sql } from 'kysely'
import { waveDataset } from '../src/waves/wave-dataset.ts'

/*
 * What it takes to have the answers of a wave as columns: copied out, beside read by statements of a thousand rows. Both
 * one after the other on the same tables and the same server, and what they load is the same to the last answer. The most
 * memory is that of a process of its own, as its operating system counted it.
 */

const ROWS = Number(process.env['BENCH_ROWS'] ?? 200_000)
const ROUNDS = 5

const { questionnaire } = compile({
  title: 'Dertig vragen',
  pages: [
    {
      name: 'page',
      elements: Array.from({ length: 30 }, (_, n) => ({ name: `question_${n}`, title: `Vraag ${n}`, ...typeOf(n) })),
    },
  ],
})
const BOOK = codebook(questionnaire as Questionnaire)

function typeOf(n: number): object {
  if (n === 29) return { type: 'text', inputType: 'number', min: 0, max: 100 }
  return { type: n % 5 === 4 ? 'checkbox' : 'radiogroup', choices: [1, 2, 3, 4, 5] }
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'klankbord-bench-'))
  const postgres = await startEmbeddedPostgres({ dataFolder: folder })
  const database = openDatabase(postgres.connectionString, { statementTimeout: 600_000 })
  try {
    await migrate(database.db)
    const wave = await aWaveOf(ROWS, database)
    await measure(database, wave)
    tellMemory(await memoryOfOneLoad(postgres.connectionString, wave))
  } finally {
    await database.close()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Responses with codes from 1 to 5 that follow from their number, and as much text beside them as people write. */
async function aWaveOf(rows: number, { db }: Database): Promise<Wave> {
  const study = await createStudy(db, {
    title: { nl: 'Voorbeeld' },
    organisation: { name: 'Voorbeeldstad' },
    sample: true,
    tryOut: false,
    definitionText: '{}',
    plan: { questions: [], breakdowns: [] },
  })
  const { version } = await publishVersion(db, study.id, {
    questionnaire: questionnaire as Questionnaire,
    definition: '{}',
  })
  const wave = await openWave(db, study.id, { title: { nl: 'Ronde' }, version, mode: 'open', frame: null })
  await sql`insert into responses (study_id, id, wave_id, version, answers, empties, codes, numbers, language, channel, week, content_hash)
    select ${study.id}::uuid, md5(n::text)::uuid, ${wave.id}::uuid, ${version}, jsonb_build_object('told', repeat(md5(n::text), 20)), '{}',
      array(select (1 + (n::bigint * (q + 7) / 3) % 5)::smallint from generate_series(1, ${BOOK.slots}) q),
      array[n % 97 / 8.0]::float8[], 'nl', 'web', '2026-W18', ''
    from generate_series(1, ${rows}) n`.execute(db)
  await sql`vacuum analyze responses`.execute(db)
  return wave
}

async function measure(database: Database, wave: Wave): Promise<void> {
  const copied = (): Promise<Dataset> => waveDataset({ database }, wave, BOOK)
  const read = (): Promise<Dataset> => readByStatements(database, wave)
  requireSame(await copied(), await read())
  const pairs = []
  for (let round = 0; round < ROUNDS; round += 1)
    pairs.push({ ours: await secondsOf(copied), theirs: await secondsOf(read) })
  print({
    figure: `${ROWS} responses of 30 questions loaded into columns`,
    value: median(pairs.map(({ ours }) => ours)),
    unit: 'seconds',
    beside: { 'statements of a thousand rows': median(pairs.map(({ theirs }) => theirs)) },
    ratio: median(pairs.map(({ ours, theirs }) => theirs / ours)),
  })
}

async function readByStatements({ db }: Database, wave: Wave): Promise<Dataset> {
  const builder = datasetBuilder(BOOK)
  let last = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await sql<{ id: string; codes: readonly number[]; numbers: readonly number[] }>`
      select id, codes, numbers from responses where study_id = ${wave.studyId} and wave_id = ${wave.id}
        and version = ${wave.version} and id > ${last} order by id limit 1000`.execute(db)
    for (const row of rows) builder.add(row)
    const next = rows.at(-1)
    if (!next || rows.length < 1000) return builder.dataset()
    last = next.id
  }
}

/** Megabytes: of the process before and at most, and of the columns. */
interface Memory {
  readonly before: number
  readonly most: number
  readonly columns: number
}

/** This file again, as a process that loads once. */
async function memoryOfOneLoad(connectionString: string, { id, studyId, version }: Wave): Promise<Memory> {
  const place = JSON.stringify({ id, studyId, version })
  const child = fork(fileURLToPath(import.meta.url), [LOAD_ONCE, connectionString, place])
  const [memory] = (await once(child, 'message')) as [Memory]
  child.disconnect()
  return memory
}

const LOAD_ONCE = 'load-once'

async function loadOnce(connectionString: string, place: string): Promise<void> {
  const most = (): number => (process.resourceUsage().maxRSS * 1024) / 1e6
  const database = openDatabase(connectionString, { statementTimeout: 600_000 })
  await database.ping()
  const before = most()
  const dataset = await waveDataset({ database }, JSON.parse(place) as Parameters<typeof waveDataset>[1], BOOK)
  process.send?.({ before, most: most(), columns: megabytesOf(dataset) } satisfies Memory)
  await database.close()
}

function tellMemory({ before, most, columns }: Memory): void {
  print({
    figure: `most memory of a process that loads ${ROWS} responses, beside what it had before and what the columns are`,
    value: most,
    unit: 'MB',
    beside: { before, columns },
    ratio: (most - before) / columns,
  })
}

function requireSame(one: Dataset, other: Dataset): void {
  const bytes = ({ columns }: Dataset): string =>
    Object.values(columns)
      .flatMap((column) => Object.values(column))
      .map((part: unknown) => String(part))
      .join('|')
  if (one.rows !== ROWS || bytes(one) !== bytes(other)) throw new Error('the two loaded other answers')
}

async function secondsOf(load: () => Promise<Dataset>): Promise<number> {
  const start = performance.now()
  await load()
  return (performance.now() - start) / 1000
}

function megabytesOf({ columns }: Dataset): number {
  const parts = Object.values(columns).flatMap((column) =>
    Object.values(column).filter((part) => ArrayBuffer.isView(part)),
  )
  return parts.reduce((sum, part) => sum + part.byteLength, 0) / 1e6
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function print(line: Readonly<Record<string, unknown>>): void {
  console.log(JSON.stringify(line))
}

const [, , task, connectionString = '', place = ''] = process.argv
await (task === LOAD_ONCE ? loadOnce(connectionString, place) : main())
