import type { Kysely } from 'kysely'
import { findStudyKey, type ContactStore } from '../contacts/study-key.ts'
import { writeFieldworkEvents, type InvitationEvent } from '../fieldwork/fieldwork-events.ts'
import type { Schema } from '../schema.ts'
import { settled, type MessageOutcome } from './mail-text.ts'
import { COLUMNS, opened, type Message, type OpenedMessage } from './messages.ts'

/** From when on a message may be tried, and until when whoever takes it has it to themselves. */
export interface ClaimTime {
  readonly now: Date
  readonly until: Date
}

/** The studies that have a message which may be sent now. This looks in all studies. Needs no key. */
export async function studiesWithMail(db: Kysely<Schema>, now: Date): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('contact.outbox')
    .select('study_id')
    .distinct()
    .where('state', '=', 'waiting')
    .where((eb) => eb.or([eb('next_try', 'is', null), eb('next_try', '<=', now)]))
    .execute()
  return rows.map(({ study_id: studyId }) => studyId)
}

/**
 * Takes one message of a study to send it. Nobody else gets it before `until`: another server passes over what somebody
 * holds. When whoever took it is killed it comes back then, so it may be sent twice, and is never lost.
 *
 * @returns null when none is due
 * @throws Problem `contactKeyWrong`
 */
export async function claimMessage(
  store: Pick<ContactStore, 'db' | 'key'>,
  studyId: string,
  { now, until }: ClaimTime,
): Promise<OpenedMessage | null> {
  const key = await findStudyKey(store.db, store, studyId)
  if (key === null) return null
  const row = await store.db
    .updateTable('contact.outbox')
    .set(({ eb }) => ({ tries: eb('tries', '+', 1), next_try: until }))
    .where('study_id', '=', studyId)
    .where('id', '=', (eb) =>
      eb
        .selectFrom('contact.outbox')
        .select('id')
        .where('study_id', '=', studyId)
        .where('state', '=', 'waiting')
        .where((due) => due.or([due('next_try', 'is', null), due('next_try', '<=', now)]))
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(COLUMNS)
    .executeTakeFirst()
  return row ? opened(row, studyId, key) : null
}

/**
 * Notes what became of a message together with what happened to its invitation, both or neither. What was sent is noted
 * whoever holds the message by now; anything else only by whom it was taken.
 *
 * @returns whether it was noted: not when the message was sent or erased meanwhile
 */
export async function settleMessage(
  db: Kysely<Schema>,
  studyId: string,
  { id, invitationId, tries }: Pick<Message, 'id' | 'invitationId' | 'tries'>,
  outcome: MessageOutcome,
  events: readonly InvitationEvent[] = [],
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('contact.outbox')
      .set(settled(outcome))
      .where('study_id', '=', studyId)
      .where('id', '=', id)
      .where('state', outcome.state === 'sent' ? '<>' : '=', outcome.state === 'sent' ? 'sent' : 'waiting')
      .$if(outcome.state !== 'sent', (query) => query.where('tries', '=', tries))
      .returning('id')
      .executeTakeFirst()
    if (row === undefined) return false
    const noted = events.map((event) => ({ invitationId, event }))
    await writeFieldworkEvents(trx, studyId, noted)
    return true
  })
}
