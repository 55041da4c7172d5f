import { problem } from '@klankbord/model'
import {
  addAccessCodes,
  keepInvitationCodes,
  listInvitations,
  noteCodeOutcomes,
  readInvitationCodes,
  type Wave,
} from '@klankbord/storage'
import { accessCodeHash, newAccessCode } from '../access/access-code.ts'
import { contactStore } from '../contacts/contact-store.ts'
import type { ServerContext } from '../context.ts'
import { refuseWhenClosed } from '../respondent/refuse-when-closed.ts'
import { matchOutcomes } from './match-outcomes.ts'

/**
 * Gives every invitation of a wave a code, which is kept sealed beside the contact so that a reminder can carry it again.
 * Made again, also after it was cut off, it gives codes to those that have none and leaves the others as they are.
 *
 * @returns how many were made now
 * @throws Problem `waveHasNoCodes`, `waveClosed`, `frameEmpty` when nobody was drawn
 */
export async function makeInvitations(context: ServerContext, wave: Wave): Promise<number> {
  if (wave.mode === 'open') throw problem('waveHasNoCodes', { wave: wave.address })
  refuseWhenClosed(context, wave)
  const store = contactStore(context)
  const place = { studyId: wave.studyId, waveId: wave.id }
  const invitations = await listInvitations(store.db, place)
  if (invitations.length === 0) throw problem('frameEmpty', { wave: wave.address })
  const without = invitations.filter(({ hasCode }) => !hasCode)
  const made = await keepInvitationCodes(
    store,
    place,
    new Map(without.map(({ id }) => [id, newAccessCode(context.randomness)])),
  )
  const codes = await readInvitationCodes(store, place)
  const hashes = invitations
    .flatMap(({ id, stratum }) => {
      const code = codes.get(id)
      return code === undefined
        ? []
        : [
            {
              codeHash: accessCodeHash(context.settings.keys.accessCodes, place, code),
              stratum: stratum === '' ? null : stratum,
            },
          ]
    })
    // By their hash, which is as good as chance: in the order of the invitations a row's place would tell whose code it is.
    .toSorted((one, other) => (one.codeHash < other.codeHash ? -1 : 1))
  const added = await addAccessCodes(context.database.db, place, hashes)
  await noteCodeOutcomes(context.database.db, place, new Map(added.map((hash) => [hash, 'notInvited'])))
  await matchOutcomes(context, place)
  return made.length
}
