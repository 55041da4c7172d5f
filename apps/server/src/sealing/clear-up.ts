import { clearDeadRows, clearingsDone, dueClearings, type RemovedLog } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { removeLogs } from './remove-logs.ts'

/** How much of what was sealed or deleted is gone from the files of the database. */
export interface ClearedUp {
  /** Tables that could not be written anew, so that bytes of deleted rows still lie in their files. */
  readonly uncleared: readonly string[]
  /** Whether the write-ahead log of before is gone from each server; empty when nothing was to be removed. */
  readonly logs: readonly RemovedLog[]
}

/**
 * Takes what was sealed or deleted out of the files, as far as this server's rights go: that of just now, and that of
 * whoever was killed before it was done. While a log is still there somewhere, or somebody uses a table, it is tried again
 * after the next sealing, the next day and at the next start; a table that is large is named once.
 */
export async function clearUp(context: ServerContext): Promise<ClearedUp> {
  const { db } = context.database
  const due = await dueClearings(db)
  if (due.length === 0) return { uncleared: [], logs: [] }
  const tables = new Set(due.flatMap((clearing) => clearing.tables))
  const left = await clearDeadRows(db, [...tables])
  const logs = await removeLogs(context)
  const inUse = new Set(left.flatMap((one) => (one.inUse ? [one.table] : [])))
  const done = due.filter((clearing) => !clearing.tables.some((table) => inUse.has(table)))
  if (logs.every(({ gone }) => gone)) await clearingsDone(db, done)
  return { uncleared: left.map(({ table }) => table), logs }
}
