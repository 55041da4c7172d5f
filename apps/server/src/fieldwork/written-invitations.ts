import { dispositionOf, problem } from '@klankbord/model'
import type { Invitation } from '@klankbord/pages'
import { inviteesOf, type Invitee } from '@klankbord/storage'
import { contactStore } from '../contacts/contact-store.ts'
import type { ServerContext } from '../context.ts'
import type { OpenedWave } from '../respondent/opened-wave.ts'
import { referenceOf } from '../respondent/visit.ts'
import { invitationTo } from './invitation-to.ts'
import { toRemind } from './to-remind.ts'

/** Somebody to write to, with everything that a message tells them. */
export interface WrittenInvitation {
  readonly invitee: Invitee
  readonly invitation: Invitation
}

/**
 * Everybody who is to be written to by other means than mail, in the order of random ids: who was drawn, did not say no and
 * was not invited by mail, or who is to be reminded. Asked again it gives the same people, for a printer may jam.
 *
 * @throws Problem `codesNotMade` where somebody has no code yet
 */
export async function writtenInvitations(
  context: ServerContext,
  opened: OpenedWave,
  kind: Invitation['kind'],
): Promise<readonly WrittenInvitation[]> {
  const invitees = kind === 'reminder' ? await toRemind(context, opened.wave) : await toInvite(context, opened)
  const without = invitees.filter(({ code }) => code === null).length
  if (opened.wave.mode !== 'open' && without > 0) throw problem('codesNotMade', { without })
  return invitees.map((invitee) => ({ invitee, invitation: invitationTo(context, opened, invitee, { kind }) }))
}

async function toInvite(context: ServerContext, opened: OpenedWave): Promise<readonly Invitee[]> {
  const invitees = await inviteesOf(contactStore(context), referenceOf(opened))
  return invitees.filter(({ events }) => {
    const disposition = dispositionOf(events)
    const mailed = events.some((event) => event.kind === 'invited' && event.route === 'email')
    return disposition === null || (disposition === 'open' && !mailed) || disposition === 'undeliverable'
  })
}
