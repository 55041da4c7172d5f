import { frameSummary } from '../../fieldwork/frame-summary.ts'
import { referenceOf, waveAt } from '../../respondent/visit.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'
import { drawLines } from './draw-lines.ts'

export interface FrameShow {
  readonly data: string
  readonly wave: string
  readonly json?: boolean
}

/** Says how many people stand on the list of a wave and how its sample was drawn; as JSON the records in full. */
export async function showFrame(place: Surroundings, { data, wave, json }: FrameShow): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const where = referenceOf(await waveAt(context, wave))
    const { people, invitations, draws } = await frameSummary(context, where)
    if (json === true) return place.terminal.print(JSON.stringify(draws, null, 2))
    place.terminal.print(say('frameHolds', { people, invitations }))
    for (const { drawnOn, record } of draws) {
      place.terminal.print(say('frameDrawnOn', { on: drawnOn }))
      for (const line of drawLines(record)) place.terminal.print(line)
    }
  })
}
