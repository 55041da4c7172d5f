import { countWaiting, type SealedPortion, type Wave } from '@klankbord/storage'
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
  if (order.now === true && order.final !== true) {
    place.terminal.warn(say('nowWithoutFinal'))
    return 1
  }
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
    const waiting = await countWaiting(context.database.db, referenceOf(opened))
    const told = sealing.sealed ? toldPortion(sealing.sealed) : whyNothing(opened.wave, waiting, context.clock)
    for (const line of [told, ...toldClearing(sealing)]) place.terminal.print(line)
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

function toldPortion({ portion, responses, codes }: SealedPortion): string {
  return portion === null ? say('sealedEmpty') : say('sealedPortion', { portion, responses, codes })
}

/** Why nothing was sealed, and what is missing. */
function whyNothing(wave: Wave, waiting: number, clock: Clock): string {
  const { address, mode, portion, state, lastDay } = wave
  if (mode !== 'codeAnonymous') return say('nothingWaitsHere', { address })
  if (state === 'sealed') return say('nothingAfterEnd', { address })
  const needed = 2 * portion
  const missing = Math.max(0, needed - waiting)
  const phase = wavePhase(wave, clock)
  if (phase === 'over') return say('nothingBeforeEnd', { address, waiting })
  if (phase === 'finishing') return say('nothingInGrace', { waiting, missing, lastDay: lastDay ?? '' })
  return say('sealedNothing', { waiting, missing, portion, needed })
}

function toldClearing({ uncleared, logs }: Sealing): readonly string[] {
  return [
    ...clearedLines({ uncleared, logs: [] }),
    ...logs.map(({ name, gone, reason }) =>
      gone ? say('logGone', { name }) : say(`log.${reason ?? 'kept'}`, { name }),
    ),
  ]
}
