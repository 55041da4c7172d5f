import type { AccountChange, Session } from '../api/staff-types.ts'

/** What somebody typed of the own details. */
export interface TypedDetails {
  readonly name: string
  readonly email: string
  readonly password: string
}

/** Whether the password is asked before this is kept: the address changes, and there is one. */
export function asksPassword({ user, hasPassword }: Session, { email }: Pick<TypedDetails, 'email'>): boolean {
  const typed = email.trim().toLowerCase()
  return hasPassword && typed !== '' && typed !== user.email
}

/** What is sent. An address that was emptied stays as it was. */
export function accountChange(session: Session, typed: TypedDetails): AccountChange {
  const email = typed.email.trim()
  return {
    name: typed.name.trim(),
    ...(email !== '' && { email }),
    ...(asksPassword(session, typed) && { password: typed.password }),
  }
}
