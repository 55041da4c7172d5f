import {
  listOrganisations,
  listProgrammes,
  listUsers,
  membershipsOf,
  type HeldMembership,
  type User,
} from '@klankbord/storage'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'

/** Prints who may use the studio, as what, and whether they have a second factor. */
export async function printUsers(place: Surroundings, { data }: { readonly data: string }): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const { db } = context.database
    const names = new Map((await listOrganisations(db)).map(({ id, name }) => [id, name]))
    const all = await Promise.all([...names.keys()].map(async (id) => listProgrammes(db, id)))
    const programmes = new Map(all.flat().map(({ id, name }) => [id, name]))
    const users = await listUsers(db)
    if (users.length === 0) place.terminal.print(say('noUsers'))
    for (const user of users) {
      place.terminal.print(userLine(user))
      if (user.administrator) place.terminal.print(say('userAdministrator'))
      for (const membership of await membershipsOf(db, user.id)) {
        place.terminal.print(membershipLine(membership, names.get(membership.organisationId) ?? '', programmes))
      }
    }
  })
}

function userLine({ name, email, twoFactorEnabled }: User): string {
  return say('userLine', { name, email: email ?? '–', secondFactor: String(twoFactorEnabled) })
}

function membershipLine(
  { role, studyId, programmeId }: HeldMembership,
  organisation: string,
  programmes: ReadonlyMap<string, string>,
): string {
  if (programmeId) {
    return say('userRoleInProgramme', { role, organisation, programme: programmes.get(programmeId) ?? '' })
  }
  return studyId === null
    ? say('userRole', { role, organisation })
    : say('userRoleInStudy', { role, organisation, study: studyId })
}
