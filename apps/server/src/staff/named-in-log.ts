import type { LocalizedText } from '@klankbord/model'
import { findStudy, findUser, type AuditEntry, type Database } from '@klankbord/storage'

/** A line of the log with whom of the staff and which study it is about; null where it says neither, or they are gone. */
export interface NamedEntry extends AuditEntry {
  readonly member: string | null
  readonly study: LocalizedText | null
}

/** Adds names of staff and titles of studies to lines of the log, as they are now. The log itself keeps ids. */
export async function namedInLog(
  { db }: Pick<Database, 'db'>,
  entries: readonly AuditEntry[],
): Promise<readonly NamedEntry[]> {
  const members = await each(entries.map(memberIn), async (id) => (await findUser(db, id))?.name)
  const studies = await each(
    entries.map(({ studyId }) => studyId),
    async (id) => (await findStudy(db, id))?.title,
  )
  return entries.map((entry) => ({
    ...entry,
    member: members.get(memberIn(entry) ?? '') ?? null,
    study: studies.get(entry.studyId ?? '') ?? null,
  }))
}

function memberIn({ details }: AuditEntry): string | null {
  const { member } = details
  return typeof member === 'string' ? member : null
}

/** What each of these ids is called; they come many times over, and are looked up once. */
async function each<Name>(
  ids: readonly (string | null)[],
  find: (id: string) => Promise<Name | undefined>,
): Promise<ReadonlyMap<string, Name>> {
  const found = new Map<string, Name>()
  for (const id of new Set(ids.filter((one) => one !== null))) {
    const name = await find(id)
    if (name !== undefined) found.set(id, name)
  }
  return found
}
