import type { Role } from '@klankbord/model'
import type { StaffRole } from './rights.ts'

/** Who keeps the staff of an organisation. */
export const COORDINATORS: readonly StaffRole[] = ['administrator', 'researcher']

export const ADMINISTRATORS: readonly StaffRole[] = ['administrator']

/** What only an administrator lets somebody be, and ends: whoever could, would otherwise give it to themselves. */
export const BY_ADMINISTRATORS: readonly Role[] = [
  'researcher',
  'recordReader',
  'clientExpert',
  'approver',
  'privacyOfficer',
]
