import { hasBackupList, knownKey } from '@klankbord/storage'
import { hasKey } from '../../keys/installation-key.ts'
import { keysKnownAs } from '../../keys/keys-of-database.ts'
import { inDatabase } from '../backup-database.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'

/**
 * Prints the fingerprint of the key that the database knows, and looks whether that key is there. Makes none.
 *
 * @throws Problem `keyMissing`, `keyIsAnother` and those of reading it
 */
export async function showKey(place: Surroundings, { data }: { readonly data: string }): Promise<void> {
  await inDatabase(place, data, async ({ database: { db } }) => {
    const known = (await hasBackupList(db)) ? await knownKey(db) : null
    place.terminal.print(known === null ? say('keyNotKnown') : say('keyKnown', { fingerprint: known }))
    const where = { ...place.environment.key, dataFolder: data }
    if (known !== null) keysKnownAs(known, where, place.randomness)
    else if (!hasKey(where)) place.terminal.print(say('keyLater'))
  })
}
