import { drawInvitations } from '../../fieldwork/draw-invitations.ts'
import { waveAt } from '../../respondent/visit.ts'
import { audit } from '../../staff/audit.ts'
import type { ExitCode } from '../exit-code.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'
import { drawLines } from './draw-lines.ts'

export interface FrameDraw {
  readonly data: string
  readonly wave: string
  readonly seed: string
  readonly stratum: Readonly<Record<string, number>>
  readonly everyone?: boolean
  readonly onePerAddress?: boolean
  readonly restMonths: number
}

/** Draws who is invited to a wave, and says how many of each stratum. @returns 1 when not exactly one way was named */
export async function drawFrame(place: Surroundings, order: FrameDraw): Promise<ExitCode> {
  const { data, wave, seed, stratum, everyone = false, onePerAddress = false, restMonths } = order
  if (everyone === Object.keys(stratum).length > 0) {
    place.terminal.warn(say('drawWithoutPlan'))
    return 1
  }
  return inWorkplace<ExitCode>(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const opened = await waveAt(context, wave)
    const strata = everyone ? 'everyone' : stratum
    const record = await drawInvitations(context, opened.wave, { seed, strata, onePerAddress, restMonths })
    await audit(context, null, { action: 'frame.drawn', studyId: opened.study.id, details: { wave: opened.wave.id } })
    for (const line of drawLines(record)) place.terminal.print(line)
    return 0
  })
}
