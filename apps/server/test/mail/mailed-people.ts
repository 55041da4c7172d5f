import type { Contact, WaveMode } from '@klankbord/model'
import { eventsOf, type InvitationEvent, type Wave } from '@klankbord/storage'
import type { ServerContext } from '../../src/context.ts'
import { queueMails, type MailOrder, type QueuedMails } from '../../src/fieldwork/queue-mails.ts'
import { openMailer } from '../../src/mail/mailer.ts'
import type { MailSettings } from '../../src/mail/mail-settings.ts'
import { sendWaiting, type SendingOrder, type SendingRound } from '../../src/mail/send-waiting.ts'
import { waveAt } from '../../src/respondent/visit.ts'
import { aContact, askedWave } from '../fieldwork/asked-wave.ts'

/** Somebody who can be reached by mail. */
export function mailedPerson(n: number): Contact {
  return { ...aContact(n), email: `findmij${n}@voorbeeldstad.example` }
}

/** A wave in which so many people were drawn and have a code and an e-mail address. */
export async function mailedWave(
  context: ServerContext,
  mode: WaveMode,
  count: number,
  contactOf: (n: number) => Contact = mailedPerson,
): Promise<Wave> {
  return (await askedWave(context, mode, count, contactOf)).wave
}

/** Puts invitations into the outbox, unless something else is asked. */
export async function queue(context: ServerContext, wave: Wave, order: Partial<MailOrder> = {}): Promise<QueuedMails> {
  return queueMails(context, await waveAt(context, wave.address), { kind: 'invitation', ...order }, null)
}

/** One round of sending, with a mailer of its own. */
export async function sendRound(
  context: ServerContext,
  { server, from }: MailSettings,
  order: Partial<SendingOrder> = {},
): Promise<SendingRound> {
  if (server === null || from === null) throw new Error('no server of mail')
  const mailer = openMailer({ server, from })
  try {
    return await sendWaiting(context, mailer, { budget: 1000, stopped: () => false, ...order })
  } finally {
    mailer.close()
  }
}

/** The context at another moment. */
export function minutesLater(context: ServerContext, minutes: number): ServerContext {
  const now = new Date(context.clock.now().getTime() + minutes * 60_000)
  return { ...context, clock: { now: () => now } }
}

/** What is noted of the invitations of a wave. */
export async function eventsIn({ database }: ServerContext, wave: Wave): Promise<readonly InvitationEvent[]> {
  const events = await eventsOf(database.db, { studyId: wave.studyId, waveId: wave.id })
  return [...events.values()].flat()
}

/** Everything that comes out of an outbox. */
export async function allOf<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}
