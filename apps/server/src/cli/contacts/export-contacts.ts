import { writeContactsCsv } from '@klankbord/exchange'
import { readContacts } from '@klankbord/storage'
import { contactPurpose, contactStore } from '../../contacts/contact-store.ts'
import { studyNamed } from '../../study/study-named.ts'
import { audit } from '../../staff/audit.ts'
import { toReader } from '../export-responses.ts'
import { toFile } from '../new-file.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'

export interface ContactExport {
  readonly data: string
  readonly purpose: string
  readonly out?: string
}

/** Writes the contacts of a study for one purpose as CSV, in the order of their random ids. */
export async function exportContacts(
  place: Surroundings,
  given: string,
  { data, purpose: typed, out }: ContactExport,
): Promise<void> {
  const purpose = contactPurpose(typed)
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const study = await studyNamed(context, given)
    const people = await readContacts(contactStore(context), { studyId: study.id, purpose })
    const details = { purpose, count: people.length }
    await audit(context, null, { action: 'contacts.exported', studyId: study.id, details })
    const csv = pieces(writeContactsCsv(people.map(({ contact }) => contact)))
    if (out === undefined) return toReader(csv, place)
    await toFile(csv, out)
    place.terminal.warn(say('contactsExported', { count: people.length, file: out }))
  })
}

async function* pieces(csv: Iterable<string>): AsyncIterable<string> {
  yield* csv
}
