import type { Generated } from 'kysely'

/** A message that was sent has no text any more; one that failed waits for somebody to look at it. */
export type MessageState = 'waiting' | 'sent' | 'failed'

/** What a message to somebody who is asked does; the event of fieldwork that is noted when it was sent. */
export type MessageKind = 'invited' | 'reminded'

interface Waiting {
  state: Generated<MessageState>
  /** A word of ours, never what a server said: that may hold an address. */
  reason: string | null
  tries: Generated<number>
  /** Null: at once. Also how long whoever is sending it now has it to themselves. */
  next_try: Date | null
  /** Whom to, subject and text; null once it was sent. */
  sealed: Buffer | null
}

/** Mail to people who are asked, under the key of the study's contacts. It goes with the invitation. */
interface OutboxTable extends Waiting {
  study_id: string
  id: string
  wave_id: string
  invitation_id: string
  kind: MessageKind
}

/** Mail to staff to be, under the key of the installation. */
interface StaffMessageTable extends Waiting {
  id: string
  invitation_id: string
}

/** The tables of mail that waits. */
export interface OutboxTables {
  'contact.outbox': OutboxTable
  staff_messages: StaffMessageTable
}
