import { isProblem, problem } from '@klankbord/model'
import { CompiledQuery, Kysely, Migrator, sql, type Migration, type MigrationResultSet } from 'kysely'
import { up as collection } from './migrations/0001-collection.ts'
import { up as withdrawnResponses } from './migrations/0002-withdrawn-responses.ts'
import { up as textReleases } from './migrations/0003-text-releases.ts'
import { up as peopleOfAStudy } from './migrations/0004-people-of-a-study.ts'
import { up as anonymousCollection } from './migrations/0005-anonymous-collection.ts'
import { up as contactsAndRetention } from './migrations/0006-contacts-and-retention.ts'
import { up as backups } from './migrations/0007-backups.ts'
import { up as mixedWaves } from './migrations/0008-mixed-waves.ts'
import { up as looksAndCodeCounts } from './migrations/0010-looks-and-code-counts.ts'
import { up as clearings } from './migrations/0011-clearings.ts'
import { up as staff } from './migrations/0012-staff.ts'
import { up as fieldwork } from './migrations/0013-fieldwork.ts'
import { up as wavePlans } from './migrations/0014-wave-plans.ts'
import { up as outbox } from './migrations/0015-outbox.ts'
import { up as paperEntries } from './migrations/0016-paper-entries.ts'
import { up as approvalsAndParts } from './migrations/0017-approvals-and-parts.ts'
import { up as redactionsQuotesComments } from './migrations/0018-redactions-quotes-comments.ts'
import { up as programmes } from './migrations/0022-programmes.ts'
import { up as draftsUnderWords } from './migrations/0023-drafts-under-words.ts'
import { up as resultsFrom } from './migrations/0024-results-from.ts'
import { up as devicesOfDrafts } from './migrations/0025-devices-of-drafts.ts'
import { up as marksOfContacts } from './migrations/0027-marks-of-contacts.ts'
import { up as draftsBeforeResponses } from './migrations/0031-drafts-before-responses.ts'
import { up as policiesOfStudies } from './migrations/0032-policies-of-studies.ts'
import { up as livesOfPublications } from './migrations/0033-lives-of-publications.ts'
import { up as textsOfStudies } from './migrations/0034-texts-of-studies.ts'
import { up as fixedPlans } from './migrations/0035-fixed-plans.ts'
import { PooledPostgresDialect } from './postgres-dialect.ts'
import type { Schema } from './schema.ts'

/**
 * All migrations in order. They are imported, not looked up in a folder, so that a bundle carries them. A number that is
 * missing was never given out.
 */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-collection': { up: collection },
  '0002-withdrawn-responses': { up: withdrawnResponses },
  '0003-text-releases': { up: textReleases },
  '0004-people-of-a-study': { up: peopleOfAStudy },
  '0005-anonymous-collection': { up: anonymousCollection },
  '0006-contacts-and-retention': { up: contactsAndRetention },
  '0007-backups': { up: backups },
  '0008-mixed-waves': { up: mixedWaves },
  '0010-looks-and-code-counts': { up: looksAndCodeCounts },
  '0011-clearings': { up: clearings },
  '0012-staff': { up: staff },
  '0013-fieldwork': { up: fieldwork },
  '0014-wave-plans': { up: wavePlans },
  '0015-outbox': { up: outbox },
  '0016-paper-entries': { up: paperEntries },
  '0017-approvals-and-parts': { up: approvalsAndParts },
  '0018-redactions-quotes-comments': { up: redactionsQuotesComments },
  '0022-programmes': { up: programmes },
  '0023-drafts-under-words': { up: draftsUnderWords },
  '0024-results-from': { up: resultsFrom },
  '0025-devices-of-drafts': { up: devicesOfDrafts },
  '0027-marks-of-contacts': { up: marksOfContacts },
  '0031-drafts-before-responses': { up: draftsBeforeResponses },
  '0032-policies-of-studies': { up: policiesOfStudies },
  '0033-lives-of-publications': { up: livesOfPublications },
  '0034-texts-of-studies': { up: textsOfStudies },
  '0035-fixed-plans': { up: fixedPlans },
}

/** Their names, in the order in which they are run. */
export const MIGRATION_NAMES: readonly string[] = Object.keys(MIGRATIONS).toSorted()

const provider = { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) }

/**
 * Brings the database to the schema of this program. Several processes may do this at once: one works, the
 * others wait. Each migration is all or nothing, together with those before it in the same call.
 *
 * @returns the names of the migrations that were run now; empty when there was nothing to do
 * @throws Problem `migrationFailed`, also when the database was made by a newer program;
 *   `databaseUnavailable`
 * @example await migrate(database.db) // ['0001-collection', '0002-withdrawn-responses', …]
 */
export async function migrate(db: Kysely<Schema>): Promise<readonly string[]> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK}::bigint)`.execute(trx)
    return migrateWithin({ query: (text, values) => trx.executeQuery(CompiledQuery.raw(text, values)) })
  })
}

/** Of Klankbord, among the locks that programs agree on. */
const MIGRATION_LOCK = '4741523067001'

/** The one connection of a transaction. */
interface Within {
  query(text: string, values: unknown[]): Promise<object>
}

/**
 * Runs migrations as a part of the transaction that this connection is in.
 *
 * @param upTo the last one to run; all when left out
 * @returns the names of the migrations that were run now
 * @throws Problem `migrationFailed`
 */
export async function migrateWithin(client: Within, upTo?: string): Promise<readonly string[]> {
  const same = {
    query: (text: string, parameters: readonly unknown[]) => client.query(text, [...parameters]),
    release: () => undefined,
  }
  const pool = { connect: () => Promise.resolve(same as never), end: () => Promise.resolve() }
  const db = new Kysely<Schema>({ dialect: new PooledPostgresDialect({ pool }) })
  const migrator = new Migrator({ db, provider, disableTransactions: true })
  return namesRun(await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo)))
}

function namesRun({ error, results }: MigrationResultSet): readonly string[] {
  if (isProblem(error)) throw error
  if (error !== undefined) {
    const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'none of its own'
    throw problem('migrationFailed', { migration: failed }, { cause: error })
  }
  return (results ?? []).map((result) => result.migrationName)
}
