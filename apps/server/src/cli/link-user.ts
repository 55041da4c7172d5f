import { problem } from '@klankbord/model'
import { listUsers } from '@klankbord/storage'
import { knownAddress } from './known-address.ts'
import { say } from './say.ts'
import { LINK_HOURS, signInLink } from './sign-in-link.ts'
import type { Surroundings } from './surroundings.ts'
import { inWorkplace, publicUrlOf } from './workplace.ts'

/** Prints a link for somebody of the staff who was added before. @throws Problem `unknownUser` */
export async function linkUser(
  place: Surroundings,
  name: string,
  { data, url }: { readonly data: string; readonly url?: string },
): Promise<void> {
  const publicUrl = publicUrlOf(place, url ?? knownAddress(data))
  await inWorkplace(place, { data, publicUrl }, async ({ context }) => {
    const users = await listUsers(context.database.db)
    const user = users.find((one) => one.name === name)
    if (user === undefined) throw problem('unknownUser', { name, known: [...new Set(users.map((one) => one.name))] })
    const link = await signInLink(context, user)
    place.terminal.print(say('userLinked', { name, hours: LINK_HOURS }))
    place.terminal.print(link)
  })
}
