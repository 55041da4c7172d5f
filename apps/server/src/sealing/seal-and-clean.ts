import { sealWave, type SealedPortion, type SealingStep, type WaveReference } from '@klankbord/storage'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import { clearUp, type ClearedUp } from './clear-up.ts'

/** What sealing did to a wave, and whether what it left behind is gone from the files of every server. */
export interface Sealing extends ClearedUp {
  /** Null when too few wait. */
  readonly sealed: SealedPortion | null
}

/**
 * Seals what may be sealed of a wave and removes the log of what arrived, here and on the standbys; also what others left
 * of it who could not finish.
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
  if (options.omit?.has('log') === true) return { sealed, uncleared: [], logs: [] }
  return { sealed, ...(await clearUp(context)) }
}
