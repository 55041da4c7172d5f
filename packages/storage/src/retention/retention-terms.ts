import { DEFAULT_RETENTION, LONGEST_RETENTION, problem, type RetentionTerms } from '@klankbord/model'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import { isUuid } from '../is-uuid.ts'

/** How long a study keeps what; the usual terms when it says nothing else. */
export async function findRetentionTerms(db: Kysely<Schema>, studyId: string): Promise<RetentionTerms> {
  return (await findOwnTerms(db, studyId)) ?? DEFAULT_RETENTION
}

/** How long a study keeps what, as somebody chose for it; null when nobody did. */
export async function findOwnTerms(db: Kysely<Schema>, studyId: string): Promise<RetentionTerms | null> {
  const row = isUuid(studyId)
    ? await db.selectFrom('retention_terms').selectAll().where('study_id', '=', studyId).executeTakeFirst()
    : undefined
  if (!row) return null
  return { contacts: row.contact_months, answers: row.answer_months, publications: row.publication_months }
}

/** Sets how long a study keeps what. @throws Problem `retentionTermNotUsable` */
export async function saveRetentionTerms(db: Kysely<Schema>, studyId: string, terms: RetentionTerms): Promise<void> {
  for (const months of Object.values(terms) as readonly (number | null)[]) refuseUnusable(months)
  const row = {
    contact_months: terms.contacts,
    answer_months: terms.answers,
    publication_months: terms.publications,
  }
  await db
    .insertInto('retention_terms')
    .values({ study_id: studyId, ...row })
    .onConflict((conflict) => conflict.column('study_id').doUpdateSet(row))
    .execute()
}

function refuseUnusable(months: number | null): void {
  if (months === null || (Number.isInteger(months) && months >= 1 && months <= LONGEST_RETENTION)) return
  throw problem('retentionTermNotUsable', { given: String(months), longest: LONGEST_RETENTION })
}
