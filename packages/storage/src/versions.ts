import { canonicalJson, problem, type Questionnaire } from '@klankbord/model'
import { sql, type Kysely, type Selectable } from 'kysely'
import type { Schema } from './schema.ts'
import { isUuid } from './is-uuid.ts'

/** A published questionnaire. It never changes. */
export interface Version {
  readonly version: number
  /** Hash of the compiled questionnaire. */
  readonly hash: string
  readonly questionnaire: Questionnaire
  /** The definition that it was compiled from. */
  readonly definition: string
  /** ISO date. */
  readonly publishedOn: string
}

/**
 * Publishes a compiled questionnaire. The same questionnaire as the latest version gives that version's
 * number again, so a repeated request makes nothing new.
 *
 * @param version `publishedOn` is an ISO date; today in the time zone of the database when left out
 * @throws Problem `unknownStudy`
 */
export async function publishVersion(
  db: Kysely<Schema>,
  studyId: string,
  version: { readonly questionnaire: Questionnaire; readonly definition: string; readonly publishedOn?: string },
): Promise<{ readonly version: number }> {
  return db.transaction().execute(async (trx) => {
    const study = isUuid(studyId)
      ? await trx
          .selectFrom('studies')
          .select('study_id')
          .where('study_id', '=', studyId)
          .forUpdate()
          .executeTakeFirst()
      : undefined
    if (!study) throw problem('unknownStudy', { study: studyId })
    const latest = await trx
      .selectFrom('versions')
      .select(['id', 'hash'])
      .where('study_id', '=', studyId)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (latest?.hash === version.questionnaire.hash) return { version: latest.id }
    const next = (latest?.id ?? 0) + 1
    await trx
      .insertInto('versions')
      .values({
        study_id: studyId,
        id: next,
        hash: version.questionnaire.hash,
        questionnaire: canonicalJson(version.questionnaire),
        definition: version.definition,
        published_on: version.publishedOn ?? sql<string>`current_date::text`,
      })
      .execute()
    return { version: next }
  })
}

/** A version of a study, or null. */
export async function findVersion(db: Kysely<Schema>, studyId: string, version: number): Promise<Version | null> {
  if (!isUuid(studyId)) return null
  const row = await db
    .selectFrom('versions')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('id', '=', version)
    .executeTakeFirst()
  return row ? versionOf(row) : null
}

/** The versions of a study, oldest first, without their questionnaires. */
export async function listVersions(
  db: Kysely<Schema>,
  studyId: string,
): Promise<readonly Omit<Version, 'questionnaire' | 'definition'>[]> {
  if (!isUuid(studyId)) return []
  const rows = await db
    .selectFrom('versions')
    .select(['id', 'hash', 'published_on'])
    .where('study_id', '=', studyId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ version: row.id, hash: row.hash, publishedOn: row.published_on }))
}

function versionOf(row: Selectable<Schema['versions']>): Version {
  return {
    version: row.id,
    hash: row.hash,
    questionnaire: questionnaireOf(row.questionnaire),
    definition: row.definition,
    publishedOn: row.published_on,
  }
}

/** A stored questionnaire; only compiled ones are ever stored. */
export function questionnaireOf(text: string): Questionnaire {
  return JSON.parse(text) as Questionnaire
}
