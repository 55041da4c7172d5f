import { randomUUID } from 'node:crypto'
import { canonicalJson, problem, type Contact, type ContactPurpose } from '@klankbord/model'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import { isUuid } from '../is-uuid.ts'
import { rememberClearing } from '../sealing/clearings.ts'
import { paddedJson, seal, unseal, type Bond } from './contact-cipher.ts'
import { findStudyKey, keptStudyKey, type ContactStore } from './study-key.ts'

/** A contact as it is kept, under a random id. */
export interface StoredContact {
  readonly id: string
  readonly contact: Contact
}

/** Which contacts: of a study, for a purpose. */
export interface ContactGroup {
  readonly studyId: string
  readonly purpose: ContactPurpose
}

const CHUNK = 500

/**
 * Keeps contacts, all or none. One that is there already for this purpose, equal in everything, is not kept twice.
 *
 * @returns how many were new
 * @throws Problem `contactKeyWrong`, `contactAltered`
 */
export async function addContacts(
  store: ContactStore,
  group: ContactGroup,
  contacts: readonly Contact[],
): Promise<number> {
  return store.db.transaction().execute(async (trx) => (await keepContacts(trx, store, group, contacts)).added)
}

/**
 * The same within a transaction.
 *
 * @returns the id of each, in the order given, and how many were new
 */
export async function keepContacts(
  trx: Kysely<Schema>,
  store: ContactStore,
  group: ContactGroup,
  contacts: readonly Contact[],
): Promise<{ readonly ids: readonly string[]; readonly added: number }> {
  const key = await keptStudyKey(trx, store, group.studyId)
  const ids = new Map((await openedContacts(trx, group, key)).map(({ id, contact }) => [canonicalJson(contact), id]))
  const added = new Map(contacts.map((contact) => [canonicalJson(contact), contact]))
  for (const text of ids.keys()) added.delete(text)
  const rows = [...added]
    .map(([text, contact]) => ({ id: randomUUID(), text, contact }))
    // In the order of the random ids, so that the table does not keep the order of the list.
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
  for (const { id, text } of rows) ids.set(text, id)
  for (let start = 0; start < rows.length; start += CHUNK)
    await trx
      .insertInto('contact.people')
      .values(
        rows.slice(start, start + CHUNK).map(({ id, contact }) => ({
          study_id: group.studyId,
          id,
          purpose: group.purpose,
          sealed: seal(paddedJson(contact), key, bondOf(group, id), store.random),
        })),
      )
      .execute()
  return { ids: contacts.map((contact) => ids.get(canonicalJson(contact)) ?? ''), added: rows.length }
}

/**
 * The same for one that came by itself, just after answers perhaps. All of the group are written anew with it, in the order
 * of their random ids: then neither the place of a row nor its transaction says who came when. What the old rows leave in
 * the files goes with the next clearing.
 *
 * @param db the database of the studies, which keeps what is to be cleared
 */
export async function addContactMixed(
  store: ContactStore,
  db: Kysely<Schema>,
  group: ContactGroup,
  contact: Contact,
): Promise<void> {
  await rememberClearing(db, group.studyId, ['contact.people'])
  await store.db.transaction().execute(async (trx) => {
    await keepContacts(trx, store, group, [contact])
    const rows = await trx
      .deleteFrom('contact.people')
      .where('study_id', '=', group.studyId)
      .where('purpose', '=', group.purpose)
      .returningAll()
      .execute()
    const mixed = rows.toSorted((one, other) => (one.id < other.id ? -1 : 1))
    for (let start = 0; start < mixed.length; start += CHUNK)
      await trx
        .insertInto('contact.people')
        .values(mixed.slice(start, start + CHUNK))
        .execute()
  })
}

/** Whether there is anybody's contact details of a study. Needs no key. */
export async function hasContacts({ db }: Pick<ContactStore, 'db'>, studyId: string): Promise<boolean> {
  if (!isUuid(studyId)) return false
  const [person, asked] = await Promise.all([
    db.selectFrom('contact.people').select('id').where('study_id', '=', studyId).limit(1).executeTakeFirst(),
    db.selectFrom('contact.form_requests').select('id').where('study_id', '=', studyId).limit(1).executeTakeFirst(),
  ])
  return person !== undefined || asked !== undefined
}

/** How many contacts there are of a study, by purpose. Needs no key. */
export async function countContacts(
  { db }: Pick<ContactStore, 'db'>,
  studyId: string,
): Promise<ReadonlyMap<ContactPurpose, number>> {
  if (!isUuid(studyId)) return new Map()
  const rows = await db
    .selectFrom('contact.people')
    .select(['purpose', ({ fn }) => fn.countAll<string>().as('n')])
    .where('study_id', '=', studyId)
    .groupBy('purpose')
    .execute()
  return new Map(rows.map(({ purpose, n }) => [purpose, Number(n)]))
}

/**
 * Opens the contacts of a study for one purpose, in the order of their random ids.
 *
 * @throws Problem `contactKeyWrong`, `contactAltered`
 */
export async function readContacts(
  store: Pick<ContactStore, 'db' | 'key'>,
  group: ContactGroup,
): Promise<readonly StoredContact[]> {
  if (!isUuid(group.studyId)) return []
  const key = await findStudyKey(store.db, store, group.studyId)
  return key === null ? [] : openedContacts(store.db, group, key)
}

async function openedContacts(
  db: Kysely<Schema>,
  group: ContactGroup,
  key: Uint8Array,
): Promise<readonly StoredContact[]> {
  const rows = await db
    .selectFrom('contact.people')
    .select(['id', 'sealed'])
    .where('study_id', '=', group.studyId)
    .where('purpose', '=', group.purpose)
    .orderBy('id')
    .execute()
  return rows.map(({ id, sealed }) => {
    const opened = unseal(sealed, key, bondOf(group, id))
    if (opened === null) throw problem('contactAltered', { contact: id })
    return { id, contact: JSON.parse(opened.toString('utf8')) as Contact }
  })
}

const bondOf = ({ studyId, purpose }: ContactGroup, id: string): Bond => ['klankbord-contact/1', studyId, purpose, id]
