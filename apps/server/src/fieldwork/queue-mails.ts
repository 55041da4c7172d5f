import { problem } from '@klankbord/model'
import { invitationMail } from '@klankbord/pages'
import { listInvitations, queueMessages, type Invitee, type NewMessage } from '@klankbord/storage'
import { contactStore } from '../contacts/contact-store.ts'
import type { ServerContext } from '../context.ts'
import type { StaffSession } from '../http/route.ts'
import { isMailAddress } from '../mail/mail-settings.ts'
import type { OpenedWave } from '../respondent/opened-wave.ts'
import { referenceOf } from '../respondent/visit.ts'
import { refuseWhenClosed } from '../respondent/refuse-when-closed.ts'
import { audit } from '../staff/audit.ts'
import { invitationTo, type InvitationForm } from './invitation-to.ts'
import { toWriteTo, type ToWriteTo } from './to-write-to.ts'

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
  if (order.kind === 'invitation') await refuseWithoutPeople(context, opened)
  const again = order.kind === 'reminder' && order.again === true
  const asked = await toWriteTo(context, wave, { kind: order.kind, again })
  const { reachable, ...left } = reachableAmong(asked, opened)
  if (order.dryRun === true) {
    await audit(context, by, { action: 'mails.checked', studyId: wave.studyId, details: { wave: wave.id } })
    return { queued: reachable.length, ...left }
  }
  const messages = reachable.map((invitee) => messageTo(context, opened, order, invitee))
  const queued = await queueMessages(contactStore(context), referenceOf(opened), messages)
  await audit(context, by, {
    action: order.kind === 'invitation' ? 'invitations.mailed' : 'reminders.mailed',
    studyId: wave.studyId,
    details: { wave: wave.id, queued },
  })
  return { queued, ...left }
}

async function refuseWithoutPeople(context: ServerContext, { wave }: OpenedWave): Promise<void> {
  const drawn = await listInvitations(contactStore(context).db, { studyId: wave.studyId, waveId: wave.id })
  if (drawn.length === 0) throw problem('frameEmpty', { wave: wave.address })
}

function reachableAmong(
  { invitees, remindedLately }: ToWriteTo,
  { wave }: OpenedWave,
): Omit<QueuedMails, 'queued'> & { readonly reachable: readonly Invitee[] } {
  const byMail = invitees.filter(({ contact: { email, reachBy } }) => {
    return email !== null && isMailAddress(email) && (reachBy === null || reachBy === 'email')
  })
  const reachable = byMail.filter(({ code }) => code !== null || wave.mode === 'open')
  return {
    reachable,
    needLetter: invitees.length - byMail.length,
    withoutCode: byMail.length - reachable.length,
    remindedLately,
  }
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
