import { problem } from '@klankbord/model'
import type { Wave } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { wavePhase } from './wave-phase.ts'

/** Refuses to prepare a wave in which nobody begins any more; before its first day there is time to. @throws Problem `waveClosed` */
export function refuseWhenClosed({ clock }: ServerContext, wave: Wave): void {
  const phase = wavePhase(wave, clock)
  if (phase === 'finishing' || phase === 'over') throw problem('waveClosed', { wave: wave.address })
}
