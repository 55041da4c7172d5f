import { sealAndClean, type Sealing } from '../sealing/seal-and-clean.ts'
import { referenceOf, waveAt } from '../respondent/visit.ts'
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
}

/** Seals what waits of a wave and says what was done; 1 when a log of what arrived is still there. */
export async function sealResponses(place: Surroundings, order: SealingOrder): Promise<ExitCode> {
  return inWorkplace(place, { data: order.data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const opened = await waveAt(context, order.wave)
    const sealing = await sealAndClean(context, referenceOf(opened), { final: order.final === true })
    for (const line of toldSealing(sealing, opened.wave.portion)) place.terminal.print(line)
    return sealing.logs.every(({ gone }) => gone) ? 0 : 1
  })
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
