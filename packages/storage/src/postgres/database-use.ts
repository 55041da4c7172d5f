import { randomBytes } from 'node:crypto'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { holderOf } from './file-lock.ts'
import { isRunning, ownIdentity } from './process-identity.ts'

const USE = 'postgres.use-'

/** Notes that this process uses the database of a folder. @returns what ends the use */
export function markUse(dataFolder: string): () => void {
  const file = join(dataFolder, `${USE}${process.pid}-${randomBytes(4).toString('hex')}`)
  writeFileSync(file, JSON.stringify(ownIdentity()), { mode: 0o644 })
  return () => rmSync(file, { force: true })
}

/** Whether any running process uses the database; clears away the notes of those that were killed. */
export function isUsed(dataFolder: string): boolean {
  const marks = readdirSync(dataFolder).filter((name) => name.startsWith(USE))
  return marks.some((name) => {
    const holder = holderOf(join(dataFolder, name))
    if (holder !== null && isRunning(holder)) return true
    rmSync(join(dataFolder, name), { force: true })
    return false
  })
}
