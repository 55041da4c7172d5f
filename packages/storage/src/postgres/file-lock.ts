import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { isRunning, ownIdentity, type ProcessIdentity } from './process-identity.ts'

/** A file that says which running process holds something. */
export interface FileLock {
  release(): void
}

/**
 * Takes the lock, or tells who holds it. A holder that is not running any more, also one whose process id
 * now belongs to another program, holds nothing.
 *
 * The file appears with its content at once, by a hard link. The file of a dead holder is replaced under a
 * lock of its own, so that of several takers one succeeds; should that taker die on the way, its lock is
 * taken over in the same manner.
 */
export function tryLock(path: string): FileLock | ProcessIdentity {
  const token = randomBytes(8).toString('hex')
  const content = JSON.stringify({ ...ownIdentity(), token })
  const own = `${path}.${token}`
  writeFileSync(own, content, { mode: 0o644 })
  const lock: FileLock = {
    release: () => {
      if (contentOf(path) === content) rmSync(path)
    },
  }
  try {
    for (;;) {
      if (linked(own, path)) return lock
      const holder = holderOf(path)
      if (holder !== null && isRunning(holder)) return holder
      if (replacedDead(path, own)) return lock
    }
  } finally {
    rmSync(own, { force: true })
  }
}

/** Does something while holding the lock, waiting as long as another process holds it. */
export async function whileLocked<T>(path: string, work: () => Promise<T>): Promise<T> {
  let lock = tryLock(path)
  while (!isLock(lock)) {
    await wait(20)
    lock = tryLock(path)
  }
  try {
    return await work()
  } finally {
    lock.release()
  }
}

export function isLock(lock: FileLock | ProcessIdentity): lock is FileLock {
  return 'release' in lock
}

/** Who is named in the file; null when it is gone or names nobody. */
export function holderOf(path: string): ProcessIdentity | null {
  try {
    const value: unknown = JSON.parse(contentOf(path) ?? 'null')
    if (typeof value !== 'object' || value === null || !('pid' in value) || typeof value.pid !== 'number') return null
    return { pid: value.pid, started: 'started' in value && typeof value.started === 'string' ? value.started : null }
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Whether an error of the system has this code. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

function linked(own: string, path: string): boolean {
  try {
    linkSync(own, path)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

/** Puts the own file in the place of a dead holder's. @returns false when there is no dead holder any more */
function replacedDead(path: string, own: string): boolean {
  const takeover = tryLock(`${path}.takeover`)
  if (!isLock(takeover)) return false
  try {
    const holder = holderOf(path)
    if (contentOf(path) === null || (holder !== null && isRunning(holder))) return false
    // Nobody else touches this file: a link needs its absence, a release its holder, a takeover this lock.
    renameSync(own, path)
    return true
  } finally {
    takeover.release()
  }
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}
