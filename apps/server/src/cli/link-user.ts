import { problem } from '@klankbord/model'
import { listUsers } from '@klankbord/storage'
import { knownAddress } from './known-address.ts'
import { warnOfLocal } from './local-address.ts'
import { say } from './say.ts'
import { LINK_HOURS, signInLink } from './sign-in-link.ts'
import type { Surroundings } from './surroundings.ts'
import { inWorkplace, publicUrlOf } from './workplace.ts'

/**
 * Prints a link for somebody of the staff who was added before, by their name, or by their id where two have that name.
 *
 * @throws Problem `unknownUser`, `usersOfOneName`
 */
export async function linkUser(
  place: Surroundings,
  name: string,
  { data, url }: { readonly data: string; readonly url?: string },
): Promise<void> {
  const publicUrl = publicUrlOf(place, url ?? knownAddress(data))
  await inWorkplace(place, { data, publicUrl }, async ({ context }) => {
    const users = await listUsers(context.database.db)
    const named = users.filter((one) => one.name === name || one.id === name)
    if (named.length > 1) throw problem('usersOfOneName', { name, ids: named.map(({ id }) => id) })
    const [user] = named
    if (user === undefined) throw problem('unknownUser', { name, known: [...new Set(users.map((one) => one.name))] })
    const link = await signInLink(context, user)
    place.terminal.print(say('userLinked', { name: user.name, hours: LINK_HOURS }))
    place.terminal.print(link)
    warnOfLocal(place, publicUrl)
  })
}
