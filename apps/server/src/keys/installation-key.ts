import { hkdfSync } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { problem } from '@klankbord/model'
import { makeFolder } from '@klankbord/storage'
import { systemReason } from '../cli/system-error.ts'
import type { Randomness } from '../randomness.ts'
import { isSecret, secretInFile } from './secret-file.ts'

/**
 * What follows from the key of an installation: one key of 256 bits per purpose, so that what is stored for one
 * purpose says nothing about another. The key itself is kept nowhere else, and in no backup.
 */
export interface InstallationKeys {
  /** For what is stored of access codes. */
  readonly accessCodes: Uint8Array
  /** For whom a questionnaire is sent to. */
  readonly contacts: Uint8Array
  /** For what is remembered of the addresses of clients. */
  readonly addresses: Uint8Array
  /** For answers under way that somebody comes back to with words. */
  readonly drafts: Uint8Array
  /** For cookies of staff and for what their accounts keep secret. */
  readonly accounts: Uint8Array
  /** For what browsers keep of answers that are under way. */
  readonly tabs: Uint8Array
  /** Tells two keys apart and gives neither away: 16 hexadecimal signs. */
  readonly fingerprint: string
}

/** Where the key of an installation is looked for, the first that is given. */
export interface KeyPlace {
  /** 64 hexadecimal signs, as KLANKBORD_KEY has them. */
  readonly key: string | null
  /** A file with them, as KLANKBORD_KEY_FILE names it; in the data folder when null. */
  readonly file: string | null
  readonly dataFolder: string
}

/**
 * The keys of this installation. A file that is not there is made, at the first use; the folder of a file that was
 * named is not, for it may be a disk that somebody still has to bring in.
 *
 * @throws Problem `keyNotUsable` for a key that is none, `keyNotReadable`, `keyDamaged` for a file with something else
 *   in it, `dataFolderNotUsable`
 */
export function installationKeys(place: KeyPlace, randomness: Randomness): InstallationKeys {
  const key = Buffer.from(place.key === null ? keyInFile(place, randomness) : given(place.key), 'hex')
  return {
    accessCodes: derived(key, 'accessCodes', 32),
    contacts: derived(key, 'contacts', 32),
    addresses: derived(key, 'addresses', 32),
    drafts: derived(key, 'drafts', 32),
    accounts: derived(key, 'accounts', 32),
    tabs: derived(key, 'tabs', 32),
    fingerprint: Buffer.from(derived(key, 'fingerprint', 8)).toString('hex'),
  }
}

/** The file that a key is kept in when none is named: beside the data, which is easy and not safest. */
export function keyFileIn(dataFolder: string): string {
  return join(resolve(dataFolder), 'klankbord.key')
}

/** Whether there is a key already; without one, the first use makes one. */
export function hasKey({ key, file, dataFolder }: KeyPlace): boolean {
  return key !== null || existsSync(file === null ? keyFileIn(dataFolder) : resolve(file))
}

function given(key: string): string {
  const secret = key.trim().toLowerCase()
  if (!isSecret(secret)) throw problem('keyNotUsable', {})
  return secret
}

function keyInFile({ file, dataFolder }: KeyPlace, randomness: Randomness): string {
  if (file === null) makeDataFolder(dataFolder)
  const path = file === null ? keyFileIn(dataFolder) : resolve(file)
  const secret = read(path, randomness)
  if (secret === null) throw problem('keyDamaged', { file: path })
  return secret
}

function read(file: string, randomness: Randomness): string | null {
  try {
    return secretInFile(file, randomness)
  } catch (error) {
    throw problem('keyNotReadable', { file, reason: systemReason(error) }, { cause: error })
  }
}

function makeDataFolder(dataFolder: string): void {
  const folder = resolve(dataFolder)
  try {
    makeFolder(folder)
  } catch (error) {
    throw problem('dataFolderNotUsable', { folder, reason: systemReason(error) }, { cause: error })
  }
}

/** HKDF with SHA-256 (RFC 5869), without salt because the key is evenly random. */
function derived(key: Uint8Array, purpose: string, bytes: number): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, new Uint8Array(0), `klankbord/${purpose}`, bytes))
}
