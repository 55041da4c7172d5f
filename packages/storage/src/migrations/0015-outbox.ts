import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/**
 * Mail that waits until it is sent, or until somebody sends it by hand.
 *
 * What goes to people who are asked lies in `contact`, sealed whole (whom to, subject and text, which holds their code),
 * and goes with the invitation. Of a message that was sent nothing is left but that it was: its text goes at once, and no
 * row says at what time. What goes to staff holds the link that lets them in, so it is sealed too, until it was sent.
 */
export async function up(db: Kysely<Schema>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATE = `state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
    reason text,
    tries integer not null default 0 check (tries >= 0),
    next_try timestamptz,
    sealed bytea,
    check ((state = 'sent') = (sealed is null)),
    check (state = 'waiting' or next_try is null)`

const STATEMENTS = [
  `create table contact.outbox (
    study_id uuid not null,
    id uuid not null,
    wave_id uuid not null,
    invitation_id uuid not null,
    kind text not null check (kind in ('invited', 'reminded')),
    ${STATE},
    primary key (study_id, id),
    foreign key (study_id, invitation_id) references contact.invitations (study_id, id) on delete cascade
  )`,
  `create index messages_of_invitation on contact.outbox (study_id, invitation_id)`,
  `create unique index one_waiting_message on contact.outbox (study_id, invitation_id, kind) where state = 'waiting'`,
  `create table staff_messages (
    id uuid primary key,
    invitation_id uuid not null references staff_invitations on delete cascade,
    ${STATE}
  )`,
  `create index messages_of_staff_invitation on staff_messages (invitation_id)`,
] as const
