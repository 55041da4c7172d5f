import { join, resolve } from 'node:path'
import { problem } from '@klankbord/model'
import { makeFolder } from '@klankbord/storage'
import { systemReason } from '../cli/system-error.ts'
import type { Randomness } from '../randomness.ts'
import { secretInFile } from './secret-file.ts'

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
    const key = secretInFile(file, randomness)
    if (key !== null) return key
  } catch (error) {
    throw problem('dataFolderNotUsable', { folder, reason: systemReason(error) }, { cause: error })
  }
  throw problem('digestKeyDamaged', { file })
}
