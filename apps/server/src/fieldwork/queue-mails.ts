import { dispositionOf, problem } from '@klankbord/model'
import { invitationMail } from '@klankbord/pages'
import { inviteesOf, queueMessages, type Invitee, type NewMessage } from '@klankbord/storage'
import { dayBefore, isoWeek, todayAt, type Clock } from '../clock.ts'
import { contactStore } from '../contacts/contact-store.ts'
import type { ServerContext } from '../context.ts'
import type { StaffSession } from '../http/route.ts'
import { isMailAddress } from '../mail/mail-settings.ts'
import type { OpenedWave } from '../respondent/opened-wave.ts'
import { referenceOf } from '../respondent/visit.ts'
import { refuseWhenClosed } from '../respondent/refuse-when-closed.ts'
import { audit } from '../staff/audit.ts'
import { invitationTo, type InvitationForm } from './invitation-to.ts'
import { toRemind } from './to-remind.ts'

/** Whom to write to. */
export interface MailOrder extends InvitationForm {
  /** Remind also who was reminded less than a week ago. */
  readonly again?: boolean
  /** Only count. */
  readonly dryRun?: boolean
}

/** How many messages wait now, and who gets none. */
export interface QueuedMails {
  readonly queued: number
  /** They have no e-mail address, or want to be reached in another way: they need a letter. */
  readonly needLetter: number
  /** In a wave with codes: they have none yet. */
  readonly withoutCode: number
  /** They were reminded in the week before. */
  readonly remindedLately: number
}

/**
 * Puts invitations, or reminders, for everybody who can be reached by mail into the outbox. Done again it writes to nobody
 * twice: who was invited is not, and who has such a message waiting keeps that one. Before the first day of the round they
 * wait for it.
 *
 * @param by null for a command on the machine of the server
 * @throws Problem `waveClosed`, `frameEmpty` when nobody was drawn
 */
export async function queueMails(
  context: ServerContext,
  opened: OpenedWave,
  order: MailOrder,
  by: StaffSession | null,
): Promise<QueuedMails> {
  const { wave } = opened
  refuseWhenClosed(context, wave)
  const asked = await peopleFor(context, opened, order.kind)
  const { reachable, ...left } = reachableAmong(asked, opened, order, context.clock)
  if (order.dryRun === true) return { queued: reachable.length, ...left }
  const messages = reachable.map((invitee) => messageTo(context, opened, order, invitee))
  const queued = await queueMessages(contactStore(context), referenceOf(opened), messages)
  await audit(context, by, {
    action: order.kind === 'invitation' ? 'invitations.mailed' : 'reminders.mailed',
    studyId: wave.studyId,
    details: { wave: wave.id, queued },
  })
  return { queued, ...left }
}

async function peopleFor(
  context: ServerContext,
  opened: OpenedWave,
  kind: MailOrder['kind'],
): Promise<readonly Invitee[]> {
  if (kind === 'reminder') return toRemind(context, opened.wave)
  const drawn = await inviteesOf(contactStore(context), referenceOf(opened))
  if (drawn.length === 0) throw problem('frameEmpty', { wave: opened.wave.address })
  return drawn.filter(({ events }) => dispositionOf(events) === null)
}

function reachableAmong(
  asked: readonly Invitee[],
  { wave }: OpenedWave,
  { kind, again }: MailOrder,
  clock: Clock,
): Omit<QueuedMails, 'queued'> & { readonly reachable: readonly Invitee[] } {
  const lately = kind === 'reminder' && again !== true ? asked.filter(({ events }) => wasReminded(events, clock)) : []
  const others = asked.filter((invitee) => !lately.includes(invitee))
  const byMail = others.filter(({ contact: { email, reachBy } }) => {
    return email !== null && isMailAddress(email) && (reachBy === null || reachBy === 'email')
  })
  const reachable = byMail.filter(({ code }) => code !== null || wave.mode === 'open')
  return {
    reachable,
    needLetter: others.length - byMail.length,
    withoutCode: byMail.length - reachable.length,
    remindedLately: lately.length,
  }
}

/** Within a week before today; of a wave in which only weeks are known, in this week. */
function wasReminded(events: Invitee['events'], clock: Clock): boolean {
  const now = clock.now()
  let weekAgo = todayAt(now)
  for (let day = 0; day < 6; day += 1) weekAgo = dayBefore(weekAgo)
  return events.some(
    ({ kind, on }) => kind === 'reminded' && (on === isoWeek(now) || (!on.includes('W') && on >= weekAgo.today)),
  )
}

function messageTo(context: ServerContext, opened: OpenedWave, order: MailOrder, invitee: Invitee): NewMessage {
  const { contact } = invitee
  const mail = invitationMail(invitationTo(context, opened, invitee, order))
  return {
    invitationId: invitee.id,
    kind: order.kind === 'invitation' ? 'invited' : 'reminded',
    mail: { to: { name: contact.name, address: contact.email ?? '' }, ...mail },
  }
}
