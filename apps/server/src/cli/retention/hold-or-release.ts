import { holdStudy, releaseStudy } from '@klankbord/storage'
import { todayAt } from '../../clock.ts'
import { studyNamed } from '../../study/study-named.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'

export interface HoldOrder {
  readonly data: string
  /** Why nothing may be deleted; left out to release. */
  readonly reason?: string
  readonly by: string
}

/** Stops every deletion from a study, or lets it go on. @throws Problem `alreadyHeld`, `notHeld` */
export async function holdOrRelease(
  place: Surroundings,
  given: string,
  { data, reason, by }: HoldOrder,
): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const { db } = context.database
    const study = await studyNamed(context, given)
    const on = todayAt(context.clock.now()).today
    if (reason === undefined) await releaseStudy(db, study.id, { by, on })
    else await holdStudy(db, study.id, { reason, by, on })
    place.terminal.print(reason === undefined ? say('holdReleased', { by, on }) : say('holdPlaced', { by, on }))
  })
}
