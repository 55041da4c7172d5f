import { CONTACT_PURPOSES } from '@klankbord/model'
import { countContacts, readContacts, type StoredContact } from '@klankbord/storage'
import { contactPurpose, contactStore } from '../../contacts/contact-store.ts'
import { studyNamed } from '../../study/study-named.ts'
import { audit } from '../../staff/audit.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'

export interface ContactListing {
  readonly data: string
  /** All purposes when left out. */
  readonly purpose?: string
  /** Prints who they are as well. */
  readonly show?: boolean
}

/** Prints how many contacts a study has for each purpose, and, where that was asked for, who they are. */
export async function printContacts(
  place: Surroundings,
  given: string,
  { data, purpose: typed, show }: ContactListing,
): Promise<void> {
  const purposes = typed === undefined ? CONTACT_PURPOSES : [contactPurpose(typed)]
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const study = await studyNamed(context, given)
    const store = contactStore(context)
    const counts = await countContacts(store, study.id)
    if (show === true) {
      await audit(context, null, { action: 'contacts.seen', studyId: study.id, details: { purposes: [...purposes] } })
    }
    for (const purpose of purposes) {
      place.terminal.print(say('contactsCounted', { purpose, count: counts.get(purpose) ?? 0 }))
      if (show !== true) continue
      for (const contact of await readContacts(store, { studyId: study.id, purpose }))
        place.terminal.print(contactLine(contact))
    }
  })
}

function contactLine({ id, contact }: StoredContact): string {
  const { name, address, email, phone, language, reachBy, consent } = contact
  const known = [name, ...address, email, phone, language, reachBy, consent].filter((part) => part !== null)
  return say('contactLine', { id, contact: known.join(' · ') })
}
