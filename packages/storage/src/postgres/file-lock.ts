import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
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
 * The file appears with its content at once (by a hard link), and a dead holder's file is set aside by a
 * rename, which only one of several takers can do.
 */
export function tryLock(path: string): FileLock | ProcessIdentity {
  const own = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`
  writeFileSync(own, JSON.stringify(ownIdentity()), { mode: 0o644 })
  try {
    for (;;) {
      try {
        linkSync(own, path)
        const content = readFileSync(own, 'utf8')
        return { release: () => releaseIfOwn(path, content) }
      } catch (error) {
        if (!hasCode(error, 'EEXIST')) throw error
      }
      const holder = holderOf(path)
      if (holder !== null && isRunning(holder)) return holder
      setAside(path, own)
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
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof value !== 'object' || value === null || !('pid' in value) || typeof value.pid !== 'number') return null
    return { pid: value.pid, started: 'started' in value && typeof value.started === 'string' ? value.started : null }
  } catch (error) {
    if (hasCode(error, 'ENOENT') || error instanceof SyntaxError) return null
    throw error
  }
}

/** Whether an error of the system has this code. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

function setAside(path: string, own: string): void {
  const aside = `${own}.old`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return
    throw error
  }
  // Between looking and renaming another taker may have put its own file there: then it goes back.
  const holder = holderOf(aside)
  if (holder !== null && isRunning(holder) && !existsSync(path)) renameSync(aside, path)
  else rmSync(aside, { force: true })
}

function releaseIfOwn(path: string, content: string): void {
  const holder = holderOf(path)
  if (holder !== null && JSON.stringify(holder) === content) rmSync(path, { force: true })
}
