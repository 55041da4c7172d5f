import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Bond, RandomBytes } from '../contacts/contact-cipher.ts'
import type { Schema } from '../schema.ts'
import type { ClaimTime } from './claim-message.ts'
import { openMail, sealMail, settled, type MailText, type MessageOutcome } from './mail-text.ts'
import type { MessageState } from './outbox-tables.ts'

/** Where mail to staff lies, and what opens it: the key of the installation for accounts. */
export interface StaffMailStore {
  readonly db: Kysely<Schema>
  readonly key: Uint8Array
}

/** A message to somebody who was asked to join. */
export interface StaffMessage {
  readonly id: string
  readonly invitationId: string
  readonly state: MessageState
  readonly reason: string | null
  readonly tries: number
  /** Null when it does not open, as in `OpenedMessage`. */
  readonly mail: MailText | null
}

/** Puts a message to staff into the outbox. It goes with the invitation. */
export async function queueStaffMessage(
  { db, key }: StaffMailStore,
  random: RandomBytes,
  { invitationId, mail }: Pick<StaffMessage, 'invitationId'> & { readonly mail: MailText },
): Promise<void> {
  const id = randomUUID()
  const sealed = sealMail(mail, key, bondOf(id), random)
  await db.insertInto('staff_messages').values({ id, invitation_id: invitationId, sealed }).execute()
}

/** Whether a message to staff may be sent now. Needs no key. */
export async function staffMailWaits(db: Kysely<Schema>, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom('staff_messages')
    .select('id')
    .where('state', '=', 'waiting')
    .where((eb) => eb.or([eb('next_try', 'is', null), eb('next_try', '<=', now)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Takes one message to send it, as `claimMessage` does. */
export async function claimStaffMessage(
  { db, key }: StaffMailStore,
  { now, until }: ClaimTime,
): Promise<StaffMessage | null> {
  const row = await db
    .updateTable('staff_messages')
    .set(({ eb }) => ({ tries: eb('tries', '+', 1), next_try: until }))
    .where('id', '=', (eb) =>
      eb
        .selectFrom('staff_messages')
        .select('id')
        .where('state', '=', 'waiting')
        .where((due) => due.or([due('next_try', 'is', null), due('next_try', '<=', now)]))
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .executeTakeFirst()
  return row ? opened(row, key) : null
}

/** Notes what became of a message. @returns whether it was noted, as in `settleMessage` */
export async function settleStaffMessage(
  db: Kysely<Schema>,
  { id, tries }: Pick<StaffMessage, 'id' | 'tries'>,
  outcome: MessageOutcome,
): Promise<boolean> {
  const row = await db
    .updateTable('staff_messages')
    .set(settled(outcome))
    .where('id', '=', id)
    .where('state', outcome.state === 'sent' ? '<>' : '=', outcome.state === 'sent' ? 'sent' : 'waiting')
    .$if(outcome.state !== 'sent', (query) => query.where('tries', '=', tries))
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Messages to staff that were not sent yet, opened. */
export async function listStaffMessages({ db, key }: StaffMailStore): Promise<readonly StaffMessage[]> {
  const rows = await db.selectFrom('staff_messages').selectAll().where('state', '<>', 'sent').orderBy('id').execute()
  return rows.map((row) => opened(row, key))
}

/** How the message of each invitation stands, by the id of the invitation. Needs no key. */
export async function staffMessageStates(
  db: Kysely<Schema>,
  invitationIds: readonly string[],
): Promise<ReadonlyMap<string, MessageState>> {
  if (invitationIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('staff_messages')
    .select(['invitation_id', 'state'])
    .where('invitation_id', 'in', invitationIds)
    .execute()
  return new Map(rows.map(({ invitation_id: id, state }) => [id, state]))
}

/** Forgets messages whose invitation was taken up or is over: the link in them leads nowhere any more. */
export async function forgetStaffMessages(db: Kysely<Schema>, now: Date): Promise<void> {
  await db
    .deleteFrom('staff_messages')
    .where('invitation_id', 'in', (eb) =>
      eb
        .selectFrom('staff_invitations')
        .select('id')
        .where((over) => over.or([over('accepted_at', 'is not', null), over('expires_at', '<=', now)])),
    )
    .execute()
}

function opened(
  row: {
    readonly id: string
    readonly invitation_id: string
    readonly state: MessageState
    readonly reason: string | null
    readonly tries: number
    readonly sealed: Buffer | null
  },
  key: Uint8Array,
): StaffMessage {
  const { id, invitation_id: invitationId, state, reason, tries } = row
  return { id, invitationId, state, reason, tries, mail: openMail(row.sealed, key, bondOf(id)) }
}

const bondOf = (id: string): Bond => ['klankbord-staff-message/1', id]
