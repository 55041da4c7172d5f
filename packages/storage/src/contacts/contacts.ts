import { randomUUID } from 'node:crypto'
import { canonicalJson, problem, type Contact, type ContactPurpose } from '@klankbord/model'
import type { Kysely, SelectQueryBuilder } from 'kysely'
import type { Schema } from '../schema.ts'
import { isUuid } from '../is-uuid.ts'
import { keyedMark, paddedJson, seal, unseal, type Bond } from './contact-cipher.ts'
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
  await markContacts(trx, group, key)
  const marks = contacts.map((contact) => contactMark(contact, key, group))
  const ids = await idsOfMarks(trx, group, marks)
  const added = new Map(contacts.map((contact, place) => [nameOf(marks[place]), contact]))
  for (const known of ids.keys()) added.delete(known)
  const rows = [...added]
    .map(([mark, contact]) => ({ id: randomUUID(), mark, contact }))
    // In the order of the random ids, so that the table does not keep the order of the list.
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
  for (const { id, mark } of rows) ids.set(mark, id)
  for (let start = 0; start < rows.length; start += CHUNK)
    await trx
      .insertInto('contact.people')
      .values(
        rows.slice(start, start + CHUNK).map(({ id, mark, contact }) => ({
          study_id: group.studyId,
          id,
          purpose: group.purpose,
          sealed: seal(paddedJson(contact), key, bondOf(group, id), store.random),
          mark: Buffer.from(mark, 'hex'),
        })),
      )
      .execute()
  return { ids: marks.map((mark) => ids.get(nameOf(mark)) ?? ''), added: rows.length }
}

/** Gives contacts from before there were marks theirs. */
async function markContacts(trx: Kysely<Schema>, group: ContactGroup, key: Uint8Array): Promise<void> {
  const rows = await rowsOf(trx, group).where('mark', 'is', null).execute()
  for (const row of rows)
    await trx
      .updateTable('contact.people')
      .set({ mark: contactMark(openedContact(row, group, key).contact, key, group) })
      .where('study_id', '=', group.studyId)
      .where('id', '=', row.id)
      .execute()
}

/** The ids of contacts that are there already, by their marks. */
async function idsOfMarks(
  trx: Kysely<Schema>,
  { studyId, purpose }: ContactGroup,
  marks: readonly Buffer[],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (let start = 0; start < marks.length; start += CHUNK) {
    const rows = await trx
      .selectFrom('contact.people')
      .select(['id', 'mark'])
      .where('study_id', '=', studyId)
      .where('purpose', '=', purpose)
      .where('mark', 'in', marks.slice(start, start + CHUNK))
      .execute()
    for (const { id, mark } of rows) ids.set(nameOf(mark), id)
  }
  return ids
}

const nameOf = (mark: Buffer | null | undefined): string => mark?.toString('hex') ?? ''

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
  const rows = await rowsOf(db, group).execute()
  return rows.map((row) => openedContact(row, group, key))
}

function rowsOf(
  db: Kysely<Schema>,
  { studyId, purpose }: ContactGroup,
): SelectQueryBuilder<Schema, 'contact.people', SealedContact> {
  return db
    .selectFrom('contact.people')
    .select(['id', 'sealed'])
    .where('study_id', '=', studyId)
    .where('purpose', '=', purpose)
    .orderBy('id')
}

interface SealedContact {
  readonly id: string
  readonly sealed: Buffer
}

function openedContact({ id, sealed }: SealedContact, group: ContactGroup, key: Uint8Array): StoredContact {
  const opened = unseal(sealed, key, bondOf(group, id))
  if (opened === null) throw problem('contactAltered', { contact: id })
  return { id, contact: JSON.parse(opened.toString('utf8')) as Contact }
}

const bondOf = ({ studyId, purpose }: ContactGroup, id: string): Bond => ['klankbord-contact/1', studyId, purpose, id]

function contactMark(contact: Contact, key: Uint8Array, { studyId, purpose }: ContactGroup): Buffer {
  return keyedMark(canonicalJson(contact), key, ['klankbord-contact-mark/1', studyId, purpose])
}
