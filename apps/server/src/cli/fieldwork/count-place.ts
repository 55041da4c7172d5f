import { summarizePlaces } from '@klankbord/model'
import { addPlaceCount } from '@klankbord/storage'
import { todayAt } from '../../clock.ts'
import { referenceOf, waveAt } from '../../respondent/visit.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'

export interface CountedPlace {
  readonly data: string
  readonly wave: string
  /** ISO date; today when left out. */
  readonly on?: string
  readonly approached?: number
  readonly refused?: number
  readonly started: number
  readonly finished: number
}

/** Keeps what somebody counted at a place on a day, and warns when it cannot be so. */
export async function countPlace(place: Surroundings, name: string, counted: CountedPlace): Promise<void> {
  const { data, wave, approached = null, refused = null, started, finished } = counted
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const where = referenceOf(await waveAt(context, wave))
    const on = counted.on ?? todayAt(context.clock.now()).today
    const count = { place: name.trim(), on, approached, refused, started, finished }
    await addPlaceCount(context.database.db, where, count)
    for (const { message } of summarizePlaces([count]).findings) place.terminal.warn(message)
    place.terminal.print(say('placeCounted', { place: count.place, on }))
  })
}
