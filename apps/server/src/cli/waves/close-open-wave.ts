import { closeWave } from '@klankbord/storage'
import { todayAt } from '../../clock.ts'
import { referenceOf, waveAt } from '../../respondent/visit.ts'
import { audit } from '../../staff/audit.ts'
import { confirmed } from '../ask.ts'
import type { ExitCode } from '../exit-code.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'

export interface ClosingOrder {
  readonly data: string
  /** Address of the wave. */
  readonly wave: string
}

/** Closes a wave and says until when people may still send; 1 when whoever sits at the terminal does not confirm it. */
export async function closeOpenWave(place: Surroundings, { data, wave: typed }: ClosingOrder): Promise<ExitCode> {
  return inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const opened = await waveAt(context, typed)
    const { address, state, mode } = opened.wave
    if (state === 'open' && !(await confirmed(place, say('confirmClosing', { address }), address))) {
      place.terminal.warn(say('notConfirmed'))
      return 1
    }
    const closed = await closeWave(context.database.db, referenceOf(opened), todayAt(context.clock.now()).today)
    if (state === 'open') {
      const { studyId, id } = closed
      await audit(context, null, { action: 'wave.closed', studyId, details: { wave: id } })
    }
    const known = { address, mode, lastDay: closed.lastDay ?? '' }
    place.terminal.print(say(state === 'open' ? 'waveCloses' : 'waveWasClosed', { address }))
    place.terminal.print(closed.state === 'sealed' ? say('waveIsOver') : say('waveFinishes', known))
    return 0
  })
}
