import type { Wave } from '@klankbord/storage'
import { todayAt, type Clock } from '../clock.ts'

/**
 * `open`: people begin and finish. `finishing`: nobody begins, and who had begun may send. `over`: nobody sends anything
 * that is not stored already.
 */
export type WavePhase = 'open' | 'finishing' | 'over'

/** In which phase a wave is today, also before it was sealed. */
export function wavePhase({ state, lastDay }: Pick<Wave, 'state' | 'lastDay'>, clock: Clock): WavePhase {
  if (state === 'open') return 'open'
  return state === 'closed' && lastDay !== null && todayAt(clock.now()).today <= lastDay ? 'finishing' : 'over'
}
