import { describe, expect, it } from 'vitest'
import { accountAdvice } from '../../src/account/account-advice.ts'
import type { Session } from '../../src/api/staff-types.ts'

const WHOLE: Session = {
  user: { name: 'Ans', email: 'ans@voorbeeldstad.example', administrator: false, twoFactorEnabled: true },
  memberships: [{ organisationId: 'o', role: 'researcher', studyId: null }],
  secondFactor: true,
  hasPassword: true,
}
const bare = { ...WHOLE.user, email: null, twoFactorEnabled: false }

describe('what somebody is asked about their account', () => {
  it('is nothing once all is there', () => {
    expect(accountAdvice(WHOLE)).toEqual({ lacks: [], answersWait: false })
  })

  it('is everything for whoever came by the first link, in the order in which it can be set', () => {
    const first = { ...WHOLE, user: bare, memberships: [], secondFactor: false, hasPassword: false }
    expect(accountAdvice(first)).toEqual({ lacks: ['email', 'password', 'secondFactor'], answersWait: false })
  })

  it('is no password for whoever came by the account of their organisation', () => {
    const user = { ...WHOLE.user, twoFactorEnabled: false }
    expect(accountAdvice({ ...WHOLE, user, hasPassword: false }).lacks).toEqual([])
  })

  it('says that answers wait for a second step, only to whoever may see them', () => {
    const without = { ...WHOLE, secondFactor: false }
    expect(accountAdvice(without).answersWait).toBe(true)
    const viewer = [{ organisationId: 'o', role: 'viewer' as const, studyId: null }]
    expect(accountAdvice({ ...without, memberships: viewer }).answersWait).toBe(false)
  })
})
