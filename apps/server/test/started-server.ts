import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { DEFAULT_POLICY, textHash, type DisclosurePolicy, type TextRelease } from '@klankbord/model'
import { createSignInLink, createUser, listTextReleases, openDatabase, responseWriter } from '@klankbord/storage'
import { createTestDatabase, seededRandom } from '@klankbord/testing'
import pino from 'pino'
import { codeLimits, WORD_ALLOWANCES } from '../src/access/code-limits.ts'
import { visitorMarks } from '../src/access/visitor-marks.ts'
import { createApp } from '../src/app.ts'
import type { Clock } from '../src/clock.ts'
import type { ServerContext } from '../src/context.ts'
import { installationKeys } from '../src/keys/installation-key.ts'
import { NO_MAIL, type MailSettings } from '../src/mail/mail-settings.ts'
import type { Randomness } from '../src/randomness.ts'
import { serverMetrics } from '../src/metrics/server-metrics.ts'
import { solveInWorker } from '../src/solving/solve-in-worker.ts'
import type { SignOnProvider } from '../src/staff/staff-accounts.ts'
import { accountsOf } from '../src/staff/accounts-of.ts'
import { releaseMemory } from '../src/language/release-memory.ts'
import { waveMemory } from '../src/respondent/wave-memory.ts'

/** A clock that stands still: Sunday 22 November 2026, in week 47. */
export const STANDING_CLOCK: Clock = { now: () => new Date('2026-11-22T10:00:00Z') }

/** What a program bears that watches the server. */
export const METRICS_TOKEN = 'a token for tests'

/** The real server on a fresh database, reached over HTTP. */
export interface StartedServer {
  readonly origin: string
  readonly context: ServerContext
  /** Of its database, for a command that runs beside it. */
  readonly databaseUrl: string
  /** Everything that was logged so far. */
  readonly logged: () => string
  /** Signs in as staff and gives the Cookie header. */
  signIn(): Promise<string>
  end(): Promise<void>
}

/** Starts the server with a fixed clock and seeded randomness. */
export async function startServer(
  options: {
    readonly seed?: number
    readonly tryOut?: boolean
    readonly signOn?: SignOnProvider
    readonly mail?: MailSettings
    readonly policy?: DisclosurePolicy
    /** What one address may ask in a minute; more than any test does when left out. */
    readonly requestsPerMinute?: number
    /** What speakers released; what the database holds when left out. */
    readonly releases?: () => Promise<readonly TextRelease[]>
    /** One that stands still when left out. */
    readonly clock?: Clock
  } = {},
): Promise<StartedServer> {
  const test = await createTestDatabase()
  const database = openDatabase(test.connectionString)
  const lines: string[] = []
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString())
      done()
    },
  })
  const clock = options.clock ?? STANDING_CLOCK
  const data = await mkdtemp(join(tmpdir(), 'kb-'))
  let origin = ''
  const writer = responseWriter(database.db)
  const keys = installationKeys({ key: '5'.repeat(64), file: null, dataFolder: data }, seededBytes(1))
  const publicUrl = (): string => origin
  const signOn = options.signOn ?? null
  const solving = solveInWorker()
  const context: ServerContext = {
    database,
    writer,
    accounts: accountsOf(database.db, { clock, randomness: seededBytes(2) }, { keys, publicUrl, signOn }),
    clock,
    randomness: seededBytes(options.seed ?? 1),
    log: pino({ level: 'info' }, sink),
    metrics: serverMetrics({ database, writer, clock }),
    visitors: visitorMarks(new Uint8Array(32).fill(5), clock),
    codeLimits: codeLimits(clock),
    wordLimits: codeLimits(clock, WORD_ALLOWANCES),
    waves: waveMemory(),
    releases: releaseMemory(options.releases ?? (() => listTextReleases(database.db)), 0),
    solving,
    settings: {
      publicUrl,
      tryOut: options.tryOut ?? false,
      standbys: [],
      trustedProxies: 0,
      requestsPerMinute: options.requestsPerMinute ?? 100_000,
      metricsToken: METRICS_TOKEN,
      digestKey: 'a key for tests',
      keys,
      policy: options.policy ?? DEFAULT_POLICY,
      signOn,
      mail: options.mail ?? NO_MAIL,
      assets: {
        studio: fileURLToPath(new URL('./assets/studio/', import.meta.url)),
        report: fileURLToPath(new URL('./assets/report/', import.meta.url)),
        respond: fileURLToPath(new URL('./assets/respond/', import.meta.url)),
      },
      pictures: join(data, 'pictures'),
      recordings: join(data, 'recordings'),
    },
  }
  const server = createServer(createApp(context))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  return {
    origin,
    context,
    databaseUrl: test.connectionString,
    logged: () => lines.join(''),
    signIn: () => signIn(origin, context),
    end: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await solving.end()
      await database.close()
      await test.drop()
      await rm(data, { recursive: true })
    },
  }
}

async function signIn(origin: string, context: ServerContext): Promise<string> {
  const user = await createUser(context.database.db, { name: 'Onderzoeker', administrator: true })
  const token = `token-of-${user.id}`
  const expires = new Date(context.clock.now().getTime() + 60_000)
  await createSignInLink(context.database.db, user.id, textHash(token), expires)
  const response = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  })
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

function seededBytes(seed: number): Randomness {
  const random = seededRandom(seed)
  return { bytes: (count) => Uint8Array.from({ length: count }, () => random.integer(0, 255)) }
}
