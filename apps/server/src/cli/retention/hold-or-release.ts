import { todayAt } from '../../clock.ts'
import { placeHold, releaseHold } from '../../retention/hold-study.ts'
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
    const study = await studyNamed(context, given)
    const on = todayAt(context.clock.now()).today
    const decider = { staff: null, by }
    if (reason === undefined) await releaseHold(context, study.id, decider)
    else await placeHold(context, study.id, decider, reason)
    place.terminal.print(reason === undefined ? say('holdReleased', { by, on }) : say('holdPlaced', { by, on }))
  })
}
