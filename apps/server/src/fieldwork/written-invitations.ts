import { problem } from '@klankbord/model'
import type { Invitation } from '@klankbord/pages'
import type { Invitee } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import type { OpenedWave } from '../respondent/opened-wave.ts'
import { invitationTo } from './invitation-to.ts'
import { toWriteTo, type WritingOrder } from './to-write-to.ts'

/** Somebody to write to, with everything that a message tells them. */
export interface WrittenInvitation {
  readonly invitee: Invitee
  readonly invitation: Invitation
}

/**
 * Everybody who is to be written to by other means than mail, in the order of random ids. Until it is noted that something
 * was sent it gives the same people when asked again, for a printer may jam.
 *
 * @throws Problem `codesNotMade` where somebody has no code yet
 */
export async function writtenInvitations(
  context: ServerContext,
  opened: OpenedWave,
  order: WritingOrder,
): Promise<readonly WrittenInvitation[]> {
  const { invitees } = await toWriteTo(context, opened.wave, order)
  const without = invitees.filter(({ code }) => code === null).length
  if (opened.wave.mode !== 'open' && without > 0) throw problem('codesNotMade', { without })
  return invitees.map((invitee) => ({
    invitee,
    invitation: invitationTo(context, opened, invitee, { kind: order.kind }),
  }))
}
