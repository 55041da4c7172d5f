import { problem } from '@klankbord/model'
import { clearFailedSignIns, countFailedSignIn, isLockedOut, markSecondFactor, pendingSignIn } from '@klankbord/storage'
import { accountsLibrary, type AccountsLibrary, type AccountsOptions } from './accounts-library.ts'
import { typedRecoveryCode } from './recovery-codes.ts'
import { refuseUnfitPassword, type Asking, type KnownSession, type StaffAccounts } from './staff-accounts.ts'
import { throwingFaults } from './throwing-faults.ts'

/** So many wrong passwords in a row lock an account for so long. */
const LOCK_OUT = { tries: 10, minutes: 15 }

/**
 * Accounts by the library better-auth, on tables of ours. Nothing of it is mounted: its functions are called by routes of
 * ours, so that what it can do beyond them cannot be reached.
 *
 * @example await libraryAccounts(options).signIn({ email, password }, asking)
 */
export function libraryAccounts(options: AccountsOptions): StaffAccounts {
  const { db, now, signOn, onRefused } = options
  let library: AccountsLibrary | null = null
  const whole = (): AccountsLibrary => (library ??= accountsLibrary(options))
  const databaseAnswers = (): Promise<unknown> => db.selectFrom('audit_head').select('number').execute()
  const api = (): AccountsLibrary['api'] => throwingFaults(whole().api, databaseAnswers)
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
        const counted = await countFailedSignIn(db, email, { tries: LOCK_OUT.tries, until })
        if (counted !== null) {
          const { userId, locked } = counted
          await onRefused({ action: locked ? 'signIn.locked' : 'signIn.refused', userId })
        }
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
      // Asked first: too many wrong codes end the sign-in that they belong to.
      const userId = (await knownSession(asking))?.known.userId ?? (await pendingSignIn(db, pendingIn(asking)))
      const answer = /^\d{6}$/.test(code)
        ? await api().verifyTOTP({ body: { code }, headers, asResponse: true })
        : await api().verifyBackupCode({ body: { code: typedRecoveryCode(code) }, headers, asResponse: true })
      if (!answer.ok) {
        if (userId !== null) await onRefused({ action: 'signIn.codeRefused', userId })
        throw problem('secondFactorRefused', {})
      }
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

    confirmPassword: async (password, asking) => {
      const answer = await api().verifyPassword({ body: { password }, headers: headersOf(asking), asResponse: true })
      if (!answer.ok) throw refused()
    },

    passwordHash: async (password) => {
      refuseUnfitPassword(password)
      const { password: hashing } = await whole().$context
      return hashing.hash(password)
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
      if (!cookies.some((cookie) => /klankbord_session=[^;]/.test(cookie))) {
        if (isNotInvited(answer)) await onRefused({ action: 'signOn.refused', userId: null })
        throw problem('signOnRefused', {})
      }
      return { cookies }
    },
  }
}

/** Whether the identity provider knows them and nobody here does; anything else can be made up by anybody. */
function isNotInvited(answer: Response): boolean {
  return /error=(?:signup_disabled|account_not_linked)\b/.test(answer.headers.get('location') ?? '')
}

function headersOf({ cookie, userAgent }: Asking): Headers {
  return new Headers({
    ...(cookie === undefined ? {} : { cookie }),
    ...(userAgent === undefined ? {} : { 'user-agent': userAgent.slice(0, 200) }),
  })
}

/** The name under which the library remembers a sign-in that waits for its second factor; '' where none does. */
function pendingIn({ cookie = '' }: Asking): string {
  return /two_factor=(2fa-[\w-]{1,64})/.exec(cookie)?.[1] ?? ''
}

/** What a browser sends that was given these cookies. */
function asCookie(cookies: readonly string[]): string {
  return cookies.map((cookie) => cookie.split(';', 1)[0]).join('; ')
}
