import type { LocalizedText, Membership, Role } from '@klankbord/model'

/** Who is signed in, and what they may do. */
export interface Session {
  readonly user: {
    readonly name: string
    /** Null until there is one. */
    readonly email: string | null
    readonly administrator: boolean
    readonly twoFactorEnabled: boolean
  }
  readonly memberships: readonly Membership[]
  /** Whether a second step was shown in this session. */
  readonly secondFactor: boolean
  readonly hasPassword: boolean
}

/** What somebody changes of the own account. */
export interface AccountChange {
  readonly name?: string
  readonly email?: string
  readonly password?: string
}

/** What somebody is asked to join. */
export interface InvitationToJoin {
  readonly organisation: string
  /** Null: nobody in particular. */
  readonly inviter: string | null
  readonly role: Role
}

/** What comes after a right password. */
export interface AfterPassword {
  readonly secondFactor: 'needed' | 'none'
}

/** An identity provider to sign in with. */
export interface SignOnProvider {
  readonly name: string
  readonly title: string
}

/** What an app for codes reads, and codes to print. */
export interface NewSecondFactor {
  readonly uri: string
  readonly recoveryCodes: readonly string[]
}

/** Where somebody is signed in. */
export interface OpenSession {
  readonly id: string
  /** ISO moment. */
  readonly since: string
  /** What the browser says of itself. */
  readonly browser: string
  readonly here: boolean
}

export interface StaffOrganisation {
  readonly id: string
  readonly name: string
}

/** Somebody who works for an organisation, once for each thing that they are. */
export interface Member extends Membership {
  readonly id: string
  readonly userId: string
  readonly name: string
  readonly email: string | null
}

/** Somebody who was asked to join. */
export interface Invitation extends Membership {
  readonly id: string
  readonly email: string
  readonly expiresAt: string
  /** How the message with the link stands; null where the server sends no mail. */
  readonly mail: 'waiting' | 'sent' | 'failed' | null
}

export interface Staff {
  readonly members: readonly Member[]
  readonly invitations: readonly Invitation[]
}

/** Who is asked to join, and as what. */
export interface NewInvitation {
  readonly email: string
  /** In which the message is written. */
  readonly language: 'nl' | 'en'
  readonly role: Role
  readonly studyId: string | null
  readonly programmeId: string | null
}

/** Studies of an organisation that belong together. */
export interface Programme {
  readonly id: string
  readonly name: string
  readonly studyIds: readonly string[]
}

/** A line of the log of what staff did and saw. */
export interface AuditEntry {
  readonly number: number
  readonly at: string
  /** Null: the server itself, or a command on its machine. */
  readonly user: { readonly id: string; readonly name: string } | null
  readonly action: string
  readonly studyId: string | null
  /** The title of that study; null where there is none, or it is gone. */
  readonly study: LocalizedText | null
  /** The name of whom of the staff it was done to. */
  readonly member: string | null
  readonly details: Readonly<Record<string, unknown>>
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[]
  /** Left out on older pages: the whole log is checked once, with the newest. */
  readonly fault?: { readonly number: number; readonly fault: 'changed' | 'missing' | 'cutOff' } | null
}
