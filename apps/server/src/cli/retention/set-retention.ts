import { findRetentionTerms, saveRetentionTerms } from '@klankbord/storage'
import { retentionSummary } from '../../retention/retention-summary.ts'
import { studyNamed } from '../../study/study-named.ts'
import { audit } from '../../staff/audit.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'
import { retentionLines } from './retention-lines.ts'

/** Terms in months; those that are left out stay. */
export interface SetTerms {
  readonly data: string
  readonly contacts?: number
  readonly answers?: number
  readonly publications?: number | 'keep'
}

/** Sets some or all terms of a study and prints what holds now. @throws Problem `retentionTermNotUsable` */
export async function setRetention(
  place: Surroundings,
  given: string,
  { data, publications, ...terms }: SetTerms,
): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const { db } = context.database
    const study = await studyNamed(context, given)
    const kept = {
      ...(await findRetentionTerms(db, study.id)),
      ...terms,
      ...(publications === undefined ? {} : { publications: publications === 'keep' ? null : publications }),
    }
    await saveRetentionTerms(db, study.id, kept)
    await audit(context, null, { action: 'retention.set', studyId: study.id, details: { ...kept } })
    for (const line of retentionLines(await retentionSummary(context, study.id))) place.terminal.print(line)
  })
}
