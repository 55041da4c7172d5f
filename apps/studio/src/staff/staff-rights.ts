import { coversOrganisation, ROLES, type Role } from '@klankbord/model'
import type { Session } from '../api/staff-types.ts'

/** What only an administrator lets somebody be; the server refuses it to anybody else. */
const BY_ADMINISTRATORS: readonly Role[] = ['researcher', 'recordReader', 'clientExpert', 'approver', 'privacyOfficer']

/** Whether somebody may see and invite staff: administrators, and researchers of a whole organisation. */
export function mayKeepStaff({ user, memberships }: Session): boolean {
  return user.administrator || memberships.some((one) => one.role === 'researcher' && coversOrganisation(one))
}

/** Whether somebody designs studies and runs fieldwork anywhere. */
export function mayKeepStudies({ user, memberships }: Pick<Session, 'user' | 'memberships'>): boolean {
  return user.administrator || memberships.some(({ role }) => role === 'researcher')
}

/** What somebody may invite others to be. */
export function rolesToGive({ user }: Session): readonly Role[] {
  return user.administrator ? ROLES : ROLES.filter((role) => !BY_ADMINISTRATORS.includes(role))
}
