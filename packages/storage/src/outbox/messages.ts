import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Bond } from '../contacts/contact-cipher.ts'
import { findStudyKey, keptStudyKey, type ContactStore } from '../contacts/study-key.ts'
import { isUuid } from '../is-uuid.ts'
import type { Schema } from '../schema.ts'
import type { WaveReference } from '../waves.ts'
import { openMail, sealMail, type MailText } from './mail-text.ts'
import type { MessageKind, MessageState } from './outbox-tables.ts'

/** A message to somebody who is asked. */
export interface NewMessage {
  readonly invitationId: string
  readonly kind: MessageKind
  readonly mail: MailText
}

/** A message of the outbox without what it says. */
export interface Message {
  readonly id: string
  readonly waveId: string
  readonly invitationId: string
  readonly kind: MessageKind
  readonly state: MessageState
  readonly reason: string | null
  readonly tries: number
}

/** The same with whom it is to and what it says. */
export interface OpenedMessage extends Message {
  /** Null when it does not open: somebody changed or moved the row outside Klankbord. */
  readonly mail: MailText | null
}

/** Which messages: of a study, or of one wave. */
export interface MessagePlace {
  readonly studyId: string
  readonly waveId?: string
}

const CHUNK = 100

/**
 * Puts messages into the outbox, in random order. Who has one of the same kind that waits keeps that one; one that failed
 * makes room.
 *
 * @returns how many are new
 * @throws Problem `contactKeyWrong`
 */
export async function queueMessages(
  store: ContactStore,
  { studyId, waveId }: WaveReference,
  messages: readonly NewMessage[],
): Promise<number> {
  const given = messages.map((message) => ({ ...message, id: randomUUID() })).toSorted(byId)
  return store.db.transaction().execute(async (trx) => {
    const key = await keptStudyKey(trx, store, studyId)
    let added = 0n
    for (let start = 0; start < given.length; start += CHUNK) {
      const chunk = await stillInvited(trx, studyId, given.slice(start, start + CHUNK))
      if (chunk.length === 0) continue
      await forgetFailed(trx, studyId, chunk)
      const rows = chunk.map(({ id, invitationId, kind, mail }) => ({
        study_id: studyId,
        id,
        wave_id: waveId,
        invitation_id: invitationId,
        kind,
        sealed: sealMail(mail, key, bondOf(studyId, id), store.random),
      }))
      const insert = trx.insertInto('contact.outbox').values(rows)
      const result = await insert.onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
      added += result.numInsertedOrUpdatedRows ?? 0n
    }
    return Number(added)
  })
}

const byId = (one: { readonly id: string }, other: { readonly id: string }): number => (one.id < other.id ? -1 : 1)

/** Somebody may have been erased since the messages were written. */
async function stillInvited<Given extends NewMessage>(
  trx: Kysely<Schema>,
  studyId: string,
  given: readonly Given[],
): Promise<readonly Given[]> {
  const ids = given.map(({ invitationId }) => invitationId)
  const rows = await trx
    .selectFrom('contact.invitations')
    .select('id')
    .where('study_id', '=', studyId)
    .where('id', 'in', ids)
    .forKeyShare()
    .execute()
  const known = new Set(rows.map(({ id }) => id))
  return given.filter(({ invitationId }) => known.has(invitationId))
}

async function forgetFailed(trx: Kysely<Schema>, studyId: string, given: readonly NewMessage[]): Promise<void> {
  const ids = given.map(({ invitationId }) => invitationId)
  await trx
    .deleteFrom('contact.outbox')
    .where('study_id', '=', studyId)
    .where('invitation_id', 'in', ids)
    .where('kind', 'in', [...new Set(given.map(({ kind }) => kind))])
    .where('state', '=', 'failed')
    .execute()
}

/** How many messages there are in each state. Needs no key. */
export async function countMessages(
  db: Kysely<Schema>,
  { studyId, waveId }: MessagePlace,
): Promise<Readonly<Record<MessageState, number>>> {
  const rows = await db
    .selectFrom('contact.outbox')
    .select(['state', ({ fn }) => fn.countAll<string>().as('n')])
    .where('study_id', '=', studyId)
    .$if(waveId !== undefined, (query) => query.where('wave_id', '=', waveId ?? ''))
    .groupBy('state')
    .execute()
  return { waiting: 0, sent: 0, failed: 0, ...Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)])) }
}

/** Of which invitations of a wave a message of this kind waits. One that failed waits no more. Needs no key. */
export async function waitingInvitations(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
  kind: MessageKind,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('contact.outbox')
    .select('invitation_id')
    .where('study_id', '=', studyId)
    .where('wave_id', '=', waveId)
    .where('kind', '=', kind)
    .where('state', '=', 'waiting')
    .execute()
  return new Set(rows.map(({ invitation_id: invitationId }) => invitationId))
}

/**
 * Messages that were not sent yet, opened one hundred at a time, in the order of their random ids.
 *
 * @throws Problem `contactKeyWrong`
 */
export async function* readUnsent(
  store: Pick<ContactStore, 'db' | 'key'>,
  { studyId, waveId }: MessagePlace,
): AsyncGenerator<OpenedMessage, void> {
  const key = await findStudyKey(store.db, store, studyId)
  if (key === null) return
  let after: string | null = null
  for (;;) {
    const rows: readonly Row[] = await store.db
      .selectFrom('contact.outbox')
      .select(COLUMNS)
      .where('study_id', '=', studyId)
      .where('state', '<>', 'sent')
      .$if(waveId !== undefined, (query) => query.where('wave_id', '=', waveId ?? ''))
      .$if(after !== null, (query) => query.where('id', '>', after))
      .orderBy('id')
      .limit(CHUNK)
      .execute()
    for (const row of rows) yield opened(row, studyId, key)
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
  }
}

/** One message with what it says; null when there is none of this id, or when it was sent. */
export async function readMessage(
  store: Pick<ContactStore, 'db' | 'key'>,
  { studyId, waveId }: MessagePlace,
  id: string,
): Promise<OpenedMessage | null> {
  const key = await findStudyKey(store.db, store, studyId)
  if (key === null || !isUuid(id)) return null
  const row = await store.db
    .selectFrom('contact.outbox')
    .select(COLUMNS)
    .where('study_id', '=', studyId)
    .where('id', '=', id)
    .where('state', '<>', 'sent')
    .$if(waveId !== undefined, (query) => query.where('wave_id', '=', waveId ?? ''))
    .executeTakeFirst()
  return row ? opened(row, studyId, key) : null
}

/** The columns of a message that is opened. */
export const COLUMNS: readonly (keyof Row)[] = [
  'id',
  'wave_id',
  'invitation_id',
  'kind',
  'state',
  'reason',
  'tries',
  'sealed',
]

interface Row {
  readonly id: string
  readonly wave_id: string
  readonly invitation_id: string
  readonly kind: MessageKind
  readonly state: MessageState
  readonly reason: string | null
  readonly tries: number
  readonly sealed: Buffer | null
}

/** A row with what it says. */
export function opened(row: Row, studyId: string, key: Uint8Array): OpenedMessage {
  const { id, wave_id: waveId, invitation_id: invitationId, kind, state, reason, tries } = row
  const mail = openMail(row.sealed, key, bondOf(studyId, id))
  return { id, waveId, invitationId, kind, state, reason, tries, mail }
}

const bondOf = (studyId: string, id: string): Bond => ['klankbord-message/1', studyId, id]
