import { inviteToStaff, type StaffLanguage } from '../../staff/invite-to-staff.ts'
import type { ExitCode } from '../exit-code.ts'
import { knownAddress } from '../known-address.ts'
import { warnOfLocal } from '../local-address.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'
import { membershipOf, refusalOf, type NewUser } from './add-user.ts'

/** Somebody to invite: they make their account themselves. */
export interface UserToInvite extends Omit<NewUser, 'email' | 'administrator'> {
  readonly language: StaffLanguage
}

/**
 * Asks somebody to join: by mail where a server of mail is set, else with a link to give to them. @returns 1 when nothing
 * says what they may do
 *
 * @throws Problem `unknownOrganisation`, `unknownStudy`, `unknownProgramme`
 */
export async function inviteUser(place: Surroundings, email: string, given: UserToInvite): Promise<ExitCode> {
  const publicUrl = publicUrlOf(place, given.url ?? knownAddress(given.data))
  return inWorkplace(place, { data: given.data, publicUrl }, async ({ context }) => {
    const refusal = refusalOf(given)
    const membership = refusal === null ? await membershipOf(context, given) : null
    if (membership === null) {
      place.terminal.warn(refusal ?? say('userNeedsRole'))
      return 1
    }
    const { link, expiresAt } = await inviteToStaff(context, { ...membership, email, language: given.language }, null)
    const day = expiresAt.toISOString().slice(0, 10)
    place.terminal.print(say(link === null ? 'userInvitedByMail' : 'userInvited', { email, day }))
    if (link !== null) place.terminal.print(link)
    warnOfLocal(place, publicUrl)
    return 0
  })
}
