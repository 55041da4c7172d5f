import { coversOrganisation } from '@klankbord/model'
import type { Session, StaffOrganisation } from '../api/staff-types.ts'

/** The organisations for which somebody may begin a study: those they are researcher of as a whole; all for an administrator. */
export function ownOrganisations(
  { user, memberships }: Pick<Session, 'user' | 'memberships'>,
  organisations: readonly StaffOrganisation[],
): readonly string[] {
  const own = new Set(
    memberships
      .filter((one) => one.role === 'researcher' && coversOrganisation(one))
      .map(({ organisationId }) => organisationId),
  )
  return organisations.filter(({ id }) => user.administrator || own.has(id)).map(({ name }) => name)
}

/** What stands there before somebody chose: the only one there is. */
export function firstOrganisation(names: readonly string[]): string {
  return names.length === 1 ? (names[0] ?? '') : ''
}
