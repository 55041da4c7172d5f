import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STORE_ARRIVALS } from '../src/migrations/store-arrivals.ts'
import { asksEveryShard } from './sharding/asks-every-shard.ts'
import { livesThrough } from './sharding/every-function.ts'
import { recordStorage, type RecordedStorage } from './sharding/recorded-storage.ts'

/** Tables that belong to no study, and why they can be the same on every shard. */
const INSTALLATION_WIDE: Readonly<Record<string, string>> = {
  wave_addresses: 'leads from the address that somebody typed to the study',
  publication_addresses: 'leads from the address of a publication to the study',
  users: 'staff work in all studies',
  sign_in_links: 'of staff',
  sessions: 'of staff',
  credentials: 'of staff',
  verifications: 'of staff',
  two_factors: 'of staff',
  organisations: 'a study is of one, or shared by several',
  programmes: 'of an organisation',
  memberships: 'of staff, in organisations',
  staff_invitations: 'of staff to be',
  staff_messages: 'of staff to be',
  audit_log: 'one chain over all that staff did',
  audit_head: 'one row',
  text_releases: 'what speakers said about our own texts',
  backups: 'of the whole database',
  installation_key: 'one row',
  kysely_migration: 'which migrations were run',
  kysely_migration_lock: 'one row',
}

/** Functions that are about all studies, and why it does no harm that every shard is asked. */
const ABOUT_ALL_STUDIES: Readonly<Record<string, string>> = {
  listStudies: 'the list of the studio',
  listProgrammes: 'which of the studies of an organisation are in which, on the page of its staff',
  wavesToSeal: 'once a minute',
  studiesWithMail: 'four times a minute; it reads what waits to be sent',
  dueClearings: 'once a day, and after a sealing; it reads a table that is empty but for minutes',
  countSealedPortions: 'when somebody asks for the metrics',
  closeDueWaves: 'once a day',
  dueTryOuts: 'once a day',
  deleteOldDrafts: 'once a day',
  deleteOldWithdrawals: 'once a day',
  deliverErasures: 'once a day; it reads a table that is empty but for minutes',
  listBackups: 'from the command line',
  marksInvitedSince: 'when a sample is drawn: it asks in which other studies somebody was invited lately',
  dataFaults: 'from the command line',
}

