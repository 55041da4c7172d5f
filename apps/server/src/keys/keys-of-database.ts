import { resolve } from 'node:path'
import { problem } from '@klankbord/model'
import { knownKey, rememberKey, type Database } from '@klankbord/storage'
import type { Randomness } from '../randomness.ts'
import { hasKey, installationKeys, keyFileIn, type InstallationKeys, type KeyPlace } from './installation-key.ts'

/**
 * The keys that codes and contacts of this database are stored under. Only for a database that never knew a key one may
 * be made: another would make every code worthless that was handed out, and nobody would notice before people come.
 *
 * @throws Problem `keyMissing`, `keyIsAnother`, and those of `installationKeys`
 */
export async function keysOfDatabase(
  db: Database['db'],
  place: KeyPlace,
  randomness: Randomness,
): Promise<InstallationKeys> {
  const known = await knownKey(db)
  if (known !== null) return keysKnownAs(known, place, randomness)
  const keys = installationKeys(place, randomness)
  // Another process may have been first, with a key of its own.
  return (await rememberKey(db, keys.fingerprint)) ? keys : keysOfDatabase(db, place, randomness)
}

/** The keys with this fingerprint. Makes none. @throws Problem as `keysOfDatabase` does */
export function keysKnownAs(expected: string, place: KeyPlace, randomness: Randomness): InstallationKeys {
  if (!hasKey(place)) throw problem('keyMissing', { expected, ...lookedFor(place) })
  const keys = installationKeys(place, randomness)
  if (keys.fingerprint === expected) return keys
  throw problem('keyIsAnother', { expected, found: keys.fingerprint, ...lookedFor(place) })
}

/** Where a key is looked for: a file, and whether somebody named it; no file when the key itself was given. */
export function lookedFor({ key, file, dataFolder }: KeyPlace): {
  readonly file: string | null
  readonly named: boolean
} {
  if (key !== null) return { file: null, named: true }
  return file === null ? { file: keyFileIn(dataFolder), named: false } : { file: resolve(file), named: true }
}
