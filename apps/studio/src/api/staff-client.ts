import { request } from './request.ts'
import type {
  AccountChange,
  AfterPassword,
  AuditPage,
  InvitationToJoin,
  NewInvitation,
  NewSecondFactor,
  OpenSession,
  Programme,
  Session,
  SignOnProvider,
  Staff,
  StaffOrganisation,
} from './staff-types.ts'

/** What the studio asks about staff: who is signed in, their account, their colleagues and what was done. */
export interface StaffClient {
  session(): Promise<Session>
  signIn(token: string): Promise<void>
  signInWithPassword(given: { readonly email: string; readonly password: string }): Promise<AfterPassword>
  /** Six digits of an app, or a recovery code. */
  showSecondFactor(code: string): Promise<void>
  signOnProviders(): Promise<readonly SignOnProvider[]>
  /** Gives the address to go to. */
  beginSignOn(provider: string): Promise<string>
  /** What an invitation is for. */
  invitation(token: string): Promise<InvitationToJoin>
  join(given: { readonly token: string; readonly name: string; readonly password: string }): Promise<AfterPassword>
  signOut(): Promise<void>
  /** With the password where there is one and the address changes. */
  changeAccount(change: AccountChange): Promise<void>
  setPassword(given: { readonly current?: string; readonly password: string }): Promise<void>
  beginSecondFactor(password: string): Promise<NewSecondFactor>
  newRecoveryCodes(password: string): Promise<readonly string[]>
  openSessions(): Promise<readonly OpenSession[]>
  endSession(id: string): Promise<void>
  organisations(): Promise<readonly StaffOrganisation[]>
  addOrganisation(name: string): Promise<StaffOrganisation>
  staff(organisation: string): Promise<Staff>
  /** Gives the link, which works once; null where it goes by mail. */
  invite(organisation: string, invitation: NewInvitation): Promise<{ readonly link: string | null }>
  takeBack(organisation: string, invitation: string): Promise<void>
  endMembership(organisation: string, membership: string): Promise<void>
  /** Takes password and second step off, and gives the link, which works once. */
  restoreAccess(organisation: string, membership: string): Promise<{ readonly link: string }>
  programmes(organisation: string): Promise<readonly Programme[]>
  addProgramme(organisation: string, name: string): Promise<Programme>
  /** Null: into none. */
  moveStudy(study: string, programmeId: string | null): Promise<void>
  /** The lines before this number, newest first. */
  audit(before: number | null): Promise<AuditPage>
}

/** Makes the part of the client that is about staff. */
export function staffClient(fetcher: typeof fetch): StaffClient {
  const get = <T>(path: string): Promise<T> => request<T>(fetcher, 'GET', path)
  const send = <T>(method: string, path: string, body: unknown = {}): Promise<T> =>
    request<T>(fetcher, method, path, body)
  const end = (path: string): Promise<void> => request(fetcher, 'DELETE', path)
  const of = (organisation: string, rest: string): string =>
    `/api/organisations/${encodeURIComponent(organisation)}${rest}`
  return {
    session: () => get('/api/session'),
    signIn: (token) => send('POST', '/api/session', { token }),
    signInWithPassword: (given) => send('POST', '/api/session/password', given),
    showSecondFactor: (code) => send('POST', '/api/session/second-factor', { code }),
    signOnProviders: async () => (await get<{ providers: readonly SignOnProvider[] }>('/api/sign-on')).providers,
    beginSignOn: async (provider) =>
      (await send<{ url: string }>('POST', `/api/sign-on/${encodeURIComponent(provider)}`)).url,
    invitation: (token) => send('POST', '/api/invitations/look', { token }),
    join: (given) => send('POST', '/api/invitations', given),
    signOut: () => end('/api/session'),
    changeAccount: (change) => send('PATCH', '/api/account', change),
    setPassword: (given) => send('PUT', '/api/account/password', given),
    beginSecondFactor: (password) => send('POST', '/api/account/second-factor', { password }),
    newRecoveryCodes: async (password) =>
      (await send<{ recoveryCodes: readonly string[] }>('POST', '/api/account/recovery-codes', { password }))
        .recoveryCodes,
    openSessions: async () => (await get<{ sessions: readonly OpenSession[] }>('/api/account/sessions')).sessions,
    endSession: (id) => end(`/api/account/sessions/${encodeURIComponent(id)}`),
    organisations: async () =>
      (await get<{ organisations: readonly StaffOrganisation[] }>('/api/organisations')).organisations,
    addOrganisation: (name) => send('POST', '/api/organisations', { name }),
    staff: (organisation) => get(of(organisation, '/members')),
    invite: (organisation, invitation) => send('POST', of(organisation, '/invitations'), invitation),
    takeBack: (organisation, invitation) => end(of(organisation, `/invitations/${encodeURIComponent(invitation)}`)),
    endMembership: (organisation, membership) => end(of(organisation, `/members/${encodeURIComponent(membership)}`)),
    restoreAccess: (organisation, membership) =>
      send('POST', of(organisation, `/members/${encodeURIComponent(membership)}/access`)),
    programmes: async (organisation) =>
      (await get<{ programmes: readonly Programme[] }>(of(organisation, '/programmes'))).programmes,
    addProgramme: (organisation, name) => send('POST', of(organisation, '/programmes'), { name }),
    moveStudy: (study, programmeId) =>
      send('PUT', `/api/studies/${encodeURIComponent(study)}/programme`, { programmeId }),
    audit: (before) => get(before === null ? '/api/audit' : `/api/audit?before=${before}`),
  }
}
