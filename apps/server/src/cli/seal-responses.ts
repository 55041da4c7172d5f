import type { Wave } from '@klankbord/storage'
import type { Clock } from '../clock.ts'
import { wavePhase } from '../respondent/wave-phase.ts'
import { sealAndClean, type Sealing } from '../sealing/seal-and-clean.ts'
import { referenceOf, waveAt } from '../respondent/visit.ts'
import { confirmed } from './ask.ts'
import type { ExitCode } from './exit-code.ts'
import { clearedLines } from './retention/cleared-lines.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'
import { inWorkplace, publicUrlOf } from './workplace.ts'

export interface SealingOrder {
  readonly data: string
  /** Address of the wave. */
  readonly wave: string
  readonly final?: boolean
  /** The wave ends although people may still be filling in. */
  readonly now?: boolean
}

/**
 * Seals what waits of a wave and says what was done; 1 when a log of what arrived is still there, or when the wave is to
 * end while people may still send and nobody said that it must.
 */
export async function sealResponses(place: Surroundings, order: SealingOrder): Promise<ExitCode> {
  return inWorkplace(place, { data: order.data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const opened = await waveAt(context, order.wave)
    const { address } = opened.wave
    const early = order.final === true ? endsEarly(opened.wave, context.clock) : null
    const refusal = early === null ? null : order.now === true ? await notWanted(place, address) : early
    if (refusal !== null) {
      place.terminal.warn(refusal)
      return 1
    }
    const sealing = await sealAndClean(context, referenceOf(opened), { final: order.final === true })
    for (const line of toldSealing(sealing, opened.wave.portion)) place.terminal.print(line)
    return sealing.logs.every(({ gone }) => gone) ? 0 : 1
  })
}

/** What is said to somebody at the terminal who was asked and does not go on; null for everybody else. */
async function notWanted(place: Surroundings, address: string): Promise<string | null> {
  return (await confirmed(place, say('confirmEnding', { address }), address)) ? null : say('notConfirmed')
}

/** Why a wave should not end today: people may still send; null when nobody may. */
function endsEarly(wave: Wave, clock: Clock): string | null {
  const { address, mode, lastDay } = wave
  const phase = wavePhase(wave, clock)
  if (phase === 'open') return say('endsWhileOpen', { address })
  return phase === 'finishing' ? say('endsInGrace', { address, mode, lastDay: lastDay ?? '' }) : null
}

function toldSealing({ sealed, uncleared, logs }: Sealing, portion: number): readonly string[] {
  const told =
    sealed === null
      ? say('sealedNothing', { portion, needed: 2 * portion })
      : sealed.portion === null
        ? say('sealedEmpty')
        : say('sealedPortion', { portion: sealed.portion, responses: sealed.responses, codes: sealed.codes })
  return [
    told,
    ...clearedLines({ uncleared, logs: [] }),
    ...logs.map(({ name, gone, reason }) =>
      gone ? say('logGone', { name }) : say(`log.${reason ?? 'kept'}`, { name }),
    ),
  ]
}
