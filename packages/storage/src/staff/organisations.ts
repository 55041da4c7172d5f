import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/** A platform, a council, an institution or a municipality: whoever studies are of. */
export interface StaffOrganisation {
  readonly id: string
  readonly name: string
}

/** The organisation with this name, made when there is none. */
export async function organisationNamed(db: Kysely<Schema>, name: string): Promise<StaffOrganisation> {
  await db
    .insertInto('organisations')
    .values({ id: randomUUID(), name })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  return db.selectFrom('organisations').selectAll().where('name', '=', name).executeTakeFirstOrThrow()
}

/** All organisations, in the order of their names. */
export async function listOrganisations(db: Kysely<Schema>): Promise<readonly StaffOrganisation[]> {
  return db.selectFrom('organisations').selectAll().orderBy('name').execute()
}
