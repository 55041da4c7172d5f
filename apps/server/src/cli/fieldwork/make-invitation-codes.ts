import { makeInvitations } from '../../fieldwork/make-invitations.ts'
import { waveAt } from '../../respondent/visit.ts'
import { audit } from '../../staff/audit.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'

/** Gives everybody who was drawn for a wave a code, and says for how many one was made. */
export async function makeInvitationCodes(
  place: Surroundings,
  { data, wave }: { readonly data: string; readonly wave: string },
): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const opened = await waveAt(context, wave)
    const count = await makeInvitations(context, opened.wave)
    const details = { wave: opened.wave.id, count }
    await audit(context, null, { action: 'invitations.made', studyId: opened.study.id, details })
    place.terminal.print(say('invitationsMade', { count, address: opened.wave.address }))
  })
}
