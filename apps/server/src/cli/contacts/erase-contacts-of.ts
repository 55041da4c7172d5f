import { contactPurpose } from '../../contacts/contact-store.ts'
import { eraseNow } from '../../contacts/erase-now.ts'
import { studyNamed } from '../../study/study-named.ts'
import { audit } from '../../staff/audit.ts'
import { clearedLines } from '../retention/cleared-lines.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'

export interface ContactErasure {
  readonly data: string
  readonly id?: string
  readonly purpose?: string
  /** The person took their consent back. */
  readonly withdrawn?: boolean
  readonly by: string
}

/** Deletes contacts of a study because somebody decided it: one, those of a purpose, or all. */
export async function eraseContactsOf(
  place: Surroundings,
  given: string,
  { data, id, purpose, withdrawn, by }: ContactErasure,
): Promise<void> {
  const which = {
    ...(id === undefined ? {} : { id }),
    ...(purpose === undefined ? {} : { purpose: contactPurpose(purpose) }),
  }
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const study = await studyNamed(context, given)
    const why = withdrawn === true ? 'withdrawn' : 'erased'
    const { notice, ...cleared } = await eraseNow(context, study.id, which, { why, by })
    if (notice === null) return place.terminal.print(say('contactsNone'))
    await audit(context, null, {
      action: 'contacts.erased',
      studyId: study.id,
      details: { count: notice.rows, why, by },
    })
    place.terminal.print(say('contactsErased', { count: notice.rows }))
    if (notice.keyFingerprint !== null)
      place.terminal.print(say('contactKeyDestroyed', { fingerprint: notice.keyFingerprint.slice(0, 16) }))
    for (const line of clearedLines(cleared)) place.terminal.warn(line)
  })
}
