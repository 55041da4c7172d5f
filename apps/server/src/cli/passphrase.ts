import { problem } from '@klankbord/model'
import { readTextFile } from './read-text-file.ts'
import type { Surroundings } from './surroundings.ts'

/** Four words that were drawn at random have about 50 bits, which scrypt makes far too many to try. */
const LEAST = 12

/**
 * The passphrase of backups: the first line of a file, else KLANKBORD_PASSPHRASE. It is never a parameter: other users
 * of a machine can read those.
 *
 * @throws Problem `passphraseMissing`, `fileNotReadable`, `fileEmpty`, `fileNotUtf8`
 */
export async function passphraseOf({ environment }: Surroundings, file: string | undefined): Promise<string> {
  const passphrase =
    file === undefined ? environment.passphrase : (await readTextFile(file, 'a passphrase')).split(/\r?\n/)[0]
  if (passphrase === null || passphrase === undefined || passphrase === '') throw problem('passphraseMissing', {})
  return passphrase
}

/** The same for a new backup. @throws Problem `passphraseTooShort` */
export async function newPassphraseOf(place: Surroundings, file: string | undefined): Promise<string> {
  const passphrase = await passphraseOf(place, file)
  if (passphrase.length < LEAST) throw problem('passphraseTooShort', { least: LEAST })
  return passphrase
}
