import { randomUUID } from 'node:crypto'
import { problem } from '@klankbord/model'
import {
  clearFailedSignIns,
  countFailedSignIn,
  isLockedOut,
  markSecondFactor,
  redeemSignInLink,
  type Schema,
} from '@klankbord/storage'
import { APIError, betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { Kysely } from 'kysely'
import { z } from 'zod'

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

export interface StaffAccountsOptions {
  readonly db: Kysely<Schema>
  /** Signs cookies and seals second factors; follows from the key of the installation. */
  readonly secret: string
  /** Known once the server listens. */
  readonly publicUrl: () => string
  readonly signOn: SignOnProvider | null
  readonly now: () => Date
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
  /** Sets the password of an account that was just made. @throws Problem `passwordTooShort`, `passwordTooLong` */
  firstPassword(userId: string, password: string): Promise<void>
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

/** Where whoever showed a second factor, or an identity provider that asks for one, comes by. */
const WITH_SECOND_FACTOR = /^\/(?:two-factor\/verify-|callback\/)/

/** So many wrong passwords in a row lock an account for so long. */
const LOCK_OUT = { tries: 10, minutes: 15 }

/**
 * Accounts by the library better-auth, on tables of ours. Nothing of it is mounted: its functions are called by routes of
 * ours, so that what it can do beyond them cannot be reached.
 *
 * @example await staffAccounts(options).signIn({ email, password }, asking)
 */
export function staffAccounts(options: StaffAccountsOptions): StaffAccounts {
  const { db, now, signOn } = options
  let library: ReturnType<typeof accountsLibrary> | null = null
  const whole = (): ReturnType<typeof accountsLibrary> => (library ??= accountsLibrary(options))
  const api = (): ReturnType<typeof accountsLibrary>['api'] => whole().api
  const refused = (): Error => problem('passwordRefused', LOCK_OUT)

  const knownSession = async (
    asking: Asking,
  ): Promise<{ readonly id: string; readonly known: KnownSession } | null> => {
    const found = await api().getSession({ headers: headersOf(asking), query: { disableRefresh: true } })
    if (found === null) return null
    const { user, session } = found
    const known = {
      userId: user.id,
      name: user.name,
      email: user.email,
      secondFactor: session.secondFactor === true,
      hasSecondFactor: user.twoFactorEnabled === true,
    }
    return { id: session.id, known }
  }

  return {
    session: async (asking) => (await knownSession(asking))?.known ?? null,

    signInByLink: async (tokenHash, asking) => {
      const answer = await api().signInByLink({ body: { tokenHash }, headers: headersOf(asking), asResponse: true })
      if (!answer.ok) throw problem('signInRefused', {})
      const { user } = (await answer.json()) as { readonly user: { readonly name: string } }
      return { cookies: answer.headers.getSetCookie(), name: user.name }
    },

    signIn: async ({ email, password }, asking) => {
      if (await isLockedOut(db, email, now())) throw refused()
      const answer = await api().signInEmail({
        body: { email, password },
        headers: headersOf(asking),
        asResponse: true,
      })
      if (!answer.ok) {
        const until = new Date(now().getTime() + LOCK_OUT.minutes * 60_000)
        await countFailedSignIn(db, email, { tries: LOCK_OUT.tries, until })
        throw refused()
      }
      await clearFailedSignIns(db, email)
      const said = (await answer.json()) as { readonly twoFactorRedirect?: boolean }
      return {
        cookies: answer.headers.getSetCookie(),
        secondFactor: said.twoFactorRedirect === true ? 'needed' : 'none',
      }
    },

    showSecondFactor: async (code, asking) => {
      const headers = headersOf(asking)
      const answer = /^\d{6}$/.test(code)
        ? await api().verifyTOTP({ body: { code }, headers, asResponse: true })
        : await api().verifyBackupCode({ body: { code }, headers, asResponse: true })
      if (!answer.ok) throw problem('secondFactorRefused', {})
      const cookies = answer.headers.getSetCookie()
      const shown = await knownSession(cookies.length === 0 ? asking : { ...asking, cookie: asCookie(cookies) })
      if (shown !== null) await markSecondFactor(db, shown.id)
      return { cookies }
    },

    setPassword: async ({ current, password }, asking) => {
      const headers = headersOf(asking)
      const session = await knownSession(asking)
      if (session === null) throw problem('notSignedIn', {})
      if (session.known.email === null) throw problem('emailMissing', {})
      refuseUnfitPassword(password)
      const answer =
        current === undefined
          ? await api().setPassword({ body: { newPassword: password }, headers, asResponse: true })
          : await api().changePassword({
              body: { currentPassword: current, newPassword: password, revokeOtherSessions: true },
              headers,
              asResponse: true,
            })
      if (!answer.ok) throw refused()
      return { cookies: answer.headers.getSetCookie() }
    },

    firstPassword: async (userId, password) => {
      refuseUnfitPassword(password)
      const { internalAdapter, password: hashing } = await whole().$context
      const hash = await hashing.hash(password)
      await internalAdapter.linkAccount({ userId, providerId: 'credential', accountId: userId, password: hash })
    },

    beginSecondFactor: async (password, asking) => {
      const answer = await api().enableTwoFactor({ body: { password }, headers: headersOf(asking), asResponse: true })
      if (!answer.ok) throw refused()
      const said = (await answer.json()) as { readonly totpURI: string; readonly backupCodes: readonly string[] }
      return { cookies: answer.headers.getSetCookie(), uri: said.totpURI, recoveryCodes: said.backupCodes }
    },

    newRecoveryCodes: async (password, asking) => {
      const answer = await api().generateBackupCodes({
        body: { password },
        headers: headersOf(asking),
        asResponse: true,
      })
      if (!answer.ok) throw refused()
      return ((await answer.json()) as { readonly backupCodes: readonly string[] }).backupCodes
    },

    openSessions: async (asking) => {
      const here = await knownSession(asking)
      const sessions = await api().listSessions({ headers: headersOf(asking) })
      return sessions.map(({ id, createdAt, userAgent }) => ({
        id,
        since: createdAt,
        browser: userAgent ?? '',
        here: id === here?.id,
      }))
    },

    endSession: async (id, asking) => {
      const headers = headersOf(asking)
      const sessions = await api().listSessions({ headers })
      const session = sessions.find((one) => one.id === id)
      if (session) await api().revokeSession({ body: { token: session.token }, headers })
    },

    signOut: async (asking) => {
      const answer = await api().signOut({ headers: headersOf(asking), asResponse: true })
      return { cookies: answer.headers.getSetCookie() }
    },

    beginSignOn: async (provider, asking) => {
      if (provider !== signOn?.name) throw problem('signOnNotConfigured', { provider })
      const answer = await api().signInSocial({
        body: { provider, callbackURL: '/studio/', errorCallbackURL: '/studio/sign-in' },
        headers: headersOf(asking),
        asResponse: true,
      })
      if (!answer.ok) throw problem('signOnRefused', {})
      const { url } = (await answer.json()) as { readonly url: string }
      return { cookies: answer.headers.getSetCookie(), url }
    },

    endSignOn: async (provider, query, asking) => {
      if (provider !== signOn?.name) throw problem('signOnNotConfigured', { provider })
      const answer = await api().callbackOAuth({
        method: 'GET',
        params: { id: provider },
        query,
        headers: headersOf(asking),
        asResponse: true,
      })
      const cookies = answer.headers.getSetCookie()
      if (!cookies.some((cookie) => /klankbord_session=[^;]/.test(cookie))) throw problem('signOnRefused', {})
      return { cookies }
    },
  }
}

function headersOf({ cookie, userAgent }: Asking): Headers {
  return new Headers({
    ...(cookie === undefined ? {} : { cookie }),
    ...(userAgent === undefined ? {} : { 'user-agent': userAgent.slice(0, 200) }),
  })
}

/** What a browser sends that was given these cookies. */
function asCookie(cookies: readonly string[]): string {
  return cookies.map((cookie) => cookie.split(';', 1)[0]).join('; ')
}

/** @throws Problem `passwordTooShort`, `passwordTooLong` */
export function refuseUnfitPassword(password: string): void {
  if (password.length < SHORTEST_PASSWORD) throw problem('passwordTooShort', { shortest: SHORTEST_PASSWORD })
  if (password.length > LONGEST_PASSWORD) throw problem('passwordTooLong', { longest: LONGEST_PASSWORD })
}

function accountsLibrary({ db, secret, publicUrl, signOn, now }: StaffAccountsOptions) {
  return betterAuth({
    appName: 'Klankbord',
    baseURL: publicUrl(),
    basePath: '/api/sign-on',
    secret,
    database: { db, type: 'postgres', transaction: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      revokeSessionsOnPasswordReset: true,
    },
    user: {
      modelName: 'users',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'sessions',
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
      additionalFields: {
        secondFactor: { type: 'boolean', fieldName: 'second_factor', defaultValue: false, input: false },
      },
    },
    account: {
      modelName: 'credentials',
      // Only who was invited under an address gets in by it; the provider vouches for the address.
      accountLinking: { enabled: true, trustedProviders: signOn === null ? [] : [signOn.name] },
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    advanced: {
      cookiePrefix: 'klankbord',
      useSecureCookies: publicUrl().startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true },
      // The identity provider sends people back from its own site.
      cookies: { session_token: { name: 'klankbord_session' }, state: { attributes: { sameSite: 'lax' } } },
      database: { generateId: () => randomUUID() },
      ipAddress: { disableIpTracking: true },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => ({
            data: { ...session, secondFactor: WITH_SECOND_FACTOR.test(context?.path ?? '') },
          }),
        },
      },
    },
    plugins: [
      oneTimeLink(db, now),
      twoFactor({
        issuer: 'Klankbord',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'two_factors',
            fields: {
              userId: 'user_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
      genericOAuth({ config: signOn === null ? [] : [providerConfig(signOn)] }),
    ],
  })
}

function providerConfig({ name, discoveryUrl, clientId, clientSecret }: SignOnProvider) {
  return {
    providerId: name,
    discoveryUrl,
    clientId,
    clientSecret,
    scopes: ['openid', 'email', 'profile'],
    pkce: true,
    requireIdTokenVerification: true,
    disableSignUp: true,
  }
}

const LINK = z.object({ tokenHash: z.string() })

/** Signs in whoever has a one-time link. */
function oneTimeLink(db: Kysely<Schema>, now: () => Date) {
  return {
    id: 'one-time-link',
    endpoints: {
      signInByLink: createAuthEndpoint('/sign-in/link', { method: 'POST', body: LINK }, async (context) => {
        const userId = await redeemSignInLink(db, context.body.tokenHash, now())
        const { internalAdapter } = context.context
        const user = userId === null ? null : await internalAdapter.findUserById(userId)
        if (user === null) throw new APIError('UNAUTHORIZED')
        const session = await internalAdapter.createSession(user.id)
        await setSessionCookie(context, { session, user })
        return context.json({ user: { id: user.id, name: user.name } })
      }),
    },
  }
}
