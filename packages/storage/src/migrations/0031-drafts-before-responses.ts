import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import { STORE_ARRIVALS } from './store-arrivals.ts'

/** A response takes the place of the draft that it was made of, and of no newer one. */
export async function up(db: Kysely<Schema>): Promise<void> {
  for (const statement of ['drop function store_arrivals', STORE_ARRIVALS]) await sql.raw(statement).execute(db)
}
