import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { isProblem } from '@klankbord/model'
import { hasKey, installationKeys } from '../../keys/installation-key.ts'
import { keysKnownAs, lookedFor } from '../../keys/keys-of-database.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { bad, good, look, type Verdict } from './verdict.ts'

/**
 * Whether there is a key, who can read it, and whether it is the one that codes and contacts are stored under. Makes
 * none.
 *
 * @param known fingerprint of the key that the database knows; null before one was used
 */
export function keyVerdicts(place: Surroundings, dataFolder: string, known: string | null): readonly Verdict[] {
  const keyPlace = { ...place.environment.key, dataFolder }
  if (known === null && !hasKey(keyPlace)) return [good(say('keyLater'))]
  try {
    if (known === null) installationKeys(keyPlace, place.randomness)
    else keysKnownAs(known, keyPlace, place.randomness)
  } catch (error) {
    if (isProblem(error)) return [bad(`${error.message}.`)]
    throw error
  }
  const { file } = lookedFor(keyPlace)
  if (file === null) return [good(say('keyGood'))]
  if ((statSync(file).mode & 0o077) !== 0) return [bad(say('keyOpen', { file }))]
  const beside = place.environment.databaseUrl === null && dirname(file) === resolve(dataFolder)
  return [beside ? look(say('keyBesideData', { file })) : good(say('keyGood'))]
}
