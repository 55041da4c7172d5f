type None = Readonly<Record<string, never>>

/** Who may sign in, and what they may do. No sentence says whether an account exists. */
export const staffProblems = {
  /** There is no session, or it is over. */
  notSignedIn: (_: None): string => 'not signed in',
  /** A one-time link or an invitation. */
  signInRefused: (_: None): string => 'sign-in link is unknown, used or expired',
  /** Also for an account that is locked for now, or that does not exist. */
  passwordRefused: (d: { readonly tries: number; readonly minutes: number }): string =>
    `e-mail address and password do not belong together (after ${d.tries} tries in a row an account is locked for ${d.minutes} minutes)`,
  secondFactorRefused: (_: None): string =>
    'code is wrong, used or too old (expected the six digits of this moment, or a recovery code)',
  /** What was asked for shows answers. */
  secondFactorNeeded: (_: None): string => 'signed in without a second factor (expected one, since this shows answers)',
  passwordTooShort: (d: { readonly shortest: number }): string =>
    `password is too short (expected at least ${d.shortest} signs)`,
  passwordTooLong: (d: { readonly longest: number }): string =>
    `password is too long (expected at most ${d.longest} signs)`,
  emailTaken: (_: None): string => 'e-mail address belongs to another account',
  emailMissing: (_: None): string => 'account has no e-mail address (set one before a password)',
  /** The roles that would have done. */
  notAllowed: (d: { readonly roles: readonly string[] }): string =>
    `not allowed (expected one of ${d.roles.join(', ')})`,
  /** A programme that the organisation does not have. */
  unknownProgramme: (d: { readonly programme: string }): string => `unknown programme: ${d.programme}`,
  unknownOrganisation: (d: { readonly organisation: string }): string => `unknown organisation: ${d.organisation}`,
  unknownMember: (d: { readonly member: string }): string => `unknown membership: ${d.member}`,
  /** Names of organisations whose people must agree before fieldwork. */
  approvalNeeded: (d: {
    readonly version: number
    readonly organisations: readonly string[]
    readonly page: string
  }): string =>
    `version ${d.version} waits for the approval of ${d.organisations.join(', ')} (ask for it at ${d.page} or with "klankbord study approvals"; a try-out wave can open without)`,
  /** Somebody answered about a version that is not, or no longer, put before them. */
  approvalNotAsked: (d: { readonly version: number }): string =>
    `nobody asked for approval of version ${d.version} (expected the version that was asked about last)`,
  /** A study is shared by one value of one variable per organisation. */
  partNotUsable: (d: { readonly variable: string; readonly value: number }): string =>
    `cannot share by: ${d.variable} = ${d.value} (expected a question with one choice, and the code of one of its answers)`,
  /** Parts by different questions could overlap, and one be computed from another. */
  partVariableDiffers: (d: { readonly variable: string; readonly expected: string }): string =>
    `cannot share by: ${d.variable} (the other parts of this study go by ${d.expected})`,
  /** The organisation that a study is of, or that has no part in it. */
  notSharedWith: (d: { readonly organisation: string }): string =>
    `study is not shared with: ${d.organisation} (expected another organisation than the one whose study it is)`,
  /** Without one nobody could let anybody in. */
  lastAdministrator: (_: None): string => 'this is the only administrator (make somebody else one first)',
  signOnNotConfigured: (d: { readonly provider: string }): string =>
    `unknown single sign-on: ${d.provider} (none is set up by this name)`,
  signOnRefused: (_: None): string =>
    'single sign-on failed, or nobody here has this e-mail address (expected an invitation first)',
} as const
