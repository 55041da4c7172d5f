import { problem, type Problem } from '@klankbord/model'
import { findDraft, findStored, type Wave } from '@klankbord/storage'
import { codeToBeginWith, type Entrance } from '../access/code-entrance.ts'
import { referenceOf } from './visit.ts'
import { wavePhase } from './wave-phase.ts'

/**
 * Refuses a draft that may not be kept: nobody begins without a code where one is asked for, nor, where none is, in a wave
 * that is closed. Who had begun goes on, and needs no code for it. The code is looked at and not kept with the draft.
 *
 * @param code as it was typed; empty when none was sent
 * @throws Problem `waveNotOpenYet`, `waveClosed`, `waveSealed`, `accessCodeRefused`, `staleDraft` where the response was sent already,
 *   `tooManyRequests`, `databaseUnavailable`
 */
export async function refuseToBegin(entrance: Entrance, id: string, code: string): Promise<void> {
  const { context, opened } = entrance
  const { wave } = opened
  const phase = wavePhase(wave, context.clock)
  if (phase === 'before') throw notYet(wave)
  if (phase === 'over') throw problem('waveSealed', { wave: wave.address })
  if (phase === 'open' && wave.mode === 'open') return
  const { db } = context.database
  if ((await findDraft(db, referenceOf(opened), id)) !== null) return
  if ((await findStored(db, referenceOf(opened), id)) !== null) throw problem('staleDraft', {})
  if (phase === 'finishing' && wave.mode === 'open') throw problem('waveClosed', { wave: wave.address })
  await codeToBeginWith(entrance, code)
}

/** That a wave begins later, and when. */
export function notYet({ address, opensOn }: Wave): Problem {
  return problem('waveNotOpenYet', { wave: address, opensOn: opensOn ?? '' })
}
