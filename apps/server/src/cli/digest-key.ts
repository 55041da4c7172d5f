import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { problem } from '@klankbord/model'
import { makeFolder } from '@klankbord/storage'
import { randomId, type Randomness } from '../randomness.ts'
import { hasCode, systemReason } from './system-error.ts'

/**
 * The key under which this installation digests the input of its publications. It is made at the first use and
 * kept in the data folder, readable for nobody else.
 *
 * @throws Problem `dataFolderNotUsable`, `digestKeyDamaged`
 */
export function digestKey(dataFolder: string, randomness: Randomness): string {
  const folder = resolve(dataFolder)
  const file = join(folder, 'digest-key')
  try {
    makeFolder(folder)
    const key = keyIn(file) ?? keyMade(file, randomness)
    if (key !== null && /^[0-9a-f]{64}$/.test(key)) return key
  } catch (error) {
    throw problem('dataFolderNotUsable', { folder, reason: systemReason(error) }, { cause: error })
  }
  throw problem('digestKeyDamaged', { file })
}

function keyIn(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}

/** The key appears whole, and of two processes that make one at the same moment both get the same. */
function keyMade(file: string, randomness: Randomness): string | null {
  const own = `${file}.${randomId(randomness)}`
  try {
    writeFileSync(own, `${Buffer.from(randomness.bytes(32)).toString('hex')}\n`, { mode: 0o600 })
    linkSync(own, file)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    rmSync(own, { force: true })
  }
  return keyIn(file)
}
