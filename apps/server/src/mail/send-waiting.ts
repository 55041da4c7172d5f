import {
  claimMessage,
  claimStaffMessage,
  eventsOfInvitation,
  findWave,
  settleMessage,
  settleStaffMessage,
  staffMailWaits,
  studiesWithMail,
  type ClaimTime,
  type InvitationEvent,
  type MessageOutcome,
  type OpenedMessage,
  type WaveReference,
} from '@klankbord/storage'
import { contactStore } from '../contacts/contact-store.ts'
import type { ServerContext } from '../context.ts'
import { lookAgain } from '../fieldwork/look-again.ts'
import { returnedMail, sentMail, type MailInFieldwork } from '../fieldwork/mail-events.ts'
import { matchOutcomes } from '../fieldwork/match-outcomes.ts'
import type { MailFailure, MailReason } from './mail-failure.ts'
import type { Mailer } from './mailer.ts'
import { staffMailStore } from './staff-mail.ts'
import { afterTry } from './try-again.ts'

/** What a round of sending came to. */
export interface SendingRound {
  readonly sent: number
  readonly failed: number
  /** To be tried again. */
  readonly waiting: number
  /** Why the server of mail cannot be used at all; null when it can, or when nothing was to be sent. */
  readonly server: MailReason | null
}

/** What a round may do. */
export interface SendingOrder {
  /** How many messages at most. */
  readonly budget: number
  /** Asked before each message: a server that is to stop need not send all of them first. */
  readonly stopped: () => boolean
}

const WAVE_GONE: MessageOutcome = { state: 'failed', reason: 'waveClosed' }
const ALTERED: MessageOutcome = { state: 'failed', reason: 'altered' }

const NOTHING: SendingRound = { sent: 0, failed: 0, waiting: 0, server: null }

/** For so long, in milliseconds, whoever took a message has it: longer than the slowest server of mail is waited for. */
const HELD = 15 * 60_000

/**
 * Sends what waits: mail to staff first, then of each study that has some. Two servers may do so at once, each message is
 * sent by one of them. A message whose sender is killed between sending it and noting that comes back, so it may arrive
 * twice; none is lost. While the server of mail is away no message counts as tried.
 */
export async function sendWaiting(context: ServerContext, mailer: Mailer, order: SendingOrder): Promise<SendingRound> {
  const now = context.clock.now()
  const studies = await studiesWithMail(contactStore(context).db, now)
  if (studies.length === 0 && !(await staffMailWaits(context.database.db, now))) return NOTHING
  const unusable = await mailer.verify()
  if (unusable !== null) return { ...NOTHING, server: unusable.reason }
  const staff = await sendEach(order, NOTHING, () => sendToStaff(context, mailer))
  return inRandomOrder(context, studies).reduce(
    async (before, studyId) => sendOfStudy(context, mailer, order, studyId, await before),
    Promise.resolve(staff),
  )
}

/** What became of one message. */
interface Tried {
  readonly outcome: MessageOutcome
  readonly failure: MailFailure | null
}

/** Sends one after the other until none is due, the budget is spent, or the server of mail cannot be used any more. */
async function sendEach(
  { budget, stopped }: SendingOrder,
  before: SendingRound,
  sendOne: () => Promise<Tried | null>,
): Promise<SendingRound> {
  let round = before
  while (round.server === null && !stopped() && round.sent + round.failed + round.waiting < budget) {
    const tried = await sendOne()
    if (tried === null) break
    const { outcome, failure } = tried
    const server = failure?.ofServer === true ? failure.reason : null
    round = { ...round, [outcome.state]: round[outcome.state] + 1, server }
  }
  return round
}

async function sendToStaff(context: ServerContext, mailer: Mailer): Promise<Tried | null> {
  const store = staffMailStore(context)
  const message = await claimStaffMessage(store, claimTime(context))
  if (message === null) return null
  const { id, mail, tries } = message
  const failure = mail === null ? null : await mailer.send({ ...mail, id })
  const outcome = mail === null ? ALTERED : afterTry(failure, tries, context.clock.now())
  await settleStaffMessage(store.db, message, outcome)
  return { outcome, failure }
}

async function sendOfStudy(
  context: ServerContext,
  mailer: Mailer,
  order: SendingOrder,
  studyId: string,
  before: SendingRound,
): Promise<SendingRound> {
  const waves = new Map<string, WaveReference>()
  const round = await sendEach(order, before, async () => {
    const message = await claimMessage(contactStore(context), studyId, claimTime(context))
    if (message === null) return null
    waves.set(message.waveId, { studyId, waveId: message.waveId })
    return sendToRespondent(context, mailer, studyId, message)
  })
  for (const wave of waves.values()) await matchOutcomes(context, wave)
  return round
}

async function sendToRespondent(
  context: ServerContext,
  mailer: Mailer,
  studyId: string,
  message: OpenedMessage,
): Promise<Tried> {
  const { db } = contactStore(context)
  const settle = async (outcome: MessageOutcome, failure: MailFailure | null, events: readonly InvitationEvent[]) => {
    await settleMessage(db, studyId, message, outcome, events)
    return { outcome, failure }
  }
  if (message.mail === null) return settle(ALTERED, null, [])
  const wave = await findWave(context.database.db, { studyId, waveId: message.waveId })
  if (wave === null) return settle(WAVE_GONE, null, [])
  const events = await eventsOfInvitation(db, studyId, message.invitationId)
  const about = { message, wave, events, clock: context.clock }
  const instead = await lookAgain(context, about)
  if (instead !== null) return settle(instead, null, [])
  const failure = await mailer.send({ ...message.mail, id: message.id })
  return settle(afterTry(failure, message.tries, context.clock.now()), failure, eventsAfter(about, failure))
}

function eventsAfter(about: MailInFieldwork, failure: MailFailure | null): readonly InvitationEvent[] {
  if (failure === null) return [sentMail(about)]
  return failure.reason === 'recipientRefused' ? [returnedMail(about)] : []
}

function claimTime({ clock }: ServerContext): ClaimTime {
  const now = clock.now()
  return { now, until: new Date(now.getTime() + HELD) }
}

/** So that a study with much mail does not keep the others waiting. */
function inRandomOrder<Item>({ randomness }: ServerContext, items: readonly Item[]): readonly Item[] {
  return items
    .map((item) => ({ item, place: Buffer.from(randomness.bytes(6)).readUIntBE(0, 6) }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ item }) => item)
}
