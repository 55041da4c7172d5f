import { sql, type Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/** More than anybody types of an address. */
const LONGEST = 80

/**
 * The address that somebody may have meant who typed it from a letter: capitals, spaces and hyphens make no difference, unless
 * two addresses differ in nothing else. Null where there is none.
 *
 * @example await findTypedAddress(db, ' Maas dal-WMO') // 'maasdal-wmo'
 */
export async function findTypedAddress(db: Kysely<Schema>, typed: string): Promise<string | null> {
  const plain = typed
    .trim()
    .toLowerCase()
    .replaceAll(/\p{Dash}/gu, '-')
  const letters = plain.replaceAll(/[\s-]/g, '')
  if (letters.length > LONGEST || !/^[a-z0-9]+$/.test(letters)) return null
  const rows = await db
    .selectFrom('wave_addresses')
    .select('address')
    .where(sql`replace(address, '-', '')`, '=', letters)
    .limit(LONGEST)
    .execute()
  const found = rows.map(({ address }) => address)
  return found.find((address) => address === plain) ?? (found.length === 1 ? (found[0] ?? null) : null)
}
