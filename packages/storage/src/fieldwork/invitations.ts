import { randomUUID } from 'node:crypto'
import { problem, type Contact, type FieldworkEvent } from '@klankbord/model'
import { sql, type Kysely } from 'kysely'
import { seal, unseal, type Bond } from '../contacts/contact-cipher.ts'
import { readContacts } from '../contacts/contacts.ts'
import { findStudyKey, keptStudyKey, type ContactStore } from '../contacts/study-key.ts'
import type { Schema } from '../schema.ts'
import type { WaveReference } from '../waves.ts'
import { eventsOf } from './fieldwork-events.ts'

/** Somebody who was drawn, and the chance that this person had. */
export interface NewInvitation {
  readonly personId: string
  readonly stratum: string
  readonly probability: number
}

/** An invitation as it is kept. It leads to a person, never to a response. */
export interface Invitation extends NewInvitation {
  readonly id: string
  readonly hasCode: boolean
}

/** Somebody to send something to, with everything that it takes. */
export interface Invitee extends NewInvitation {
  readonly id: string
  readonly contact: Contact
  /** Null in an open wave, and before codes were made. */
  readonly code: string | null
  /** What people and post said of it; a week in place of a day in anonymous waves. */
  readonly events: readonly FieldworkEvent[]
}

const CHUNK = 500

/**
 * Makes invitations of who was drawn, all or none, within the transaction that is open if there is one. Who has one in this
 * wave keeps it.
 *
 * @returns how many are new
 */
export async function addInvitations(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
  drawn: readonly NewInvitation[],
): Promise<number> {
  const rows = drawn
    .map(({ personId, stratum, probability }) => ({
      study_id: studyId,
      id: randomUUID(),
      wave_id: waveId,
      person_id: personId,
      stratum,
      probability,
    }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const add = async (trx: Kysely<Schema>): Promise<number> => {
    let added = 0n
    for (let start = 0; start < rows.length; start += CHUNK) {
      const result = await trx
        .insertInto('contact.invitations')
        .values(rows.slice(start, start + CHUNK))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      added += result.numInsertedOrUpdatedRows ?? 0n
    }
    return Number(added)
  }
  return db.isTransaction ? add(db) : db.transaction().execute(add)
}

/** The invitations of a wave, in the order of their random ids. Needs no key. */
export async function listInvitations(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
): Promise<readonly Invitation[]> {
  const rows = await db
    .selectFrom('contact.invitations')
    .select(['id', 'person_id', 'stratum', 'probability'])
    .select(({ eb }) => eb('sealed', 'is not', null).as('has_code'))
    .where('study_id', '=', studyId)
    .where('wave_id', '=', waveId)
    .orderBy('id')
    .execute()
  return rows.map(({ id, person_id: personId, stratum, probability, has_code }) => ({
    id,
    personId,
    stratum,
    probability,
    hasCode: Boolean(has_code),
  }))
}

/**
 * Keeps the code of each invitation, sealed with the key of the study's contacts, so that a reminder can carry it again.
 * An invitation that has one keeps the one that it has.
 *
 * @param codes by the id of the invitation
 * @returns the ids of those that took theirs
 * @throws Problem `contactKeyWrong`
 */
export async function keepInvitationCodes(
  store: ContactStore,
  { studyId, waveId }: WaveReference,
  codes: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  return store.db.transaction().execute(async (trx) => {
    const key = await keptStudyKey(trx, store, studyId)
    const taken: string[] = []
    const sealed = [...codes].map(([id, code]) => ({ id, sealed: sealedCode(store, key, { studyId, id, code }) }))
    for (let start = 0; start < sealed.length; start += CHUNK) {
      const given = sealed.slice(start, start + CHUNK)
      const { rows } = await sql<{ id: string }>`
        update contact.invitations as known set sealed = given.sealed
        from unnest(${given.map(({ id }) => id)}::uuid[], ${given.map((one) => one.sealed)}::bytea[]) as given (id, sealed)
        where known.study_id = ${studyId} and known.wave_id = ${waveId} and known.id = given.id and known.sealed is null
        returning known.id`.execute(trx)
      taken.push(...rows.map(({ id }) => id))
    }
    return taken
  })
}

function sealedCode(
  { random }: Pick<ContactStore, 'random'>,
  key: Uint8Array,
  { studyId, id, code }: { readonly studyId: string; readonly id: string; readonly code: string },
): Buffer {
  return seal(Buffer.from(code), key, bondOf(studyId, id), random)
}

/**
 * The codes of invitations, opened, by the id of the invitation.
 *
 * @param invitationId of this one only
 * @throws Problem `contactKeyWrong`, `contactAltered`
 */
export async function readInvitationCodes(
  store: Pick<ContactStore, 'db' | 'key'>,
  { studyId, waveId }: WaveReference,
  invitationId?: string,
): Promise<ReadonlyMap<string, string>> {
  const key = await findStudyKey(store.db, store, studyId)
  if (key === null) return new Map()
  const rows = await store.db
    .selectFrom('contact.invitations')
    .select(['id', 'sealed'])
    .where('study_id', '=', studyId)
    .where('wave_id', '=', waveId)
    .where('sealed', 'is not', null)
    .$if(invitationId !== undefined, (query) => query.where('id', '=', invitationId ?? ''))
    .execute()
  return new Map(
    rows.map(({ id, sealed }) => {
      const opened = sealed === null ? null : unseal(sealed, key, bondOf(studyId, id))
      if (opened === null) throw problem('contactAltered', { contact: id })
      return [id, opened.toString('utf8')]
    }),
  )
}

/**
 * Everybody who was drawn for a wave, with contact, code and what happened to the invitation: all that a letter, a mail or
 * a reminder needs. Whether a code was used is not in it, for nobody looks at that to send something.
 *
 * @throws Problem `contactKeyWrong`, `contactAltered`
 */
export async function inviteesOf(
  store: Pick<ContactStore, 'db' | 'key'>,
  wave: WaveReference,
): Promise<readonly Invitee[]> {
  const [invitations, codes, events, people] = await Promise.all([
    listInvitations(store.db, wave),
    readInvitationCodes(store, wave),
    eventsOf(store.db, wave),
    readContacts(store, { studyId: wave.studyId, purpose: 'invitation' }),
  ])
  const contacts = new Map(people.map(({ id, contact }) => [id, contact]))
  return invitations.flatMap(({ id, personId, stratum, probability }) => {
    const contact = contacts.get(personId)
    // Erased between the two statements: there is nobody to send anything to.
    if (contact === undefined) return []
    return [{ id, personId, stratum, probability, contact, code: codes.get(id) ?? null, events: events.get(id) ?? [] }]
  })
}

const bondOf = (studyId: string, id: string): Bond => ['klankbord-invitation-code/1', studyId, id]
