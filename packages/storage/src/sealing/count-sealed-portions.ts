import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/** How many portions were sealed so far, of all waves together. */
export async function countSealedPortions(db: Kysely<Schema>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from seals`.execute(db)
  return rows[0]?.n ?? 0
}
