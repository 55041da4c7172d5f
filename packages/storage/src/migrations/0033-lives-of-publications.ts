import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/**
 * From when an embargoed publication is open to everybody, and why one was withdrawn. A moment stays with a publication that opened by it: there is nobody who writes down that it did.
 */
export async function up(db: Kysely<Schema>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table publications
    drop constraint publications_state_check,
    add constraint publications_state_check
      check (state in ('draft', 'embargoed', 'members', 'public', 'withdrawn')),
    add column embargo_until timestamptz,
    add constraint publications_embargo_check check (state <> 'embargoed' or embargo_until is not null),
    add column withdrawal jsonb`,
] as const
