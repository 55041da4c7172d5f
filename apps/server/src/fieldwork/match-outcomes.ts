import { dispositionOf } from '@klankbord/model'
import {
  eventsOf,
  noteCodeOutcomes,
  readInvitationCodes,
  type CodeOutcome,
  type WaveReference,
} from '@klankbord/storage'
import { accessCodeHash } from '../access/access-code.ts'
import { contactStore } from '../contacts/contact-store.ts'
import type { ServerContext } from '../context.ts'

/**
 * Notes with each code what is known of its invitation. It looks at all of them, so what was cut off before is made up for;
 * and at no answer, nor at whether a code was used.
 */
export async function matchOutcomes(context: ServerContext, wave: WaveReference): Promise<void> {
  const store = contactStore(context)
  const codes = await readInvitationCodes(store, wave)
  const events = await eventsOf(store.db, wave)
  const outcomes = new Map<string, CodeOutcome | null>()
  for (const [id, code] of codes) {
    const disposition = dispositionOf(events.get(id) ?? [])
    // Only these events are noted here, so none of them says that a code was used.
    const outcome = disposition === 'open' || disposition === 'used' ? null : (disposition ?? 'notInvited')
    outcomes.set(accessCodeHash(context.settings.keys.accessCodes, wave, code), outcome)
  }
  await noteCodeOutcomes(context.database.db, wave, outcomes)
}
