import type { Contact } from '@klankbord/model'
import type { Kysely } from 'kysely'
import { keepContacts } from '../contacts/contacts.ts'
import type { ContactStore } from '../contacts/study-key.ts'
import type { Schema } from '../schema.ts'
import type { WaveReference } from '../waves.ts'

/** Somebody for the list of a wave. */
export interface NewFramePerson {
  readonly contact: Contact
  /** Empty without strata. */
  readonly stratum: string
  /** Alike for people at one address; null where that is not known. */
  readonly household: string | null
  /** Why this person may not be drawn; null for who may. */
  readonly excluded: string | null
}

/** The same without who it is. */
export interface FramePerson extends Omit<NewFramePerson, 'contact'> {
  /** Of the contact; random. */
  readonly personId: string
}

const CHUNK = 500

/**
 * Puts people on the list of a wave, all or none. Who is on it already, equal in every detail of the contact, stays as
 * they are.
 *
 * @returns how many are new on the list
 * @throws Problem `contactKeyWrong`, `contactAltered`
 */
export async function addFramePeople(
  store: ContactStore,
  { studyId, waveId }: WaveReference,
  people: readonly NewFramePerson[],
): Promise<number> {
  return store.db.transaction().execute(async (trx) => {
    const contacts = people.map(({ contact }) => contact)
    const { ids } = await keepContacts(trx, store, { studyId, purpose: 'invitation' }, contacts)
    const rows = people
      .map((person, place) => ({
        study_id: studyId,
        wave_id: waveId,
        person_id: ids[place] ?? '',
        stratum: person.stratum,
        household: person.household,
        excluded: person.excluded,
      }))
      // As with contacts: the table does not keep the order of the list.
      .toSorted((one, other) => (one.person_id < other.person_id ? -1 : 1))
    let added = 0n
    for (let start = 0; start < rows.length; start += CHUNK) {
      const result = await trx
        .insertInto('contact.frame_people')
        .values(rows.slice(start, start + CHUNK))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      added += result.numInsertedOrUpdatedRows ?? 0n
    }
    return Number(added)
  })
}

/** Everybody on the list of a wave, in the order of their random ids. Needs no key. */
export async function listFramePeople(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
): Promise<readonly FramePerson[]> {
  const rows = await db
    .selectFrom('contact.frame_people')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('wave_id', '=', waveId)
    .orderBy('person_id')
    .execute()
  return rows.map(({ person_id: personId, stratum, household, excluded }) => ({
    personId,
    stratum,
    household,
    excluded,
  }))
}
