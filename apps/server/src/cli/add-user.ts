import { createUser } from '@klankbord/storage'
import { say } from './say.ts'
import { LINK_HOURS, signInLink } from './sign-in-link.ts'
import type { Surroundings } from './surroundings.ts'
import { inWorkplace, publicUrlOf } from './workplace.ts'

/** Adds somebody to the staff and prints the link that signs them in. */
export async function addUser(
  place: Surroundings,
  name: string,
  { data, url }: { readonly data: string; readonly url?: string },
): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place, url) }, async ({ context }) => {
    const user = await createUser(context.database.db, { name })
    const link = await signInLink(context, user)
    place.terminal.print(say('userAdded', { name, hours: LINK_HOURS }))
    place.terminal.print(link)
  })
}
