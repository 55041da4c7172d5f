import { audit } from '../../staff/audit.ts'
import { LINK_HOURS, signInLink } from '../../staff/sign-in-link.ts'
import { knownAddress } from '../known-address.ts'
import { warnOfLocal } from '../local-address.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'
import { userNamed } from './user-named.ts'

/** Prints a link for somebody of the staff who was added before. @throws Problem `unknownUser`, `usersOfOneName` */
export async function linkUser(
  place: Surroundings,
  given: string,
  { data, url }: { readonly data: string; readonly url?: string },
): Promise<void> {
  const publicUrl = publicUrlOf(place, url ?? knownAddress(data))
  await inWorkplace(place, { data, publicUrl }, async ({ context }) => {
    const user = await userNamed(context, given)
    await audit(context, null, { action: 'access.linked', details: { member: user.id } })
    place.terminal.print(say('userLinked', { name: user.name, hours: LINK_HOURS }))
    place.terminal.print(await signInLink(context, user))
    warnOfLocal(place, publicUrl)
  })
}
