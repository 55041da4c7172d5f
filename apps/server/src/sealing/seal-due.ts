import { isProblem } from '@klankbord/model'
import { wavesToSeal, type WaveToSeal } from '@klankbord/storage'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import { logFault } from '../http/request-log.ts'
import { sealAndClean } from './seal-and-clean.ts'

const MINUTE = 60_000

/**
 * Seals every portion that waits and every wave whose days of grace are over. A wave whose tables somebody holds (a
 * backup) is sealed the next time; one that cannot be sealed is written down, and stops no other.
 */
export async function sealDue(context: ServerContext): Promise<void> {
  const { today } = todayAt(context.clock.now())
  for (const wave of await wavesToSeal(context.database.db, today)) await sealOne(context, wave)
}

async function sealOne(context: ServerContext, wave: WaveToSeal): Promise<void> {
  try {
    const { logs, uncleared } = await sealAndClean(context, wave, { final: wave.final })
    if (uncleared.length > 0)
      context.log.warn({ tables: uncleared }, 'sealed, but bytes of what was erased may still lie in files')
    for (const { name, gone, reason } of logs) {
      if (!gone) context.log.warn({ server: name, reason }, 'sealed, but the write-ahead log of before is not gone')
    }
  } catch (error) {
    if (isProblem(error, 'databaseUnavailable')) context.log.warn({ wave: wave.waveId }, 'not sealed now, but later')
    else logFault(context.log, error, 'sealing')
  }
}

/**
 * Does so every minute for as long as the process lives, and keeps no process alive.
 *
 * @returns what ends it: waits for a round that is under way
 */
export function sealEveryMinute(context: ServerContext): () => Promise<void> {
  let round: Promise<void> | null = null
  const timer = setInterval(() => {
    round ??= sealDue(context)
      .catch((error: unknown) => {
        if (!isProblem(error, 'databaseUnavailable')) logFault(context.log, error, 'sealing')
      })
      .finally(() => (round = null))
  }, MINUTE)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await round
  }
}
