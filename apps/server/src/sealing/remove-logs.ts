import { openDatabase, removeLog, type RemovedLog } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'

/** Removes the write-ahead log of before now, here and on the standbys. */
export async function removeLogs({ database, settings }: ServerContext): Promise<readonly RemovedLog[]> {
  const standbys = settings.standbys.map((address, at) => ({
    name: `standby ${at + 1}`,
    database: openDatabase(address, { connections: 1 }),
  }))
  try {
    const holders = standbys.map(({ name, database: { db } }) => ({ name, db }))
    return await removeLog(database.db, holders)
  } finally {
    for (const standby of standbys) await standby.database.close()
  }
}
