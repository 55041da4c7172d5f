import { randomUUID } from 'node:crypto'
import { redeemSignInLink, type Database } from '@klankbord/storage'
import { APIError, betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { z } from 'zod'
import type { Randomness } from '../randomness.ts'
import { newRecoveryCodes } from './recovery-codes.ts'
import { LONGEST_PASSWORD, SESSION_SECONDS, SHORTEST_PASSWORD, type SignOnProvider } from './staff-accounts.ts'

/** What accounts are kept with. */
export interface AccountsOptions {
  readonly db: Database['db']
  /** Signs cookies and seals second factors; follows from the key of the installation. */
  readonly secret: string
  /** Known once the server listens. */
  readonly publicUrl: () => string
  readonly signOn: SignOnProvider | null
  readonly now: () => Date
  readonly randomness: Randomness
  /** Hears of sign-ins that were refused to an account that is there, for the audit log. */
  readonly onRefused: (refused: RefusedSignIn) => Promise<void>
}

/** A sign-in that was refused. An address that nobody has, or a link that never was, is none: anybody could fill the log. */
export interface RefusedSignIn {
  readonly action: 'signIn.refused' | 'signIn.locked' | 'signIn.codeRefused' | 'signOn.refused'
  /** Null: whom the identity provider knows and nobody invited. */
  readonly userId: string | null
}

/** A call of a function of the library; what it throws becomes the answer. */
type Call<Asked = object> = (
  call: Asked & { readonly headers: Headers; readonly asResponse: true },
) => Promise<Response>

type Body<Content> = { body: Content }

/** All that is used of the library. */
export interface AccountsLibrary {
  readonly api: {
    getSession(call: { readonly headers: Headers; readonly query: { disableRefresh: true } }): Promise<{
      readonly session: { readonly id: string; readonly secondFactor?: boolean | null | undefined }
      readonly user: {
        readonly id: string
        readonly name: string
        readonly email: string | null
        readonly twoFactorEnabled?: boolean | null | undefined
      }
    } | null>
    readonly listSessions: (call: { readonly headers: Headers }) => Promise<
      readonly {
        readonly id: string
        readonly token: string
        readonly createdAt: Date
        readonly userAgent?: string | null | undefined
      }[]
    >
    readonly revokeSession: (call: Body<{ token: string }> & { readonly headers: Headers }) => Promise<unknown>
    readonly signInByLink: Call<Body<{ tokenHash: string }>>
    readonly signInEmail: Call<Body<{ email: string; password: string }>>
    readonly signOut: Call
    readonly verifyTOTP: Call<Body<{ code: string }>>
    readonly verifyBackupCode: Call<Body<{ code: string }>>
    readonly verifyPassword: Call<Body<{ password: string }>>
    readonly setPassword: Call<Body<{ newPassword: string }>>
    readonly changePassword: Call<Body<{ currentPassword: string; newPassword: string; revokeOtherSessions: boolean }>>
    readonly enableTwoFactor: Call<Body<{ password: string }>>
    readonly generateBackupCodes: Call<Body<{ password: string }>>
    readonly signInSocial: Call<Body<{ provider: string; callbackURL: string; errorCallbackURL: string }>>
    readonly callbackOAuth: Call<{ method: 'GET'; params: { id: string }; query: Readonly<Record<string, string>> }>
  }
  readonly $context: Promise<{ readonly password: { hash(password: string): Promise<string> } }>
}

/** Where whoever showed a second factor, or an identity provider that asks for one, comes by. */
const WITH_SECOND_FACTOR = /^\/(?:two-factor\/verify-|callback\/)/

/** Sets the library up: the names of our tables, and everything off that is not asked for. */
export function accountsLibrary({ db, secret, publicUrl, signOn, now, randomness }: AccountsOptions): AccountsLibrary {
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
      // Only who was invited under an address gets in by it: one that somebody gave themselves is not verified. The
      // provider vouches for the address.
      accountLinking: { enabled: true, trustedProviders: signOn === null ? [] : [signOn.name] },
      updateAccountOnSignIn: false,
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
      account: {
        create: {
          // Nothing is ever asked of the provider later, so what it would be asked with is not kept.
          before: async (account) => ({
            data: { ...account, accessToken: null, refreshToken: null, idToken: null },
          }),
        },
      },
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
        backupCodeOptions: { customBackupCodesGenerate: () => newRecoveryCodes(randomness) },
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
      genericOAuth({ config: signOn === null ? [] : [providerConfig(signOn, publicUrl())] }),
    ],
  })
}

function providerConfig({ name, discoveryUrl, clientId, clientSecret }: SignOnProvider, publicUrl: string) {
  return {
    providerId: name,
    discoveryUrl,
    clientId,
    clientSecret,
    redirectURI: `${publicUrl}/api/sign-on/${name}/callback`,
    scopes: ['openid', 'email', 'profile'],
    pkce: true,
    requireIdTokenVerification: true,
    disableSignUp: true,
  }
}

const LINK = z.object({ tokenHash: z.string() })

/** Signs in whoever has a one-time link. */
function oneTimeLink(db: Database['db'], now: () => Date) {
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
