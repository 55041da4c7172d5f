import { ROLES, type Role } from '@klankbord/model'
import { expect, it } from 'vitest'
import type { Session } from '../../src/api/staff-types.ts'
import { mayKeepStaff, rolesToGive } from '../../src/staff/staff-rights.ts'

const as = (role: Role, studyId: string | null = null, administrator = false): Session => ({
  user: { name: 'Ans', email: null, administrator, twoFactorEnabled: false },
  memberships: [{ organisationId: 'o', role, studyId }],
  secondFactor: false,
  hasPassword: false,
})

it('shows the staff to administrators and to researchers of a whole organisation', () => {
  expect(mayKeepStaff(as('viewer', null, true))).toBe(true)
  expect(mayKeepStaff(as('researcher'))).toBe(true)
  expect(mayKeepStaff(as('researcher', 's'))).toBe(false)
  expect(mayKeepStaff(as('privacyOfficer'))).toBe(false)
})

it('offers a researcher no role that would show more than their own', () => {
  expect(rolesToGive(as('viewer', null, true))).toEqual(ROLES)
  const given = rolesToGive(as('researcher'))
  expect(given).toContain('interviewer')
  for (const role of ['researcher', 'recordReader', 'clientExpert', 'approver', 'privacyOfficer'] as const) {
    expect(given).not.toContain(role)
  }
})
