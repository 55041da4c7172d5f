import type { Kysely } from 'kysely'
import { isUuid } from '../is-uuid.ts'
import type { Schema } from '../schema.ts'

/** Which respondents are an organisation's own: those with this value of a variable. */
export interface StudyPart {
  readonly variable: string
  readonly value: number
}

/** An organisation that a study is of or shared with. */
export interface StudyOrganisation {
  readonly organisationId: string
  /** Whose study it is, which sees all of it. */
  readonly owner: boolean
  /** Null for the owner, and for who shares the total only. */
  readonly part: StudyPart | null
  /** The programme that its owner put it in; null: in none. */
  readonly programmeId: string | null
}

/** The organisations of a study, the owner first; none when there is no such study. */
export async function studyOrganisations(db: Kysely<Schema>, studyId: string): Promise<readonly StudyOrganisation[]> {
  if (!isUuid(studyId)) return []
  const study = await db
    .selectFrom('studies')
    .select(['organisation_id', 'programme_id'])
    .where('study_id', '=', studyId)
    .executeTakeFirst()
  if (!study) return []
  const rows = await db
    .selectFrom('study_organisations')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('organisation_id', '<>', study.organisation_id)
    .orderBy('organisation_id')
    .execute()
  const shared = rows.map((row) => ({
    organisationId: row.organisation_id,
    owner: false,
    part: row.variable === null || row.value === null ? null : { variable: row.variable, value: row.value },
    programmeId: null,
  }))
  const owner = { organisationId: study.organisation_id, owner: true, part: null, programmeId: study.programme_id }
  return [owner, ...shared]
}

/** Shares a study with another organisation, or changes which respondents are its own. */
export async function shareStudy(
  db: Kysely<Schema>,
  studyId: string,
  organisationId: string,
  part: StudyPart | null,
): Promise<void> {
  const values = { variable: part?.variable ?? null, value: part?.value ?? null }
  await db
    .insertInto('study_organisations')
    .values({ study_id: studyId, organisation_id: organisationId, ...values })
    .onConflict((conflict) => conflict.columns(['study_id', 'organisation_id']).doUpdateSet(values))
    .execute()
}

/** Ends that a study is shared with an organisation. What was published to it stays. @returns whether it was shared */
export async function stopSharing(db: Kysely<Schema>, studyId: string, organisationId: string): Promise<boolean> {
  const ended = await db
    .deleteFrom('study_organisations')
    .where('study_id', '=', studyId)
    .where('organisation_id', '=', organisationId)
    .returning('organisation_id')
    .executeTakeFirst()
  return ended !== undefined
}
