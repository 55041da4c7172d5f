import { sealWave, type RemovedLog, type SealedPortion, type SealingStep, type WaveReference } from '@klankbord/storage'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import { removeLogs } from './remove-logs.ts'

/** What sealing did to a wave, and whether the log of before is gone from every server. */
export interface Sealing {
  /** Null when too few wait. */
  readonly sealed: SealedPortion | null
  /** Empty when nothing was sealed and the wave goes on. */
  readonly logs: readonly RemovedLog[]
}

/**
 * Seals what may be sealed of a wave and removes the log of what arrived, here and on the standbys.
 *
 * @param options `final`: the wave ends. `omit`: only for the attack test, which shows what each step is for.
 * @throws Problem `unknownWave`, `databaseUnavailable`
 */
export async function sealAndClean(
  context: ServerContext,
  wave: WaveReference,
  options: { readonly final: boolean; readonly omit?: ReadonlySet<SealingStep> },
): Promise<Sealing> {
  const { database, clock } = context
  const { today } = todayAt(clock.now())
  const sealed = await sealWave(database.db, wave, { ...options, today })
  const nothing = sealed === null && !options.final
  if (nothing || options.omit?.has('log') === true) return { sealed, logs: [] }
  return { sealed, logs: await removeLogs(context) }
}