/** Sealing writes whole tables anew, those of other studies too: on a sharded PostgreSQL it does so on one shard. */
const SEALING = /^\s*(?:lock table|truncate|create temporary table "?kept_)/

/** Functions that send nothing about a study. */
const ABOUT_NO_STUDY = new Set(
  `openDatabase startEmbeddedPostgres lockDataFolder makeFolder migrate isUuid checkDeletions idsDigest sameRows
    createUser listUsers addTextReleases listTextReleases knownKey rememberKey replaceKey
    createSignInLink deleteExpiredSessions redeemSignInLink findUser findUserByEmail renameUser
    pendingSignIn isLockedOut countFailedSignIn clearFailedSignIns markSecondFactor resetAccess hasPassword
    listOrganisations addMembership membersOf membershipsOf removeMembership
    createStaffInvitation findStaffInvitation acceptStaffInvitation openStaffInvitations withdrawStaffInvitation
    queueStaffMessage claimStaffMessage settleStaffMessage listStaffMessages staffMailWaits staffMessageStates forgetStaffMessages
    addAuditEntry readAuditLog checkAuditLog wasAudited sawWave
    hasBackupList addBackup forgetBackup writeBackup restoreBackup
    serverFacts migrationState indexFaults removeLog clearDeadRows`.split(/\s+/),
)

let database: TestDatabase
let recorded: RecordedStorage
let tables: ReadonlySet<string>

beforeAll(async () => {
  database = await createTestDatabase()
  tables = new Set((await keys()).filter(({ table }) => !(table in INSTALLATION_WIDE)).map(({ table }) => table))
  recorded = recordStorage()
  await livesThrough(recorded.storage, database.db)
})
afterAll(async () => {
  recorded.stop()
  await database.drop()
})

interface Key {
  readonly table: string
  /** The first column of each unique index; empty without any. */
  readonly first: readonly string[]
}

async function keys(): Promise<readonly Key[]> {
  const { rows } = await sql<Key>`
    select case when n.nspname = 'public' then c.relname else n.nspname || '.' || c.relname end as table,
      coalesce(array_agg(distinct a.attname::text) filter (where a.attname is not null), '{}') as first
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      left join pg_index i on i.indrelid = c.oid and i.indisunique
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where c.relkind = 'r' and n.nspname in ('public', 'contact') group by 1 order by 1`.execute(database.db)
  return rows
}

const asking = (by: string, text: string): boolean =>
  asksEveryShard(text, tables).length > 0 && !(by === 'sealWave' && SEALING.test(text))

describe('every table of a study', () => {
  it('has the study first in its key, and in everything else that must be unique', async () => {
    const without = (await keys()).filter(({ first }) => first.length !== 1 || first[0] !== 'study_id')
    expect(without.map(({ table }) => table).toSorted()).toEqual(Object.keys(INSTALLATION_WIDE).toSorted())
    expect(tables.size).toBeGreaterThan(15)
  })

  it('refers to other tables of studies by the study first', async () => {
    const { rows } = await sql<{ name: string; first: string; refers: string }>`
      select f.conname as name, a.attname as first, f.confrelid::regclass::text as refers
      from pg_constraint f join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
      where f.contype = 'f'`.execute(database.db)
    const ofStudies = rows.filter(({ refers }) => tables.has(refers))
    expect(ofStudies.length).toBeGreaterThan(4)
    expect(ofStudies.filter(({ first }) => first !== 'study_id')).toEqual([])
  })
})

describe('every statement about a study', () => {
  it('names it, wherever it looks', () => {
    const faults = recorded.sent.filter(({ by, text }) => !(by in ABOUT_ALL_STUDIES) && asking(by, text))
    expect(faults).toEqual([])
    expect(recorded.sent.filter(({ text }) => text.includes('study_id')).length).toBeGreaterThan(100)
  })

  it('names it in the function that stores responses', () => {
    const body = STORE_ARRIVALS.slice(STORE_ARRIVALS.indexOf('with given'), STORE_ARRIVALS.indexOf('into stored_ids'))
    expect(asksEveryShard(body, tables)).toEqual([])
  })

  it('was looked at, of every function that there is', () => {
    const { storage, called } = recorded
    const functions = Object.entries(storage).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []))
    expect(functions.filter((name) => !called.has(name) && !ABOUT_NO_STUDY.has(name))).toEqual([])
    expect([...ABOUT_NO_STUDY].filter((name) => called.has(name) || !functions.includes(name))).toEqual([])
  })

  it('is missed when it does not, so a new one cannot slip through', async () => {
    const { db } = database
    await sql`select answers from responses where id = ${'00000000-0000-4000-8000-000000000001'}`.execute(db)
    const planted = recorded.sent.at(-1)
    expect(asking('planted', planted?.text ?? '')).toBe(true)
  })
})

describe('what asks every shard', () => {
  it('is listed with its reason, and the list holds nothing else', () => {
    const found = new Set(recorded.sent.flatMap(({ by, text }) => (asking(by, text) ? [by] : [])))
    expect([...found].filter((by) => by in ABOUT_ALL_STUDIES).toSorted()).toEqual(
      Object.keys(ABOUT_ALL_STUDIES).toSorted(),
    )
  })

  it('is, of sealing, that it writes the waiting rooms anew', () => {
    const texts = recorded.sent
      .filter(({ by, text }) => by === 'sealWave' && SEALING.test(text))
      .map(({ text }) => text)
    expect(texts.some((text) => text.includes('truncate'))).toBe(true)
  })
})
