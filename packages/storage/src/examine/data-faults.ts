import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/** Something in the data that cannot be right, and how many rows it is about. */
export interface DataFault {
  /**
   * - `withoutWave`: rows of a wave that is not there
   * - `withoutVersion`: answers to a version that is not there
   * - `withoutPublication`, `withoutAddress`: an address that leads nowhere, or nothing that leads there
   * - `notJson`: a text that should be JSON, or JSON of another form
   * - `moreThanSealed`: answers or used codes of an anonymous wave that no sealing accounts for
   * - `tied`: codes of an anonymous wave that name a response
   * - `unsealedBackground`: sealed answers of an anonymous wave that still say how they came
   * - `waitingInSealed`: answers that wait in a wave that has ended
   */
  readonly kind:
    | 'withoutWave'
    | 'withoutVersion'
    | 'withoutPublication'
    | 'withoutAddress'
    | 'notJson'
    | 'moreThanSealed'
    | 'tied'
    | 'unsealedBackground'
    | 'waitingInSealed'
  /** The table that it was found in. */
  readonly table: string
  readonly rows: number
}

/** Looks through all data for what cannot be right. Reads every row and changes nothing. */
export async function dataFaults(db: Kysely<Schema>): Promise<readonly DataFault[]> {
  const faults: DataFault[] = []
  for (const [kind, table, rows] of [...orphans(), ...forms(), ...sealing()]) {
    const { rows: found } = await sql<{
      count: number
    }>`select count(*)::integer as count from (${rows}) as faulty`.execute(db)
    const count = found[0]?.count ?? 0
    if (count > 0) faults.push({ kind, table, rows: count })
  }
  return [...faults, ...(await unreadableTexts(db))]
}

type Look = readonly [DataFault['kind'], string, ReturnType<typeof sql>]

const OF_A_WAVE = [
  'responses',
  'pending_responses',
  'drafts',
  'access_codes',
  'pending_codes',
  'wave_margins',
  'code_counts',
  'looks',
  'redactions',
  'quotes',
  'seals',
  'wave_addresses',
] as const

function orphans(): readonly Look[] {
  return [
    ...OF_A_WAVE.map((table): Look => {
      const wave = sql`select from waves w where w.study_id = t.study_id and w.id = t.wave_id`
      return ['withoutWave', table, sql`select from ${sql.table(table)} t where not exists (${wave})`]
    }),
    ...(['responses', 'pending_responses'] as const).map((table): Look => {
      const version = sql`select from versions v where v.study_id = t.study_id and v.id = t.version`
      return ['withoutVersion', table, sql`select from ${sql.table(table)} t where not exists (${version})`]
    }),
    [
      'withoutPublication',
      'publication_addresses',
      sql`select from publication_addresses a where not exists
        (select from publications p where p.study_id = a.study_id and p.id = a.id)`,
    ],
    [
      'withoutAddress',
      'publications',
      sql`select from publications p where not exists
        (select from publication_addresses a where a.study_id = p.study_id and a.id = p.id)`,
    ],
    [
      'withoutAddress',
      'waves',
      sql`select from waves w where not exists
        (select from wave_addresses a where a.study_id = w.study_id and a.wave_id = w.id and a.address = w.address)`,
    ],
  ]
}

function forms(): readonly Look[] {
  return (['responses', 'pending_responses'] as const).map((table) => [
    'notJson',
    table,
    sql`select from ${sql.table(table)} where jsonb_typeof(answers) <> 'object' or jsonb_typeof(empties) <> 'object'`,
  ])
}

/** Withdrawing and the ends of terms take answers and codes away after sealing, so there may be fewer, but never more. */
function sealing(): readonly Look[] {
  const anonymous = sql`waves w where w.mode = 'codeAnonymous'`
  const same = (table: 'responses' | 'access_codes') =>
    sql`${sql.table(table)} t where t.study_id = w.study_id and t.wave_id = w.id`
  const sealed = (column: 'responses' | 'codes') =>
    sql`(select coalesce(sum(${sql.ref(column)}), 0) from seals s where s.study_id = w.study_id and s.wave_id = w.id)`
  // What staff brought in from a file came with no code, so there was nothing to seal.
  const came = sql`t.channel <> 'import'`
  return [
    [
      'moreThanSealed',
      'responses',
      sql`select from ${anonymous} and (select count(*) from ${same('responses')} and ${came}) > ${sealed('responses')}`,
    ],
    [
      'moreThanSealed',
      'access_codes',
      sql`select from ${anonymous} and (select count(*) from ${same('access_codes')} and t.state = 'used') > ${sealed('codes')}`,
    ],
    [
      'tied',
      'access_codes',
      sql`select from ${anonymous} and exists (select from ${same('access_codes')} and t.response_id is not null)`,
    ],
    [
      'unsealedBackground',
      'responses',
      sql`select from ${anonymous} and exists
        (select from ${same('responses')} and ${came} and (t.channel <> 'unrecorded' or t.language <> 'und'))`,
    ],
    [
      'waitingInSealed',
      'pending_responses',
      sql`select from pending_responses t join waves w on w.study_id = t.study_id and w.id = t.wave_id
        where w.state = 'sealed'`,
    ],
  ]
}

/** Texts that have to stay as they are to the byte, so they are texts in the database and JSON to everybody else. */
async function unreadableTexts(db: Kysely<Schema>): Promise<readonly DataFault[]> {
  const versions = await db.selectFrom('versions').select('questionnaire as text').execute()
  const publications = await db.selectFrom('publications').select('content as text').execute()
  return [
    { kind: 'notJson' as const, table: 'versions', rows: versions.filter(isUnreadable).length },
    { kind: 'notJson' as const, table: 'publications', rows: publications.filter(isUnreadable).length },
  ].filter(({ rows }) => rows > 0)
}

function isUnreadable({ text }: { readonly text: string | null }): boolean {
  if (text === null) return false
  try {
    JSON.parse(text)
    return false
  } catch {
    return true
  }
}
