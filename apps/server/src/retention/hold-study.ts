import { holdStudy, releaseStudy } from '@klankbord/storage'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import type { StaffSession } from '../http/route.ts'
import { audit } from '../staff/audit.ts'

/** Who decides, and by what name it is written down. */
export interface Decider {
  /** Null for a command on the machine of the server. */
  readonly staff: StaffSession | null
  readonly by: string
}

/** Stops every deletion from a study, and every redaction. @throws Problem `alreadyHeld` */
export async function placeHold(
  context: ServerContext,
  studyId: string,
  { staff, by }: Decider,
  reason: string,
): Promise<void> {
  const on = todayAt(context.clock.now()).today
  await holdStudy(context.database.db, studyId, { reason, by, on })
  // Why is kept with the hold: it may name somebody.
  await audit(context, staff, { action: 'hold.placed', studyId, details: { by } })
}

/** Lets deletions go on. @throws Problem `notHeld` */
export async function releaseHold(context: ServerContext, studyId: string, { staff, by }: Decider): Promise<void> {
  const on = todayAt(context.clock.now()).today
  await releaseStudy(context.database.db, studyId, { by, on })
  await audit(context, staff, { action: 'hold.released', studyId, details: { by } })
}
