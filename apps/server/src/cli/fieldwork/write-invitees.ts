import { writeInviteesCsv } from '@klankbord/exchange'
import { inviteesOf } from '@klankbord/storage'
import { shownAccessCode } from '../../access/access-code.ts'
import { contactStore } from '../../contacts/contact-store.ts'
import { toRemind } from '../../fieldwork/to-remind.ts'
import { referenceOf, waveAt } from '../../respondent/visit.ts'
import { audit } from '../../staff/audit.ts'
import { toReader } from '../export-responses.ts'
import { knownAddress } from '../known-address.ts'
import { toFile } from '../new-file.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'

export interface InviteeList {
  readonly data: string
  readonly wave: string
  /** Those who are to be reminded only. */
  readonly reminders: boolean
  readonly url?: string
  readonly out?: string
}

/** Writes who is invited, or is to be reminded, as CSV for mail merge: with code and link, in the order of random ids. */
export async function writeInvitees(place: Surroundings, order: InviteeList): Promise<void> {
  const publicUrl = publicUrlOf(place, order.url ?? knownAddress(order.data))
  await inWorkplace(place, { data: order.data, publicUrl }, async ({ context }) => {
    const opened = await waveAt(context, order.wave)
    const invitees = order.reminders
      ? await toRemind(context, opened.wave)
      : await inviteesOf(contactStore(context), referenceOf(opened))
    const cells = invitees.map(({ id, code, stratum, contact }) => {
      const shown = code === null ? '' : shownAccessCode(code)
      const link = `${publicUrl}/v/${opened.wave.address}${shown === '' ? '' : `#${shown}`}`
      return { id, code: shown, link, stratum, contact }
    })
    const details = { wave: opened.wave.id, count: cells.length }
    await audit(context, null, { action: 'contacts.exported', studyId: opened.study.id, details })
    const csv = pieces(writeInviteesCsv(cells))
    if (order.out === undefined) return toReader(csv, place)
    await toFile(csv, order.out)
    place.terminal.warn(say('contactsExported', { count: cells.length, file: order.out }))
  })
}

async function* pieces(csv: Iterable<string>): AsyncIterable<string> {
  yield* csv
}
