import type { ApprovalStep } from '@klankbord/model'
import { sql, type Kysely } from 'kysely'
import { isUuid } from '../is-uuid.ts'
import type { Schema } from '../schema.ts'

/** Adds a step, after those that others are adding to the study now. */
export async function addApprovalStep(db: Kysely<Schema>, studyId: string, step: ApprovalStep): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.selectFrom('studies').select('study_id').where('study_id', '=', studyId).forUpdate().execute()
    await trx
      .insertInto('approval_steps')
      .values({
        study_id: studyId,
        number: sql<number>`(select coalesce(max(number), 0) + 1 from approval_steps where study_id = ${studyId})`,
        kind: step.kind,
        version: step.version,
        version_hash: step.versionHash,
        organisation_id: step.organisationId,
        user_id: step.by.id,
        user_name: step.by.name,
        at: step.at,
        remark: step.remark,
      })
      .execute()
  })
}

/** Everything that was asked and answered about the versions of a study, in the order in which it was. */
export async function listApprovalSteps(db: Kysely<Schema>, studyId: string): Promise<readonly ApprovalStep[]> {
  if (!isUuid(studyId)) return []
  const rows = await db
    .selectFrom('approval_steps')
    .selectAll()
    .where('study_id', '=', studyId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    kind: row.kind,
    version: row.version,
    versionHash: row.version_hash,
    organisationId: row.organisation_id,
    by: { id: row.user_id, name: row.user_name },
    at: row.at,
    remark: row.remark,
  }))
}

/** What the organisations of a study set about approval, by their id; those that follow the rule are not in it. */
export async function approvalSettings(db: Kysely<Schema>, studyId: string): Promise<ReadonlyMap<string, boolean>> {
  if (!isUuid(studyId)) return new Map()
  const rows = await db.selectFrom('approval_settings').selectAll().where('study_id', '=', studyId).execute()
  return new Map(rows.map((row) => [row.organisation_id, row.needed]))
}

/** Sets whether fieldwork waits for an organisation; null follows the rule again. */
export async function setApprovalNeeded(
  db: Kysely<Schema>,
  studyId: string,
  organisationId: string,
  needed: boolean | null,
): Promise<void> {
  if (needed === null) {
    await db
      .deleteFrom('approval_settings')
      .where('study_id', '=', studyId)
      .where('organisation_id', '=', organisationId)
      .execute()
    return
  }
  await db
    .insertInto('approval_settings')
    .values({ study_id: studyId, organisation_id: organisationId, needed })
    .onConflict((conflict) => conflict.columns(['study_id', 'organisation_id']).doUpdateSet({ needed }))
    .execute()
}

/** How many people can agree for each organisation, in a study, in the programme that it is in, or in all of its studies. */
export async function countApprovers(
  db: Kysely<Schema>,
  studyId: string,
  organisationIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (organisationIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('memberships')
    .select(['organisation_id', (eb) => eb.fn.count<string>('user_id').distinct().as('approvers')])
    .where('role', '=', 'approver')
    .where('organisation_id', 'in', organisationIds)
    .where((eb) => eb.or([eb('study_id', 'is', null), eb('study_id', '=', studyId)]))
    .where((eb) =>
      eb.or([
        eb('programme_id', 'is', null),
        eb('programme_id', '=', eb.selectFrom('studies').select('programme_id').where('study_id', '=', studyId)),
      ]),
    )
    .groupBy('organisation_id')
    .execute()
  return new Map(rows.map((row) => [row.organisation_id, Number(row.approvers)]))
}
