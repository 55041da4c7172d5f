import type { DrawRecord } from '@klankbord/statistics'
import { listFramePeople, listInvitations, listWaveFrames } from '@klankbord/storage'
import { contactStore } from '../../contacts/contact-store.ts'
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
    const frames = await listWaveFrames(context.database.db, where)
    if (json === true) return place.terminal.print(JSON.stringify(frames, null, 2))
    const { db } = contactStore(context)
    const [people, invitations] = [await listFramePeople(db, where), await listInvitations(db, where)]
    place.terminal.print(say('frameHolds', { people: people.length, invitations: invitations.length }))
    for (const { drawnOn, record } of frames) {
      place.terminal.print(say('frameDrawnOn', { on: drawnOn }))
      // Records are only written by `drawInvitations`.
      for (const line of drawLines(record as DrawRecord)) place.terminal.print(line)
    }
  })
}
