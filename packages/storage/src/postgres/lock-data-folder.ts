import { join, resolve } from 'node:path'
import { problem } from '@klankbord/model'
import { isLock, tryLock } from './file-lock.ts'
import { makeFolder } from './make-folder.ts'

/** Holds a data folder for one server. */
export interface DataFolderLock {
  /** Gives the folder free. A process that ends without it frees the folder as well. */
  release(): void
}

/**
 * Claims a data folder for this process, so that two servers never work in one folder. Commands beside a
 * running server need no claim: they join its database with `startEmbeddedPostgres`.
 *
 * The claim ends with the process: after a kill or a power cut the next server takes it over, also when the
 * old process id belongs to another program by then. Two containers that share a folder cannot see each
 * other's processes and are not kept apart.
 *
 * @throws Problem `dataFolderInUse`, naming the process; `dataFolderNotUsable`
 * @example
 * const lock = lockDataFolder('./data')
 * lock.release()
 */
export function lockDataFolder(dataFolder: string): DataFolderLock {
  const folder = resolve(dataFolder)
  try {
    makeFolder(folder)
    const lock = tryLock(join(folder, 'server.lock'))
    if (isLock(lock)) return lock
    throw problem('dataFolderInUse', { folder, pid: lock.pid })
  } catch (error) {
    throw notUsable(folder, error)
  }
}

/** The errors of the system that say that somebody may not work in a folder, as a sentence. */
export function notUsable(folder: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const reason = typeof code === 'string' ? REASONS[code] : undefined
  return reason === undefined ? error : problem('dataFolderNotUsable', { folder, reason }, { cause: error })
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOENT: 'no folder can be made there',
  ENOTDIR: 'it is not a folder',
  EEXIST: 'it is not a folder',
}
