import { listHolds } from '@klankbord/storage'
import { retentionSummary } from '../../retention/retention-summary.ts'
import { studyNamed } from '../../study/study-named.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'
import { retentionLines } from './retention-lines.ts'

/** Prints how long a study keeps what, until when that is, and what holds or held it. */
export async function printRetention(
  place: Surroundings,
  given: string,
  { data }: { readonly data: string },
): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const study = await studyNamed(context, given)
    for (const line of retentionLines(await retentionSummary(context, study.id))) place.terminal.print(line)
    for (const { reason, by, on, released } of await listHolds(context.database.db, study.id))
      if (released !== null)
        place.terminal.print(say('retentionWasHeld', { reason, by, on, releasedBy: released.by, until: released.on }))
  })
}
