import { problem } from '@klankbord/model'
import { createUser, listUsers } from '@klankbord/storage'
import { knownAddress } from './known-address.ts'
import { warnOfLocal } from './local-address.ts'
import { say } from './say.ts'
import { LINK_HOURS, signInLink } from './sign-in-link.ts'
import type { Surroundings } from './surroundings.ts'
import { inWorkplace, publicUrlOf } from './workplace.ts'

/** Adds somebody to the staff of a server and prints the link that signs them in. @throws Problem `userExists` */
export async function addUser(
  place: Surroundings,
  name: string,
  { data, url }: { readonly data: string; readonly url?: string },
): Promise<void> {
  const publicUrl = publicUrlOf(place, url ?? knownAddress(data))
  await inWorkplace(place, { data, publicUrl }, async ({ context }) => {
    const users = await listUsers(context.database.db)
    if (users.some((one) => one.name === name)) throw problem('userExists', { name })
    const user = await createUser(context.database.db, { name })
    const link = await signInLink(context, user)
    place.terminal.print(say('userAdded', { name, hours: LINK_HOURS }))
    place.terminal.print(link)
    warnOfLocal(place, publicUrl)
  })
}
