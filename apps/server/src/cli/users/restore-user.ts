import { restoreAccess } from '../../staff/restore-access.ts'
import { LINK_HOURS } from '../../staff/sign-in-link.ts'
import { knownAddress } from '../known-address.ts'
import { warnOfLocal } from '../local-address.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'
import { userNamed } from './user-named.ts'

/**
 * Lets somebody in again who lost their password or second factor, and prints the link.
 *
 * @throws Problem `unknownUser`, `usersOfOneName`
 */
export async function restoreUser(
  place: Surroundings,
  given: string,
  { data, url }: { readonly data: string; readonly url?: string },
): Promise<void> {
  const publicUrl = publicUrlOf(place, url ?? knownAddress(data))
  await inWorkplace(place, { data, publicUrl }, async ({ context }) => {
    const user = await userNamed(context, given)
    const link = await restoreAccess(context, user, null)
    place.terminal.print(say('userRestored', { name: user.name, hours: LINK_HOURS }))
    place.terminal.print(link)
    warnOfLocal(place, publicUrl)
  })
}
