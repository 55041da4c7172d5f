import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { hasCode } from '../cli/system-error.ts'
import { randomId, type Randomness } from '../randomness.ts'

/**
 * The secret of 256 bits that a file holds, as 64 hexadecimal signs. It is made at the first use, readable for nobody
 * else; its folder is there. What is read is the whole secret and on the disk, also when two processes make it at the
 * same moment: both get the same.
 *
 * @returns null when the file holds something else
 * @throws the error of the system when the file can be neither read nor made
 */
export function secretInFile(file: string, randomness: Randomness): string | null {
  const secret = textIn(file) ?? made(file, randomness)
  return secret !== null && isSecret(secret) ? secret : null
}

/** Whether a text is a secret of 256 bits as it is written down. @example isSecret('00ff') // false */
export function isSecret(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}

function textIn(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}

function made(file: string, randomness: Randomness): string | null {
  const own = `${file}.${randomId(randomness)}`
  try {
    writeFileSync(own, `${Buffer.from(randomness.bytes(32)).toString('hex')}\n`, { mode: 0o600, flush: true })
    linkSync(own, file)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    rmSync(own, { force: true })
  }
  keepName(dirname(file))
  return textIn(file)
}

/** A power cut must not take a key that answers were stored under: the folder is synced as well. */
function keepName(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
