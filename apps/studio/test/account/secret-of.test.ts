import { expect, it } from 'vitest'
import { secretOf } from '../../src/account/secret-of.ts'

it('shows the secret in groups of four to type over', () => {
  expect(secretOf('otpauth://totp/Klankbord:ans?secret=ABCDEFGHIJ&issuer=Klankbord')).toBe('ABCD EFGH IJ')
})
