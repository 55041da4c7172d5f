import { problem } from '@klankbord/model'

/** An identity provider that staff may sign in by, with OpenID Connect. */
export interface SignOnProvider {
  /** In the address that it sends people back to: `/api/sign-on/NAME/callback`. */
  readonly name: string
  /** As people know it. */
  readonly title: string
  /** The address of its `.well-known/openid-configuration`. */
  readonly discoveryUrl: string
  readonly clientId: string
  readonly clientSecret: string
}

/** Where somebody is signed in. */
export interface OpenSession {
  readonly id: string
  readonly since: Date
  /** What the browser says of itself. */
  readonly browser: string
  /** Whether it is the one that asks. */
  readonly here: boolean
}

/** Cookies to set, as `Set-Cookie` headers. */
export interface WithCookies {
  readonly cookies: readonly string[]
}

/** Who asks, by the cookies of a request. */
export interface Asking {
  readonly cookie: string | undefined
  readonly userAgent: string | undefined
}

/** Whose session a request belongs to. */
export interface KnownSession {
  readonly userId: string
  readonly name: string
  readonly email: string | null
  readonly secondFactor: boolean
  readonly hasSecondFactor: boolean
}

/** Accounts of staff: who they are, and how they prove it. What they may do is not known here. */
export interface StaffAccounts {
  /** Null when nobody is signed in. */
  session(asking: Asking): Promise<KnownSession | null>
  /** @throws Problem `signInRefused` */
  signInByLink(tokenHash: string, asking: Asking): Promise<WithCookies & { readonly name: string }>
  /** @throws Problem `passwordRefused`, also while the account is locked */
  signIn(
    given: { readonly email: string; readonly password: string },
    asking: Asking,
  ): Promise<WithCookies & { readonly secondFactor: 'needed' | 'none' }>
  /**
   * Ends a sign-in that needs a second factor, or adds one to a session: six digits of an app, or a recovery code.
   *
   * @throws Problem `secondFactorRefused` */
  showSecondFactor(code: string, asking: Asking): Promise<WithCookies>
  /** Sets the first password, or another one; other sessions end. @throws Problem `passwordRefused`, `passwordTooShort`, `passwordTooLong`, `emailMissing` */
  setPassword(given: { readonly current?: string; readonly password: string }, asking: Asking): Promise<WithCookies>
  /** Whether it is really they who asks, not somebody at a computer that was left. @throws Problem `passwordRefused` */
  confirmPassword(password: string, asking: Asking): Promise<void>
  /** What is kept of the password of an account that is to be made. @throws Problem `passwordTooShort`, `passwordTooLong` */
  passwordHash(password: string): Promise<string>
  /** Begins with a second factor; it counts once a code was shown. @throws Problem `passwordRefused` */
  beginSecondFactor(
    password: string,
    asking: Asking,
  ): Promise<WithCookies & { readonly uri: string; readonly recoveryCodes: readonly string[] }>
  /** New recovery codes; the old ones end. @throws Problem `passwordRefused` */
  newRecoveryCodes(password: string, asking: Asking): Promise<readonly string[]>
  openSessions(asking: Asking): Promise<readonly OpenSession[]>
  /** Ends one of the own sessions; one that is not there has ended already. */
  endSession(id: string, asking: Asking): Promise<void>
  signOut(asking: Asking): Promise<WithCookies>
  /** Where to send the browser. @throws Problem `signOnNotConfigured` */
  beginSignOn(provider: string, asking: Asking): Promise<WithCookies & { readonly url: string }>
  /** What the identity provider sent the browser back with. @throws Problem `signOnNotConfigured`, `signOnRefused` */
  endSignOn(provider: string, query: Readonly<Record<string, string>>, asking: Asking): Promise<WithCookies>
}

/** How long staff stay signed in. */
export const SESSION_SECONDS: number = 12 * 60 * 60

export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 200

/** @throws Problem `passwordTooShort`, `passwordTooLong` */
export function refuseUnfitPassword(password: string): void {
  if (password.length < SHORTEST_PASSWORD) throw problem('passwordTooShort', { shortest: SHORTEST_PASSWORD })
  if (password.length > LONGEST_PASSWORD) throw problem('passwordTooLong', { longest: LONGEST_PASSWORD })
}
