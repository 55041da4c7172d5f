import type { Generated } from 'kysely'

interface UserTable {
  id: string
  name: string
  email: string | null
  email_verified: Generated<boolean>
  image: string | null
  two_factor_enabled: Generated<boolean>
  administrator: Generated<boolean>
  /** In a row; back to 0 once a sign-in succeeds. */
  failed_sign_ins: Generated<number>
  locked_until: Date | null
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

interface SignInLinkTable {
  token_hash: string
  user_id: string
  expires: Date
  used: Generated<boolean>
}

/** Written by the accounts library, as are the three below. The cookie holds the token and a signature of it. */
interface SessionTable {
  id: string
  user_id: string
  token: string
  expires_at: Date
  created_at: Date
  updated_at: Date
  /** Never filled. */
  ip_address: string | null
  user_agent: string | null
  /** Whether a second factor was shown when it began, or since. */
  second_factor: Generated<boolean>
}

/** How somebody proves who they are: a password's hash, or an account elsewhere. */
interface CredentialTable {
  id: string
  user_id: string
  account_id: string
  provider_id: string
  access_token: string | null
  refresh_token: string | null
  id_token: string | null
  access_token_expires_at: Date | null
  refresh_token_expires_at: Date | null
  scope: string | null
  password: string | null
  created_at: Date
  updated_at: Date
}

interface VerificationTable {
  id: string
  identifier: string
  value: string
  expires_at: Date
  created_at: Date
  updated_at: Date
}

interface TwoFactorTable {
  id: string
  user_id: string
  secret: string
  backup_codes: string
  verified: Generated<boolean>
  failed_verification_count: Generated<number>
  locked_until: Date | null
}

/** Tables of accounts: who staff are, and how they prove it. */
export interface AccountTables {
  users: UserTable
  sign_in_links: SignInLinkTable
  sessions: SessionTable
  credentials: CredentialTable
  verifications: VerificationTable
  two_factors: TwoFactorTable
}
