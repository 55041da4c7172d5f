import type { Wave } from '@klankbord/storage'
import { todayAt, type Clock } from '../clock.ts'

/**
 * `before`: its first day is still to come, so nobody begins. `open`: people begin and finish. `finishing`: nobody begins,
 * and who had begun may send. `over`: nobody sends anything that is not stored already.
 */
export type WavePhase = 'before' | 'open' | 'finishing' | 'over'

/** In which phase a wave is today, also before it was closed on the day that was set, or sealed. */
export function wavePhase(
  { state, opensOn, closesOn, lastDay }: Pick<Wave, 'state' | 'opensOn' | 'closesOn' | 'lastDay'>,
  clock: Clock,
): WavePhase {
  const { today } = todayAt(clock.now())
  if (state === 'open' && opensOn !== null && today < opensOn) return 'before'
  if (state === 'open' && (closesOn === null || today <= closesOn)) return 'open'
  return state !== 'sealed' && lastDay !== null && today <= lastDay ? 'finishing' : 'over'
}
