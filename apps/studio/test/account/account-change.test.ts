import { describe, expect, it } from 'vitest'
import { accountChange, asksPassword } from '../../src/account/account-change.ts'
import type { Session } from '../../src/api/staff-types.ts'

const session = (email: string | null, hasPassword: boolean): Session => ({
  user: { name: 'Ans', email, administrator: false, twoFactorEnabled: false },
  memberships: [],
  secondFactor: false,
  hasPassword,
})
const ANS = session('ans@voorbeeldstad.example', true)

describe('whoever changes the own details', () => {
  it('shows the password for another address, not for another name or other capitals', () => {
    expect(asksPassword(ANS, { email: 'weg@voorbeeldstad.example' })).toBe(true)
    expect(asksPassword(ANS, { email: ' Ans@voorbeeldstad.example ' })).toBe(false)
    expect(asksPassword(ANS, { email: '' })).toBe(false)
  })

  it('shows none without one, as whoever came by a link and gives a first address', () => {
    expect(asksPassword(session(null, false), { email: 'ans@voorbeeldstad.example' })).toBe(false)
  })

  it('sends the password only where it is asked, and no empty address', () => {
    const typed = { name: ' Ans ', email: '', password: 'van de vorige keer' }
    expect(accountChange(ANS, typed)).toEqual({ name: 'Ans' })
    expect(accountChange(ANS, { ...typed, email: 'weg@voorbeeldstad.example' })).toEqual({
      name: 'Ans',
      email: 'weg@voorbeeldstad.example',
      password: 'van de vorige keer',
    })
  })
})
