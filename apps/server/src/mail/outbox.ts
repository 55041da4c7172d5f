import { problem } from '@klankbord/model'
import {
  countMessages,
  eventsOfInvitation,
  findWave,
  listStaffMessages,
  readMessage,
  readUnsent,
  settleMessage,
  settleStaffMessage,
  type MailText,
  type MessageKind,
  type MessagePlace,
  type MessageState,
  type OpenedMessage,
} from '@klankbord/storage'
import { contactStore } from '../contacts/contact-store.ts'
import type { ServerContext } from '../context.ts'
import { sentMail } from '../fieldwork/mail-events.ts'
import { matchOutcomes } from '../fieldwork/match-outcomes.ts'
import { staffMailStore } from './staff-mail.ts'

/** A message that was not sent yet. */
export interface UnsentMail {
  readonly id: string
  readonly kind: MessageKind | 'join'
  readonly state: MessageState
  /** Why the last try did not succeed. */
  readonly reason: string | null
  /** Null when it does not open, as in `OpenedMessage`. */
  readonly mail: MailText | null
}

/** One that opens. */
export interface ReadableMail extends UnsentMail {
  readonly mail: MailText
}

/** Mail that waits, as somebody sees it who reads it or sends it by hand. */
export interface Outbox {
  /** What was not sent yet, in random order. */
  unsent(): AsyncIterable<UnsentMail>
  /** Of these the ones that open, to send by hand. */
  readable(): AsyncIterable<ReadableMail>
  /** How many there are in each state. Of mail to staff nobody counts what was sent. */
  counts(): Promise<Readonly<Record<MessageState, number>>>
  /** One message. @throws Problem `unknownMail`, `contactAltered` */
  find(id: string): Promise<ReadableMail>
  /**
   * Notes that messages were sent by hand, all of them or none. Their text goes.
   *
   * @throws Problem `unknownMail`, `contactAltered`
   */
  noteSent(ids: readonly string[]): Promise<number>
}

/** The mail of a study, or of one of its waves. */
export function studyOutbox(context: ServerContext, place: MessagePlace): Outbox {
  const store = contactStore(context)
  const find = async (id: string): Promise<OpenedMessage & ReadableMail> =>
    readable(await readMessage(store, place, id), id)
  return {
    unsent: () => readUnsent(store, place),
    readable: () => onlyReadable(readUnsent(store, place)),
    counts: () => countMessages(store.db, place),
    find,
    noteSent: async (ids) => {
      const messages = await Promise.all([...new Set(ids)].map(find))
      for (const message of messages) await noteSent(context, place.studyId, message)
      for (const waveId of new Set(messages.map((message) => message.waveId)))
        await matchOutcomes(context, { studyId: place.studyId, waveId })
      return messages.length
    },
  }
}

function readable<Mail extends UnsentMail>(message: Mail | null, id: string): Mail & ReadableMail {
  if (message === null) throw problem('unknownMail', { mail: id })
  if (!opens(message)) throw problem('contactAltered', { contact: id })
  return message
}

async function* onlyReadable(messages: AsyncIterable<UnsentMail>): AsyncIterable<ReadableMail> {
  for await (const message of messages) if (opens(message)) yield message
}

function opens<Mail extends UnsentMail>(message: Mail): message is Mail & ReadableMail {
  return message.mail !== null
}

async function noteSent(context: ServerContext, studyId: string, message: OpenedMessage): Promise<void> {
  const { db } = contactStore(context)
  const wave = await findWave(context.database.db, { studyId, waveId: message.waveId })
  const events = await eventsOfInvitation(db, studyId, message.invitationId)
  const noted = wave === null ? [] : [sentMail({ message, wave, events, clock: context.clock })]
  await settleMessage(db, studyId, message, { state: 'sent' }, noted)
}

/** The mail to staff who were asked to join. */
export function staffOutbox(context: ServerContext): Outbox {
  const store = staffMailStore(context)
  const all = async (): Promise<readonly UnsentMail[]> =>
    (await listStaffMessages(store)).map((message) => ({ ...message, kind: 'join' }))
  const find = async (id: string): Promise<ReadableMail> =>
    readable((await all()).find((one) => one.id === id) ?? null, id)
  async function* unsent(): AsyncIterable<UnsentMail> {
    yield* await all()
  }
  return {
    unsent,
    readable: () => onlyReadable(unsent()),
    counts: async () => {
      const messages = await all()
      const failed = messages.filter(({ state }) => state === 'failed').length
      return { waiting: messages.length - failed, failed, sent: 0 }
    },
    find,
    noteSent: async (ids) => {
      const messages = await Promise.all([...new Set(ids)].map(find))
      for (const { id } of messages) await settleStaffMessage(store.db, { id, tries: 0 }, { state: 'sent' })
      return messages.length
    },
  }
}
