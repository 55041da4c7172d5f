import { spawn, type ChildProcess } from 'node:child_process'
import { randomInt, randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Answers } from '@klankbord/model'
import { compile } from '@klankbord/questionnaire'
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
import { handOut, KEY } from '../chaos/fieldwork.ts'
import { sendLoad } from './collect/load.ts'
import { processorSeconds } from './collect/processor-time.ts'

/*
 * What a checked, durable, idempotent response with an access code costs in an anonymous wave, beside a plain Express
 * and pg program that checks nothing and inserts one row of JSONB per request: same machine, same database server with
 * synchronous commit, same number of connections, the two taking turns.
 */

const ROUNDS = 5
const REQUESTS = Number(process.env['BENCH_REQUESTS'] ?? 4_000)
const CONNECTIONS = 50
const here = fileURLToPath(new URL('.', import.meta.url))

const definition = {
  title: 'Dertig vragen',
  locale: 'nl',
  pages: [
    {
      name: 'page',
      elements: Array.from({ length: 30 }, (_, n) => ({ name: `question_${n}`, title: `Vraag ${n}`, ...typeOf(n) })),
    },
  ],
}

function typeOf(n: number): object {
  if (n === 29) return { type: 'comment', maxLength: 2000 }
  return { type: n % 5 === 4 ? 'checkbox' : 'radiogroup', choices: [1, 2, 3, 4, 5] }
}

function answersOf(n: number): Answers {
  const told = 'Het duurde lang voordat iemand terugbelde, maar daarna ging het goed. '
  const entries = Array.from({ length: 30 }, (_, at) => [
    `question_${at}`,
    at === 29 ? `${told.repeat(19)}${n}` : at % 5 === 4 ? [1, 3] : ((n + at) % 5) + 1,
  ])
  return Object.fromEntries(entries) as Answers
}

interface Round {
  readonly perSecond: number
  /** Of the server and of PostgreSQL, in microseconds per response. */
  readonly server: number
  readonly postgres: number
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'klankbord-bench-'))
  const postgres = await startEmbeddedPostgres({ dataFolder: folder })
  const database = openDatabase(postgres.connectionString)
  try {
    await migrate(database.db)
    await sql`create table plain_responses (id bigint generated always as identity primary key, body jsonb)`.execute(
      database.db,
    )
    const pid = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
    print(await bothServers(database, postgres.connectionString, folder, pid))
  } finally {
    await database.close()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function bothServers(
  database: Database,
  address: string,
  folder: string,
  postmaster: number,
): Promise<readonly { readonly ours: Round; readonly plain: Round }[]> {
  const wave = await openedWave(database)
  const environment = { DATABASE_URL: address, KLANKBORD_KEY: KEY, KLANKBORD_REQUESTS_PER_MINUTE: '100000000' }
  const [ourPort, plainPort] = [28_411, 28_412]
  const cli = join(here, '../dist/cli.js')
  const ours = await started([cli, 'serve', '--no-sample', '--port', String(ourPort), '--data', join(folder, 'own')], {
    ...environment,
    KLANKBORD_LOG: 'info',
    KLANKBORD_PROXIES: '1',
  })
  const tsx = ['--import', 'tsx', join(here, 'collect/plain-server.ts')]
  const plain = await started(tsx, { ...environment, PORT: String(plainPort) })
  try {
    const rounds: { readonly ours: Round; readonly plain: Round }[] = []
    for (let round = -1; round < ROUNDS; round += 1) {
      const answers = Array.from({ length: REQUESTS }, (_, n) => answersOf(n))
      const codes = await handOut(database, wave, REQUESTS)
      const own = answers.map((one, n) =>
        request(ourPort, `/api/waves/${wave.address}/responses/${randomUUID()}`, {
          answers: one,
          language: 'nl',
          code: codes[n],
        }),
      )
      const bare = answers.map((one) =>
        request(plainPort, `/responses/${randomUUID()}`, { answers: one, language: 'nl' }),
      )
      const pair = {
        plain: await measured(plain, postmaster, plainPort, bare),
        ours: await measured(ours, postmaster, ourPort, own),
      }
      // The first round warms both up.
      if (round >= 0) rounds.push(pair)
    }
    return rounds
  } finally {
    for (const child of [ours, plain]) child.kill('SIGTERM')
    await Promise.all([ours, plain].map((child) => new Promise((resolve) => child.once('exit', resolve))))
  }
}

async function openedWave({ db }: Database): Promise<Wave> {
  const { questionnaire, findings } = compile(definition)
  if (!questionnaire) throw new Error(JSON.stringify(findings))
  const study = await createStudy(db, {
    title: { nl: 'Dertig vragen' },
    organisation: { name: 'Voorbeeldstad' },
    sample: false,
    tryOut: false,
    definitionText: JSON.stringify(definition),
    plan: { questions: [], breakdowns: [] },
  })
  const { version } = await publishVersion(db, study.id, { questionnaire, definition: JSON.stringify(definition) })
  const title = { nl: 'Met een code' }
  return openWave(db, study.id, { title, version, mode: 'codeAnonymous', frame: null })
}

async function started(
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, parameters, {
    cwd: join(here, '../../..'),
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve())
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it listened`)))
  })
  return child
}

/** As a reverse proxy passes it on, from one of many addresses. */
function request(port: number, path: string, body: unknown): Buffer {
  const text = JSON.stringify(body)
  const address = `192.0.2.${randomInt(1, 255)}`
  return Buffer.from(
    `PUT ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Forwarded-For: ${address}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  )
}

async function measured(
  child: ChildProcess,
  postmaster: number,
  port: number,
  requests: readonly Buffer[],
): Promise<Round> {
  const before = { server: processorSeconds(child.pid ?? 0), postgres: processorSeconds(postmaster) }
  const { seconds, statuses } = await sendLoad({ port, connections: CONNECTIONS, requests })
  if (statuses['201'] !== requests.length) throw new Error(`not everything was stored: ${JSON.stringify(statuses)}`)
  const per = (used: number): number => (used / requests.length) * 1e6
  return {
    perSecond: requests.length / seconds,
    server: per(processorSeconds(child.pid ?? 0) - before.server),
    postgres: per(processorSeconds(postmaster) - before.postgres),
  }
}

function print(rounds: readonly { readonly ours: Round; readonly plain: Round }[]): void {
  const median = (values: readonly number[]): number =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  const rounded = (pick: (round: { readonly ours: Round; readonly plain: Round }) => number): number =>
    Math.round(median(rounds.map(pick)))
  const cost = (round: Round): number => round.server + round.postgres
  const lines = [
    {
      figure: 'processor time of a response with a code, checked and on disk, server and PostgreSQL',
      value: rounded(({ ours }) => cost(ours)),
      unit: 'microseconds',
      parts: { server: rounded(({ ours }) => ours.server), postgres: rounded(({ ours }) => ours.postgres) },
      beside: {
        'Express and pg, one insert per request, nothing checked': rounded(({ plain }) => cost(plain)),
        server: rounded(({ plain }) => plain.server),
        postgres: rounded(({ plain }) => plain.postgres),
      },
      ratio: median(rounds.map(({ ours, plain }) => cost(ours) / cost(plain))),
    },
    {
      figure: 'responses per second over 50 connections',
      value: rounded(({ ours }) => ours.perSecond),
      unit: 'per second',
      beside: { 'Express and pg': rounded(({ plain }) => plain.perSecond) },
      ratio: median(rounds.map(({ ours, plain }) => ours.perSecond / plain.perSecond)),
    },
  ]
  for (const line of lines) console.log(JSON.stringify(line))
}

await main()
