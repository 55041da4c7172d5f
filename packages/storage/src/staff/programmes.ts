import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { isUuid } from '../is-uuid.ts'
import type { Schema } from '../schema.ts'

/** Studies of one organisation that belong together. */
export interface Programme {
  readonly id: string
  readonly organisationId: string
  readonly name: string
}

/** The programme with this name, made when the organisation has none. */
export async function programmeNamed(db: Kysely<Schema>, organisationId: string, name: string): Promise<Programme> {
  await db
    .insertInto('programmes')
    .values({ id: randomUUID(), organisation_id: organisationId, name })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'name']).doNothing())
    .execute()
  const row = await db
    .selectFrom('programmes')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return programmeOf(row)
}

/** A programme with the studies that are in it. */
export interface ProgrammeOfStudies extends Programme {
  readonly studyIds: readonly string[]
}

/** The programmes of an organisation, in the order of their names. */
export async function listProgrammes(
  db: Kysely<Schema>,
  organisationId: string,
): Promise<readonly ProgrammeOfStudies[]> {
  if (!isUuid(organisationId)) return []
  const [programmes, studies] = await Promise.all([
    db.selectFrom('programmes').selectAll().where('organisation_id', '=', organisationId).orderBy('name').execute(),
    db
      .selectFrom('studies')
      .select(['study_id', 'programme_id'])
      .where('organisation_id', '=', organisationId)
      .orderBy('created')
      .execute(),
  ])
  return programmes.map((row) => ({
    ...programmeOf(row),
    studyIds: studies.filter(({ programme_id: its }) => its === row.id).map(({ study_id: id }) => id),
  }))
}

/**
 * Puts a study into a programme of the organisation that it is of; null: into none.
 *
 * @returns whether the programme is one of that organisation
 */
export async function moveStudy(db: Kysely<Schema>, studyId: string, programmeId: string | null): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('studies')
    .set({ programme_id: programmeId })
    .where('study_id', '=', studyId)
    .where((where) =>
      where.or([
        where.val(programmeId === null),
        where.exists(
          where
            .selectFrom('programmes')
            .select('id')
            .where('id', '=', programmeId)
            .whereRef('programmes.organisation_id', '=', 'studies.organisation_id'),
        ),
      ]),
    )
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function programmeOf(row: { readonly id: string; readonly organisation_id: string; readonly name: string }): Programme {
  return { id: row.id, organisationId: row.organisation_id, name: row.name }
}
