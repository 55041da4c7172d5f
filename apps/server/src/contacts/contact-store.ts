import { CONTACT_PURPOSES, problem, type ContactPurpose } from '@klankbord/model'
import type { ContactStore } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { retentionPlaces } from '../retention/carry-out-retention.ts'

/** The contacts of this installation, with the key that opens them. */
export function contactStore(context: ServerContext): ContactStore {
  const { randomness, settings } = context
  return { db: retentionPlaces(context).contacts, key: settings.keys.contacts, random: randomness.bytes }
}

/** A purpose as it was typed. @throws Problem `unknownContactPurpose` */
export function contactPurpose(typed: string): ContactPurpose {
  const purpose = CONTACT_PURPOSES.find((known) => known === typed)
  if (purpose === undefined) throw problem('unknownContactPurpose', { purpose: typed, known: CONTACT_PURPOSES })
  return purpose
}
