import { randomUUID } from 'node:crypto'
import {
  problem,
  type DisclosurePolicy,
  type LocalizedText,
  type Organisation,
  type ReportPlan,
} from '@klankbord/model'
import { sql, type Kysely, type Selectable } from 'kysely'
import { isUuid } from './is-uuid.ts'
import type { Schema } from './schema.ts'
import { organisationNamed } from './staff/organisations.ts'

/** What a study is made of. */
export interface NewStudy {
  readonly title: LocalizedText
  readonly organisation: Organisation
  /** Made-up answers, marked on every screen. */
  readonly sample: boolean
  /** Made, or answered, while trying out on a local network. */
  readonly tryOut: boolean
  /** The working definition, as text: it may be half-written. */
  readonly definitionText: string
  readonly plan: ReportPlan
}

export interface Study extends Omit<NewStudy, 'definitionText'> {
  readonly id: string
  /** Whose it is. */
  readonly organisationId: string
  readonly definition: { readonly text: string; readonly revision: number }
  /** How many people will get the questionnaire, as a researcher said it. It is no frame: no rate follows from it. */
  readonly people: number | null
  /** What it raised of the policy of its installation. */
  readonly policy: Partial<DisclosurePolicy> | null
}

/** Makes a study with its working definition at revision 1, of the organisation with this name, which is made when there is none. */
export async function createStudy(db: Kysely<Schema>, study: NewStudy): Promise<Study> {
  const organisation = await organisationNamed(db, study.organisation.name)
  const row = await db
    .insertInto('studies')
    .values({
      study_id: randomUUID(),
      organisation_id: organisation.id,
      title: JSON.stringify(study.title),
      organisation: JSON.stringify(study.organisation),
      sample: study.sample,
      try_out: study.tryOut,
      definition: study.definitionText,
      definition_revision: 1,
      plan: JSON.stringify(study.plan),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return studyOf(row)
}

/** All studies, oldest first. */
export async function listStudies(db: Kysely<Schema>): Promise<readonly Study[]> {
  const rows = await db.selectFrom('studies').selectAll().orderBy('created').orderBy('study_id').execute()
  return rows.map(studyOf)
}

/** The study, or null when there is none with this id (any text may be asked for). */
export async function findStudy(db: Kysely<Schema>, studyId: string): Promise<Study | null> {
  if (!isUuid(studyId)) return null
  const row = await db.selectFrom('studies').selectAll().where('study_id', '=', studyId).executeTakeFirst()
  return row ? studyOf(row) : null
}

/**
 * Saves the working definition when nobody else did since `revision`.
 *
 * @returns the new revision, which the next save must name
 * @throws Problem `staleRevision`, `unknownStudy`
 */
export async function saveDefinition(
  db: Kysely<Schema>,
  studyId: string,
  change: { readonly text: string; readonly revision: number },
): Promise<number> {
  if (!isUuid(studyId)) throw problem('unknownStudy', { study: studyId })
  const saved = await db
    .updateTable('studies')
    .set((eb) => ({ definition: change.text, definition_revision: eb('definition_revision', '+', 1) }))
    .where('study_id', '=', studyId)
    .where('definition_revision', '=', change.revision)
    .returning('definition_revision')
    .executeTakeFirst()
  if (saved) return saved.definition_revision
  const current = await findStudy(db, studyId)
  if (!current) throw problem('unknownStudy', { study: studyId })
  throw problem('staleRevision', { given: change.revision, current: current.definition.revision })
}

/** Changes what the publications of a study will show. @throws Problem `unknownStudy` */
export async function savePlan(db: Kysely<Schema>, studyId: string, plan: ReportPlan): Promise<void> {
  if (!isUuid(studyId)) throw problem('unknownStudy', { study: studyId })
  const saved = await db
    .updateTable('studies')
    .set({ plan: JSON.stringify(plan) })
    .where('study_id', '=', studyId)
    .returning('study_id')
    .executeTakeFirst()
  if (!saved) throw problem('unknownStudy', { study: studyId })
}

/** Remembers how many people will get the questionnaire; null forgets it. @throws Problem `unknownStudy` */
export async function savePeople(db: Kysely<Schema>, studyId: string, people: number | null): Promise<void> {
  if (!isUuid(studyId)) throw problem('unknownStudy', { study: studyId })
  const saved = await db
    .updateTable('studies')
    .set({ people })
    .where('study_id', '=', studyId)
    .returning('study_id')
    .executeTakeFirst()
  if (!saved) throw problem('unknownStudy', { study: studyId })
}

/** Changes the number that people can call for help; null takes it away. @throws Problem `unknownStudy` */
export async function saveHelpPhone(db: Kysely<Schema>, studyId: string, helpPhone: string | null): Promise<void> {
  if (!isUuid(studyId)) throw problem('unknownStudy', { study: studyId })
  const { rows } = await sql`
    update studies
    set organisation = jsonb_strip_nulls(organisation || jsonb_build_object('helpPhone', ${helpPhone}::text))
    where study_id = ${studyId}
    returning study_id`.execute(db)
  if (rows.length === 0) throw problem('unknownStudy', { study: studyId })
}

/**
 * Raises rules of the policy of a study. Of two who raise the same rule at once the higher value stays, and what is lower than
 * what is there changes nothing.
 *
 * @throws Problem `unknownStudy`
 */
export async function raiseStudyPolicy(
  db: Kysely<Schema>,
  studyId: string,
  rules: Partial<DisclosurePolicy>,
): Promise<void> {
  if (!isUuid(studyId)) throw problem('unknownStudy', { study: studyId })
  const { rows } = await sql`
    update studies
    set policy = (
      select jsonb_object_agg(rule, value) from (
        select key as rule, max(value::integer) as value from (
          select * from jsonb_each_text(coalesce(policy, '{}'::jsonb))
          union all select * from jsonb_each_text(${JSON.stringify(rules)}::jsonb)
        ) as each_of group by key
      ) as highest
    )
    where study_id = ${studyId}
    returning study_id`.execute(db)
  if (rows.length === 0) throw problem('unknownStudy', { study: studyId })
}

/** Marks a study as tried out, for good. Marking it again changes nothing. */
export async function markStudyTryOut(db: Kysely<Schema>, studyId: string): Promise<void> {
  await db
    .updateTable('studies')
    .set({ try_out: true })
    .where('study_id', '=', studyId)
    .where('try_out', '=', false)
    .execute()
}

export function studyOf(row: Selectable<Schema['studies']>): Study {
  return {
    id: row.study_id,
    organisationId: row.organisation_id,
    title: row.title,
    organisation: row.organisation,
    sample: row.sample,
    tryOut: row.try_out,
    definition: { text: row.definition, revision: row.definition_revision },
    plan: row.plan,
    people: row.people,
    policy: row.policy,
  }
}
