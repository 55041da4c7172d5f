import { dispositionOf } from '@klankbord/model'
import { accessCodeState, inviteesOf, type Invitee, type Wave } from '@klankbord/storage'
import { accessCodeHash } from '../access/access-code.ts'
import { contactStore } from '../contacts/contact-store.ts'
import type { ServerContext } from '../context.ts'

/**
 * Who gets a reminder: who was invited and is not undeliverable, refused or not in the group. In a confidential wave who
 * answered is left alone; in an anonymous one everybody else gets it, for who used a code is not looked at.
 */
export async function toRemind(context: ServerContext, wave: Wave): Promise<readonly Invitee[]> {
  const place = { studyId: wave.studyId, waveId: wave.id }
  const open = (await inviteesOf(contactStore(context), place)).filter(({ events }) => dispositionOf(events) === 'open')
  if (wave.mode !== 'codeConfidential') return open
  const left: Invitee[] = []
  for (const invitee of open) {
    const hash = accessCodeHash(context.settings.keys.accessCodes, place, invitee.code ?? '')
    if ((await accessCodeState(context.database.db, place, hash)) !== 'used') left.push(invitee)
  }
  return left
}
