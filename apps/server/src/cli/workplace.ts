import { join, resolve } from 'node:path'
import { problem } from '@klankbord/model'
import {
  listTextReleases,
  migrate,
  openDatabase,
  responseWriter,
  startEmbeddedPostgres,
  type Database,
} from '@klankbord/storage'
import { pino, type Logger } from 'pino'
import { codeLimits, WORD_ALLOWANCES } from '../access/code-limits.ts'
import { visitorMarks } from '../access/visitor-marks.ts'
import type { ServerContext, Settings } from '../context.ts'
import { digestKey } from '../keys/digest-key.ts'
import { installationKeys, type InstallationKeys } from '../keys/installation-key.ts'
import { keysOfDatabase } from '../keys/keys-of-database.ts'
import { serverMetrics } from '../metrics/server-metrics.ts'
import { mailSettings } from '../mail/mail-settings.ts'
import { releaseMemory } from '../language/release-memory.ts'
import { waveMemory } from '../respondent/wave-memory.ts'
import { hasDatabase } from './known-address.ts'
import { accountsOf } from '../staff/accounts-of.ts'
import { solveInWorker } from '../solving/solve-in-worker.ts'
import { installationPolicy } from '../study/installation-policy.ts'
import type { Surroundings } from './surroundings.ts'

/** What a command works with until it closes it. */
export interface Workplace {
  readonly context: ServerContext
  /** Names of the migrations that were run to get here. */
  readonly migrated: readonly string[]
  readonly close: () => Promise<void>
}

export interface WorkplaceOptions {
  readonly data: string
  readonly publicUrl: string
  readonly tryOut?: boolean
  /** Whether a folder without a database gets one: for what somebody begins with, for any other it is a slip. */
  readonly mayBegin?: boolean
  /** Takes the key that is there, or makes one, whatever the database knows: to put it in the place of a lost one. */
  readonly anyKey?: boolean
}

/** Where a server that was started without further ado is found. */
const USUAL_URL = 'http://localhost:8080'

/** The address for links when this command does not listen itself. */
export function publicUrlOf({ environment }: Surroundings, given?: string): string {
  return given?.replace(/\/+$/, '') ?? environment.publicUrl ?? USUAL_URL
}

/**
 * Opens the database and brings it up to date: the one of DATABASE_URL, else the one in the data folder, which is
 * started or, beside a running server, joined.
 *
 * @throws Problem `noDatabaseHere`; those of the data folder, of the keys, of the embedded PostgreSQL; `databaseUnavailable`,
 *   `migrationFailed`
 */
async function openWorkplace(place: Surroundings, options: WorkplaceOptions): Promise<Workplace> {
  const { environment, clock, randomness } = place
  if (options.mayBegin !== true) needDatabase(place, options.data)
  const log = errorLog(environment.logLevel)
  const { database, close: closeDatabase } = await openOwnDatabase(place, options.data, log)
  const solving = solveInWorker()
  const close = async (): Promise<void> => {
    await solving.end()
    await closeDatabase()
  }
  try {
    const migrated = await migrate(database.db)
    const keyPlace = { ...environment.key, dataFolder: options.data }
    const keys =
      options.anyKey === true
        ? installationKeys(keyPlace, randomness)
        : await keysOfDatabase(database.db, keyPlace, randomness)
    const settings = settingsOf(place, options, keys)
    const releases = releaseMemory(() => listTextReleases(database.db))
    const writer = responseWriter(database.db)
    return {
      context: {
        database,
        writer,
        accounts: accountsOf(database.db, { clock, randomness }, settings),
        clock,
        randomness,
        log,
        metrics: serverMetrics({ database, writer, clock }),
        visitors: visitorMarks(settings.keys.addresses, clock),
        codeLimits: codeLimits(clock),
        wordLimits: codeLimits(clock, WORD_ALLOWANCES),
        waves: waveMemory(),
        releases,
        solving,
        settings,
      },
      migrated,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Refuses a folder without a database, which is one with a slip in its name. @throws Problem `noDatabaseHere` */
export function needDatabase({ environment }: Surroundings, data: string): void {
  if (environment.databaseUrl === null && !hasDatabase(data)) throw problem('noDatabaseHere', { folder: resolve(data) })
}

function settingsOf(
  { environment, randomness }: Surroundings,
  options: WorkplaceOptions,
  keys: InstallationKeys,
): Settings {
  return {
    publicUrl: () => options.publicUrl,
    tryOut: options.tryOut ?? false,
    standbys: environment.standbys,
    trustedProxies: environment.trustedProxies,
    requestsPerMinute: environment.requestsPerMinute,
    metricsToken: environment.metricsToken,
    digestKey: digestKey(options.data, randomness),
    keys,
    policy: installationPolicy(environment.policy),
    signOn: environment.signOn,
    mail: mailSettings(environment.mail),
    assets: environment.assets,
    pictures: join(options.data, 'pictures'),
    recordings: join(options.data, 'recordings'),
  }
}

/** A database with what closes it and, where this process was the last to use it, shuts it down. */
export interface OwnDatabase {
  readonly database: Database
  /** For what needs a connection of its own. */
  readonly connectionString: string
  readonly close: () => Promise<void>
}

/** Opens the database without looking at what is in it. */
export async function openOwnDatabase({ environment }: Surroundings, data: string, log: Logger): Promise<OwnDatabase> {
  if (environment.databaseUrl !== null) {
    const connectionString = usable(environment.databaseUrl)
    const database = openDatabase(connectionString)
    return { database, connectionString, close: () => database.close() }
  }
  const postgres = await startEmbeddedPostgres({ dataFolder: data, onMessage: (message) => log.warn(message) })
  const database = openDatabase(postgres.connectionString)
  return {
    database,
    connectionString: postgres.connectionString,
    close: async () => {
      await database.close()
      await postgres.stop()
    },
  }
}

/** Log lines go to standard error: standard output carries what was asked for. */
function errorLog(level: string): Logger {
  return pino({ level, base: null }, pino.destination({ dest: 2, sync: true }))
}

function usable(databaseUrl: string): string {
  if (!/^postgres(?:ql)?:\/\//.test(databaseUrl) || !parses(databaseUrl)) {
    throw problem('databaseAddressNotUsable', {})
  }
  return databaseUrl
}

/** Addresses of sockets have no host ("postgresql://me@/name?host=/run"), which `URL` does not take. */
function parses(databaseUrl: string): boolean {
  return URL.canParse(databaseUrl) || URL.canParse(databaseUrl.replace('@/', '@localhost/'))
}

/** Opens a workplace, works in it and closes it, also when the work fails. */
export async function inWorkplace<T>(
  place: Surroundings,
  options: WorkplaceOptions,
  work: (workplace: Workplace) => Promise<T>,
): Promise<T> {
  const workplace = await openWorkplace(place, options)
  try {
    return await work(workplace)
  } finally {
    await workplace.close()
  }
}
